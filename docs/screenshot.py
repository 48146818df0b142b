"""Draw the pictures of the guide from the seeds: `make screenshots` writes docs/pictures/."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable, Coroutine
from contextlib import chdir
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from textual.pilot import Pilot

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.loading import load
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.page.cells import cells
from tui.tour.sample import put_sample
from tui.touring import TourApp

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
FIRST = Path("seeds/004_203cf439d4644065.txt")
DAMAGED = Path("seeds/000_812ebb8b0af0794c.txt")
PIECE = re.compile(r'textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>(?P<words>[^<]+)</text>')
DECIDE = ("a", "a", "n", "a", "a", "a", "x", "a")


@dataclass(frozen=True, slots=True)
class Picture:
    """What the terminal shows after `keys`, pressed on the bench `at` words of an article.

    `command` is what was typed to come there.
    """

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (140, 36)
    command: str = "jinbiao review seeds"
    article: Path = FIRST
    at: str = "规上工业总产值突破"


PICTURES_OF = (
    Picture("bench"),
    Picture("narrow", size=(80, 24)),
    Picture("attributes", ("e",)),
    Picture("owner", ("o",)),
    Picture("labels", (";",)),
    Picture("list", ("S",)),
    Picture("search", ("/", "产", "值")),
    Picture("jump", ("J",)),
    Picture("history", ("H",)),
    Picture("past", ("H", "j", "j", "enter")),
    Picture("ledger", ("t",)),
    Picture("library", ("L",)),
    Picture("progress", ("%",)),
    Picture("comment", ("c",)),
    Picture("guidelines", ("g",)),
    Picture("palette", ("ctrl+p",)),
    Picture("settings", ("=",)),
    Picture("help", ("?",)),
    Picture("alike", ("A", "A"), at="董事长"),
    Picture("repairs", ("R",), article=DAMAGED, at="董事长"),
)
"""A line is a picture: keys lead to it, and escape back."""

GREETING = Picture("greeting", size=(110, 20), command="jinbiao review")
TOUR = Picture("tour", size=(140, 24), command="jinbiao tour")


async def draw_greeting(store: Store) -> None:
    """Open the bench on a store without articles."""
    app = JinbiaoApp(store, default_scheme())
    async with app.run_test(size=GREETING.size) as pilot:
        await _draw(pilot, GREETING)


async def draw_tour(store: Store) -> None:
    """Go on the tour as far as its second step."""
    put_sample(store)
    app = TourApp(store)
    async with app.run_test(size=TOUR.size) as pilot:
        await pilot.pause(1.5)
        await pilot.press("n")
        await _draw(pilot, TOUR)


async def draw_all(store: Store) -> None:
    """Open the seeds, wait for suggestions, decide a few, go to a target; then each picture."""
    for path in (FIRST, *sorted(set(FIRST.parent.glob("*.txt")) - {FIRST})):
        store.add(load(path))
    app = JinbiaoApp(store, default_scheme())
    async with app.run_test(size=PICTURES_OF[0].size) as pilot:
        while store.without_suggestions(SUGGESTER, VERSION) or not _words_are_there(app):
            await pilot.pause(0.2)
        page = app.bench.page
        assert page is not None
        session = page.session
        session.put_caret(session.text.index("新的一年,我们将坚定扛起"))
        await pilot.press("n", *DECIDE)
        articles = {card.source: card.id for card in store.library()}
        for picture in PICTURES_OF:
            await _go_to(pilot, app, articles[str(picture.article)], picture.at)
            await _draw(pilot, picture)


def _words_are_there(app: JinbiaoApp) -> bool:
    page = app.bench.page
    return bool(page and page.session.reading.marks and page.session.cursor.words.segmented)


async def _go_to(pilot: Pilot[None], app: JinbiaoApp, article: str, words: str) -> None:
    if article != app.bench.article_id:
        app.bench.work.open(article)
        await pilot.pause(1)
    page = app.bench.page
    assert page is not None
    page.session.put_caret(page.session.text.index(words))
    await pilot.press("b", "w")


def in_cells(svg: str) -> str:
    """The picture with the lengths of its words by cells; Rich counts every character as one.

    A browser would press Chinese together into half of its width.
    """
    return PIECE.sub(_lengthened, svg)


def _lengthened(piece: re.Match[str]) -> str:
    words = unescape(piece["words"])
    length = float(piece["length"]) / len(words) * cells(words)
    return f'textLength="{length:g}"{piece["rest"]}>{piece["words"]}</text>'


async def _draw(pilot: Pilot[None], picture: Picture) -> None:
    app = pilot.app
    assert isinstance(app, JinbiaoApp)
    await pilot.resize_terminal(*picture.size)
    await pilot.press(*picture.keys)
    await pilot.pause(1.5)
    svg = app.export_screenshot(title=picture.command)
    (PICTURES / f"{picture.name}.svg").write_text(in_cells(svg), encoding="utf-8")
    if picture.name == "list":
        await pilot.press(*picture.keys)
    elif picture.keys:
        for _ in app.screen_stack[app.screen_stack.index(app.bench) + 1 :]:
            await pilot.press("escape")
            await pilot.pause()
        assert app.screen is app.bench, f"{picture.name} was not left by escape"


def main() -> None:
    """Draw on stores of their own, in English."""
    speak(Language.EN)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # As in a terminal with all colours, whatever this one has.
        os.environ |= {
            "XDG_CONFIG_HOME": folder,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        os.environ.pop("NO_COLOR", None)
        asyncio.run(_draw_in(Path(folder)))


async def _draw_in(folder: Path) -> None:
    # Where the store is and where an article came from is in the pictures.
    with chdir(folder):
        await _draw_on(Path("jinbiao.db"), draw_greeting)
    with chdir(ROOT):
        await _draw_on(folder / "tour.db", draw_tour)
        await _draw_on(folder / "seeds.db", draw_all)


async def _draw_on(path: Path, draw: Callable[[Store], Coroutine[None, None, None]]) -> None:
    store = Store.open(path, "reviewer", default_scheme())
    await draw(store)
    store.close()


if __name__ == "__main__":
    main()

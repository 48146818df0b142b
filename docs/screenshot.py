"""Draw the pictures of the guide from the seeds: `make screenshots` writes docs/pictures/."""

from __future__ import annotations

import asyncio
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.loading import load
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.language import Language, speak

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
FIRST = Path("seeds/004_203cf439d4644065.txt")
DECIDE = ("a", "a", "n", "a", "a", "a", "x", "a")


@dataclass(frozen=True, slots=True)
class Picture:
    """What the terminal shows after `keys`, pressed on the bench at a target."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (140, 36)


PICTURES_OF = (
    Picture("bench"),
    Picture("narrow", size=(80, 24)),
    Picture("attributes", ("e",)),
    Picture("owner", ("o",)),
    Picture("labels", (";",)),
    Picture("alike", ("A",)),
    Picture("list", ("S",)),
    Picture("search", ("/", "产", "值")),
    Picture("jump", ("J",)),
    Picture("repairs", ("R",)),
    Picture("history", ("H",)),
    Picture("ledger", ("t",)),
    Picture("library", ("L",)),
    Picture("progress", ("%",)),
    Picture("comment", ("c",)),
    Picture("guidelines", ("g",)),
    Picture("palette", ("ctrl+p",)),
    Picture("settings", ("=",)),
    Picture("help", ("?",)),
)
"""A line is a picture: keys lead to it, and escape back."""


async def draw_all(store: Store) -> None:
    """Open the bench, wait for its suggestions, decide a few, go to a target; then each picture."""
    app = JinbiaoApp(store, default_scheme())
    async with app.run_test(size=PICTURES_OF[0].size) as pilot:
        while store.without_suggestions(SUGGESTER, VERSION) or not _words_are_there(app):
            await pilot.pause(0.2)
        page = app.bench.page
        assert page is not None
        session = page.session
        session.put_caret(session.text.index("新的一年,我们将坚定扛起"))
        await pilot.press("n", *DECIDE)
        session.put_caret(session.text.index("规上工业总产值突破"))
        await pilot.press("b", "w")
        for picture in PICTURES_OF:
            await _draw(pilot, picture)


def _words_are_there(app: JinbiaoApp) -> bool:
    page = app.bench.page
    return bool(page and page.session.reading.marks and page.session.cursor.words.segmented)


async def _draw(pilot: Pilot[None], picture: Picture) -> None:
    app = pilot.app
    assert isinstance(app, JinbiaoApp)
    await pilot.resize_terminal(*picture.size)
    await pilot.press(*picture.keys)
    await pilot.pause(1.5)
    svg = app.export_screenshot(title="jinbiao review seeds")
    (PICTURES / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
    if picture.name == "list":
        await pilot.press(*picture.keys)
    elif picture.keys:
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.bench, f"{picture.name} was not left by escape"


def main() -> None:
    """Draw on a store of its own, in English."""
    speak(Language.EN)
    PICTURES.mkdir(exist_ok=True)
    # The pictures show where an article came from.
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        # As in a terminal with all colours, whatever this one has.
        os.environ |= {
            "XDG_CONFIG_HOME": folder,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        os.environ.pop("NO_COLOR", None)
        store = Store.open(Path(folder) / "shot.db", "reviewer", default_scheme())
        for path in (FIRST, *sorted(set(FIRST.parent.glob("*.txt")) - {FIRST})):
            store.add(load(path))
        asyncio.run(draw_all(store))
        store.close()


if __name__ == "__main__":
    main()

"""Keys and clicks of chance, over all screens: `python -m tests.soak.monkey [TURNS [SEED]]`.

The bench must not fall over, whatever comes; afterwards it still answers, and the store is sound.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from textual.pilot import Pilot

from store.checking import check
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.soak.paws import NEWS, SIZES, Paws
from tests.tui.conftest import FIRST, SECOND, fake_worker, suggestions
from tests.tui.ours import SCREENS
from text.loading import load_bytes
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.choices.choosing import take_up
from tui.language import Language
from tui.screens.greeting import GreetingScreen
from tui.screens.scopes import SCOPES
from tui.tour.sample import put_sample
from tui.touring import TourApp

TURNS = 20_000
AT_ONCE = 8
"""Events that are sent before the bench is waited for: more than it has done by then."""
ON_PURPOSE = 0.1
"""The share of times that one of the ways is gone instead."""
LIFE = 1000
"""Turns until a bench is opened anew, and its store looked through."""


def main() -> None:
    """Press, look, and say what was found."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["XDG_CONFIG_HOME"] = folder
        seen = asyncio.run(play(Path(folder), turns, seed))
    seconds = time.perf_counter() - begun
    print(
        f"{turns:,} keys and clicks in {seconds:.0f} s: the bench went on, the stores are sound\n"
        f"seen: {', '.join(sorted(seen))}\n"
        f"not seen: {', '.join(sorted(WHERE - seen)) or 'none'}"
    )


async def play(folder: Path, turns: int, seed: int, life: int = LIFE) -> set[str]:
    """Send so many keys and clicks to one bench after the other; what of WHERE was seen.

    All that they write is in `folder`, the current one, where nothing was before.
    Raises AssertionError with the last turns where a bench falls over or a store is not sound.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    _put_news(folder / NEWS)
    seen: set[str] = set()
    done = number = 0
    while done < turns:
        store, app = _bench(folder, number)
        monkey = _Monkey(app, chance)
        try:
            await monkey.live(min(life, turns - done))
        except Exception as error:
            told = f"seed {seed}, life {number}, after {monkey.paws.sent[-40:]}"
            raise AssertionError(told) from error
        seen |= monkey.seen
        found = [finding for finding in check(store.db, store.scheme) if finding.wrong]
        assert not found, f"seed {seed}, life {number}: {found}, after {monkey.paws.sent[-40:]}"
        store.close()
        done += len(monkey.paws.sent)
        number += 1
    return seen


class _Monkey:
    """Sits at one bench; `seen` is where it was."""

    def __init__(self, app: JinbiaoApp, chance: random.Random) -> None:
        self._app = app
        self._chance = chance
        self.paws = Paws(app, chance)
        self.seen = {type(app).__name__}

    async def live(self, turns: int) -> None:
        """Send about so much; less where the bench was left by its own key."""
        async with self._app.run_test(size=self._chance.choice(SIZES)) as pilot:
            while len(self.paws.sent) < turns and self._app.is_running:
                if self._chance.random() < ON_PURPOSE:
                    for _ in self.paws.go():
                        await self._look(pilot)
                else:
                    for _ in range(AT_ONCE):
                        self.paws.fumble()
                    await self._look(pilot)
            if self._app.is_running:
                await self._answers(pilot)

    async def _look(self, pilot: Pilot[None]) -> None:
        """Wait until what was sent has been heeded."""
        await pilot.pause()
        self.seen |= {type(screen).__name__ for screen in self._app.screen_stack} & WHERE

    async def _answers(self, pilot: Pilot[None]) -> None:
        """Whether it comes back to where it began and opens the help there."""
        for _ in range(20):
            await pilot.press("escape")
            if self._is_home:
                break
        assert self._is_home, f"no way back from {self._app.screen}"
        await pilot.press("question_mark")
        await pilot.pause()
        assert not self._is_home, "the bench does not answer"

    @property
    def _is_home(self) -> bool:
        return isinstance(self._app.screen, type(self._app.bench) | GreetingScreen)


WHERE = {thing.__name__ for thing in (*SCREENS, JinbiaoApp, TourApp)}
"""What there is to be seen."""


def _bench(folder: Path, number: int) -> tuple[Store, JinbiaoApp]:
    """A store and a bench on it: of four, one begins without articles, and one is the tour.

    The others go on with what those before them did. What was chosen holds from one to the next.
    """
    chosen, faults = take_up(None if number else Language.ZH, SCOPES)
    assert not faults, faults
    kind = ("articles", "nothing", "articles", "tour")[number % 4]
    path = folder / ("articles.db" if kind == "articles" else f"{kind}-{number}.db")
    store = Store.open(path, "猴", default_scheme())
    if kind == "tour":
        put_sample(store)
        return store, TourApp(store, fake_worker, chosen)
    if kind == "articles" and not store.count():
        _put_articles(store)
    return store, JinbiaoApp(store, default_scheme(), worker=fake_worker, chosen=chosen)


def _put_articles(store: Store) -> None:
    """Three articles, one of them long, with suggestions."""
    for number, raw in enumerate((FIRST, SECOND, FIRST * 60)):
        article = load_bytes(raw.encode(), f"folder/{number}.txt")
        store.add(article)
        store.put_suggestions(article.id, SUGGESTER, VERSION, suggestions(article.revision.text))


def _put_news(folder: Path) -> None:
    """Articles to be imported, and a file that is none."""
    folder.mkdir()
    for number, raw in enumerate((SECOND, FIRST, FIRST * 9)):
        (folder / f"{number}.txt").write_text(raw, encoding="utf-8")
    (folder / "damaged.zip").write_bytes(b"PK no")


if __name__ == "__main__":
    main()

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

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from store.checking import check
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import FIRST, SECOND, fake_worker, suggestions
from text.loading import load_bytes
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.screens.scopes import SCOPES

TURNS = 20_000
AT_ONCE = 8
"""Events that are sent before the bench is waited for: more than it has done by then."""
LIFE = 1500
"""Turns until the bench is opened anew, and the store read again."""
SIZES = ((120, 36), (80, 24), (40, 10), (200, 50), (20, 6))
ENDING = {"ctrl+c", "ctrl+q", "ctrl+z"}
"""Keys that leave the program, or the screen to a shell."""
LEADING_OUT = {"slash", "full_stop", "tilde"}
"""What a path of chance must not hold: it would lead out of the folder."""
PASTES = ("", "嘉善县委", "\x1b[31m[/b]\u202e", "2025年\n第二行", "á😀" * 50, "1" * 400)
OTHER_KEYS = ("escape", "enter", "tab", "shift+tab", "backspace", "ctrl+p", "ctrl+a", "delete")


def main() -> None:
    """Press, look, and say what was found."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["XDG_CONFIG_HOME"] = folder
        screens = asyncio.run(play(Path(folder), turns, seed))
    seconds = time.perf_counter() - begun
    print(
        f"{turns:,} keys and clicks in {seconds:.0f} s: the bench went on, the store is sound;"
        f" seen: {', '.join(sorted(screens))}"
    )


async def play(folder: Path, turns: int, seed: int) -> set[str]:
    """Send so many keys and clicks to the bench on a store in `folder`; the screens that came up.

    Raises AssertionError with the last turns where the bench falls over or the store is not sound.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    store = _store(folder / "monkey.db")
    screens: set[str] = set()
    done = 0
    while done < turns:
        monkey = _Monkey(JinbiaoApp(store, default_scheme(), worker=fake_worker), chance)
        try:
            done += await monkey.live(min(LIFE, turns - done))
        except Exception as error:
            told = f"seed {seed}, turn {done + len(monkey.sent)}, after {monkey.sent[-40:]}"
            raise AssertionError(told) from error
        screens |= monkey.screens
        found = [finding for finding in check(store.db, store.scheme) if finding.wrong]
        assert not found, f"seed {seed}, by turn {done}: {found}, after {monkey.sent[-40:]}"
    store.close()
    return screens


class _Monkey:
    """Sits at one bench."""

    def __init__(self, app: JinbiaoApp, chance: random.Random) -> None:
        self._app = app
        self._chance = chance
        self._keys = _keys()
        self.sent: list[str] = []
        self.screens: set[str] = set()

    async def live(self, turns: int) -> int:
        """Send at most so many; fewer where the bench was left by its own key."""
        async with self._app.run_test(size=self._chance.choice(SIZES)) as pilot:
            while len(self.sent) < turns and self._app.is_running:
                for _ in range(AT_ONCE):
                    self._send()
                await pilot.pause()
                self.screens.add(type(self._app.screen).__name__)
            if self._app.is_running:
                await self._answers(pilot)
        return len(self.sent)

    async def _answers(self, pilot: Pilot[None]) -> None:
        """Whether it comes back to the bench and opens the help there."""
        for _ in range(20):
            await pilot.press("escape")
            if self._app.screen is self._app.bench:
                break
        assert self._app.screen is self._app.bench, f"no way back from {self._app.screen}"
        await pilot.press("question_mark")
        await pilot.pause()
        assert self._app.screen is not self._app.bench, "the bench does not answer"

    def _send(self) -> None:
        kind = self._chance.random()
        if kind < 0.8:
            self._press(self._chance.choice(self._keys))
        elif kind < 0.97:
            self._click()
        elif kind < 0.99:
            self._paste(self._chance.choice(PASTES))
        else:
            self._resize(*self._chance.choice(SIZES))

    def _press(self, key: str) -> None:
        if key in LEADING_OUT and isinstance(self._app.focused, Input):
            return
        # The bench is left now and then, not at every tenth key.
        if key == "q" and self._app.screen is self._app.bench and self._chance.random() < 0.9:
            return
        self.sent.append(key)
        self._app.post_message(events.Key(key, key if len(key) == 1 else None))

    def _click(self) -> None:
        width, height = self._app.size
        x, y = self._chance.randrange(max(width, 1)), self._chance.randrange(max(height, 1))
        self.sent.append(f"click {x},{y}")
        kinds = self._chance.choice(
            [
                (events.MouseMove, events.MouseDown, events.MouseUp),
                (events.MouseDown, events.MouseMove, events.MouseUp),
                (events.MouseMove, events.MouseScrollDown),
                (events.MouseMove, events.MouseScrollUp),
            ]
        )
        for kind in kinds:
            if kind is events.MouseUp and self._chance.random() < 0.3:
                x, y = self._chance.randrange(max(width, 1)), self._chance.randrange(max(height, 1))
            button = 0 if kind is events.MouseMove else 1
            self._app.post_message(
                kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
            )

    def _paste(self, text: str) -> None:
        self.sent.append(f"paste {text[:9]!r}")
        self._app.post_message(events.Paste(text))

    def _resize(self, width: int, height: int) -> None:
        self.sent.append(f"resize {width}x{height}")
        size = events.Size(width, height)
        self._app.post_message(events.Resize(size, size))


def _keys() -> list[str]:
    """Every key that is bound anywhere, and what people type besides."""
    bound = {
        key
        for scope in SCOPES
        for group in scope
        for bound in group.keys
        for key in bound.binding().key.split(",")
    }
    typed = set("abxyz0123456789嘉年，%") | set(OTHER_KEYS)
    return sorted((bound | typed) - ENDING)


def _store(path: Path) -> Store:
    """Three articles, one of them long, with suggestions."""
    store = Store.open(path, "猴", default_scheme())
    for number, raw in enumerate((FIRST, SECOND, FIRST * 60)):
        article = load_bytes(raw.encode(), f"folder/{number}.txt")
        store.add(article)
        store.put_suggestions(article.id, SUGGESTER, VERSION, suggestions(article.revision.text))
    return store


if __name__ == "__main__":
    main()

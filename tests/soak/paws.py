"""Keys, clicks, pastes and new sizes of chance, and the ways that lead to a screen."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.widgets import Input

from tui.keymap import GROUPS
from tui.screens.scopes import SCOPES

SIZES = ((120, 36), (80, 24), (40, 10), (200, 50), (20, 6))
ENDING = {"ctrl+c", "ctrl+q", "ctrl+z"}
"""Keys that leave the program, or the screen to a shell."""
LEADING_OUT = {"/", ".", "~"}
"""What a path of chance must not hold: it would lead out of the folder."""
ASKING_FOR_PATHS = {"e", "i"}
NEWS = "news"
"""A folder of articles, where one is kept to be imported."""
PASTES = ("", "嘉善县委", "\x1b[31m[/b]\u202e", "2025年\n第二行", "á😀" * 50, "1" * 400, NEWS)
OTHER_KEYS = ("escape", "enter", "tab", "shift+tab", "backspace", "ctrl+p", "ctrl+a", "delete")


@dataclass(frozen=True, slots=True)
class Way:
    """Keys to press in turn, and what is pasted and entered at their end, if anything."""

    keys: tuple[str, ...]
    words: str = ""


def _openings() -> list[Way]:
    """A way for each key of the bench that opens something."""
    actions = ("show(", "app.settings", "app.command_palette")
    keys = [key for group in GROUPS for key in group.keys if key.action.startswith(actions)]
    return [Way((key.keys.split()[0],)) for key in keys]


WAYS = (
    *_openings(),
    Way(("H", "enter")),
    Way(("t", "enter", "e")),
    Way(("t", "enter", "o")),
    Way(("i",), NEWS),
    Way(("L", "i"), NEWS),
    Way(("L", "/"), "status:done"),
    Way(("t", "e"), "exports/targets.csv"),
    Way(("/",), "嘉善"),
    Way(("ctrl+p",), "accept"),
)
"""Chance alone hardly finds what takes several keys."""


class Paws:
    """Sends to an app what chance has it send; `sent` tells it, in words."""

    def __init__(self, app: App[None], chance: random.Random) -> None:
        self._app = app
        self._chance = chance
        self._keys = _keys()
        self.sent: list[str] = []

    def fumble(self) -> None:
        """Send anything."""
        kind = self._chance.random()
        if kind < 0.8:
            self._press_any()
        elif kind < 0.97:
            self._click()
        elif kind < 0.99:
            self._paste(self._chance.choice(PASTES))
        else:
            self._resize(*self._chance.choice(SIZES))

    def go(self) -> Iterator[None]:
        """Go somewhere on purpose, from wherever one is; with a pause for each key to be heeded."""
        way = self._chance.choice(WAYS)
        for key in ("escape", "escape", "escape", *way.keys):
            self._press(key)
            yield
        if way.words:
            self._paste(way.words)
            self._press("enter")
            yield

    def _press_any(self) -> None:
        key = self._chance.choice(self._keys)
        lately = set(self.sent[-8:])
        if key in LEADING_OUT and (
            isinstance(self._app.focused, Input) or ASKING_FOR_PATHS & lately
        ):
            return
        # The bench is left now and then, not at every tenth key.
        if key == "q" and len(self._app.screen_stack) < 3 and self._chance.random() < 0.9:
            return
        self._press(key)

    def _press(self, key: str) -> None:
        self.sent.append(key)
        if len(key) == 1:
            self._app.post_message(events.Key(_character_to_key(key), key))
        else:
            self._app.post_message(events.Key(key, None))

    def _click(self) -> None:
        x, y = self._place()
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
                x, y = self._place()
            button = 0 if kind is events.MouseMove else 1
            self._app.post_message(
                kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
            )

    def _place(self) -> tuple[int, int]:
        width, height = self._app.size
        return self._chance.randrange(max(width, 1)), self._chance.randrange(max(height, 1))

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
        for key in bound.keys.split()
    }
    typed = set("abxyz0123456789嘉年，%") | set(OTHER_KEYS)
    return sorted((bound | typed) - ENDING)

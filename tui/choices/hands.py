"""Which keys the reviewer's own hands use, where they are others than the keymap's."""

from __future__ import annotations

from collections.abc import Mapping

_CAPS = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "backspace": "⌫",
    "delete": "Del",
    "space": "␣",
    "f1": "F1",
}


class _Hands:
    """The choice for the process: there is one keyboard."""

    keys: Mapping[str, str] = {}


def choose(keys: Mapping[str, str]) -> None:
    """From now on these keys (spaces between) do what is called by these names."""
    _Hands.keys = dict(keys)


def chosen(name: str) -> str | None:
    """The keys (spaces between) that were chosen for what is called `name`."""
    return _Hands.keys.get(name)


def chosen_keymap() -> dict[str, str]:
    """All that was chosen, as Textual's `set_keymap` takes it."""
    return {name: listed(keys) for name, keys in _Hands.keys.items()}


def caps(keys: str) -> str:
    """What stands on `keys` (spaces between), for people."""
    return " ".join(_CAPS.get(key, key) for key in keys.split())


def listed(keys: str) -> str:
    """`keys` (spaces between) as Textual lists them: by commas, so the comma goes by its name."""
    return ",".join("comma" if key == "," else key for key in keys.split())

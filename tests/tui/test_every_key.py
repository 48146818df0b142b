"""Every key of every screen: it is data, it is told in both languages, and it does something."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widget import Widget

from tests.tui.ours import SCREENS, WIDGETS
from tui.app import JinbiaoApp
from tui.choices.keys_file import load_keys
from tui.choices.preferences import Hands
from tui.keymap import Group, Key
from tui.screens.scopes import SCOPES

DOCS = Path(__file__).parents[2] / "docs"
HAN = re.compile("[一-鿿]")


WITH_KEYS = [thing for thing in WIDGETS if vars(thing).get("BINDINGS")]
KEYS = [key for scope in SCOPES for group in scope for key in group.keys]


def action_name(action: str) -> str:
    return action.partition("(")[0]


def test_the_walk_finds_the_screens() -> None:
    """All of them have keys, so none is left out below."""
    assert {"BenchScreen", "SettingsScreen", "LibraryScreen", "ProgressScreen"} <= {
        screen.__name__ for screen in SCREENS
    }
    assert set(SCREENS) <= set(WITH_KEYS)


@pytest.mark.parametrize("thing", WITH_KEYS, ids=lambda thing: thing.__name__)
def test_every_binding_is_a_key_of_a_scope(thing: type[Widget]) -> None:
    """So help, a keys file and the search for clashes know it."""
    names = {key.name for key in KEYS}
    for binding in thing.BINDINGS:
        assert isinstance(binding, Binding), binding
        assert binding.id in names, binding


@pytest.mark.parametrize("thing", WITH_KEYS, ids=lambda thing: thing.__name__)
def test_every_binding_has_an_action(thing: type[Widget]) -> None:
    """On the screen, or on the app where it says so."""
    for binding in thing.BINDINGS:
        assert isinstance(binding, Binding)
        holder, name = thing, action_name(binding.action)
        if name.startswith("app."):
            holder, name = JinbiaoApp, name.removeprefix("app.")
        assert callable(getattr(holder, f"action_{name}", None)), binding.action


@pytest.mark.parametrize("group", [group for scope in SCOPES for group in scope])
def test_every_key_is_told_in_both_languages(group: Group) -> None:
    """Of those that do alike, digits or both ways through something, only the first is."""
    told: Key | None = None
    for key in (Key("", "", group.zh, group.en), *group.keys):
        if not key.zh and not key.en:
            assert told is not None
            assert action_name(told.action) == action_name(key.action)
            assert key.keys.isdecimal() or key.keys in told.shown.split()
            continue
        assert HAN.search(key.zh), key
        assert key.en, key
        assert not HAN.search(key.en), key
        told = key


@pytest.mark.parametrize("preset", Hands)
def test_no_preset_has_a_clash(preset: Hands) -> None:
    """On no screen."""
    load_keys(preset, None, SCOPES)


def test_the_guide_to_keys_lists_every_name() -> None:
    """`docs/keys.py` writes it."""
    tables = runpy.run_path(str(DOCS / "keys.py"))["tables"]
    guide = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert tables() in guide, "run .venv/bin/python docs/keys.py"
    assert all(f"| `{key.name}` |" in guide for key in KEYS)

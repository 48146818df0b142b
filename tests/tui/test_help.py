"""Help: from every screen, its own keys first; and the line of keys below a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from store.store import Store
from tests.tui.conftest import fake_worker
from tests.tui.opened import SCREENS, TO_THE_TARGET, shown
from tests.tui.test_bench import SIZE, press
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.choices.hands import choose
from tui.keymap import GROUPS
from tui.language import Language, speak
from tui.screens.help import HelpScreen, help_text
from tui.screens.in_full import IN_FULL
from tui.screens.scopes import BY_SCREEN
from tui.widgets.bars import KeyBar

OTHERS = {name: keys for name, keys in SCREENS.items() if name not in {"BenchScreen", "HelpScreen"}}
TYPING = {"AttributesScreen", "CommentScreen", "LabelScreen", "SearchScreen"}
"""Screens on which one is typing once the keys that lead there were pressed."""


@pytest.mark.parametrize("name", OTHERS)
async def test_every_screen_opens_its_help(app: JinbiaoApp, name: str) -> None:
    """With its own keys at the top; Esc leads back to it."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, *TO_THE_TARGET, *OTHERS[name])
        await pilot.pause(0.3)
        opened = app.screen
        assert type(opened).__name__ == name
        await press(pilot, "f1" if name in TYPING else "question_mark")
        await pilot.pause(0.2)
        assert isinstance(app.screen, HelpScreen)
        group = BY_SCREEN[name][0]
        rows = shown(app).splitlines()
        assert any(group.zh in row for row in rows[:4])
        assert any(group.keys[0].zh in row for row in rows[:6])
        await press(pilot, "escape")
        assert app.screen is opened


@pytest.mark.parametrize("keys", [("t", "/"), ("L", "/"), ("/",), ("c",), (";",), ("e", "p")])
async def test_a_question_mark_is_typed_where_one_types(
    app: JinbiaoApp, keys: tuple[str, ...]
) -> None:
    """It opens nothing there."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, *TO_THE_TARGET, *keys)
        await pilot.pause(0.3)
        await press(pilot, "question_mark")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "?"


async def test_an_empty_store_has_help_too(tmp_path: Path) -> None:
    """Where one is greeted."""
    store = Store.open(tmp_path / "empty.db", "测试", default_scheme())
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "导入文章" in shown(app)
    store.close()


async def test_the_help_of_the_bench_begins_with_the_bench(app: JinbiaoApp) -> None:
    """Nothing stands above its own groups; from the palette it opens once."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "question_mark")
        assert GROUPS[0].zh in shown(app).splitlines()[2]
        app.action_help()
        await pilot.pause()
        assert sum(isinstance(screen, HelpScreen) for screen in app.screen_stack) == 1


@pytest.mark.parametrize("name", OTHERS)
async def test_a_line_of_keys_has_help_and_the_way_back_in_60_columns(
    app: JinbiaoApp, name: str
) -> None:
    """Whatever else there is no room for."""
    speak(Language.EN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause(0.2)
        await press(pilot, *TO_THE_TARGET, *OTHERS[name])
        await pilot.pause(0.2)
        bars = list(app.screen.query(KeyBar))
        if bars and not bars[0].tells:
            line = shown(app).splitlines()[-1]
            assert "help" in line
            assert "Esc" in line


@pytest.mark.parametrize("language", Language)
async def test_the_ledger_tells_all_its_keys_in_120_columns(
    app: JinbiaoApp, language: Language
) -> None:
    """None is cut off."""
    speak(language)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "t")
        await pilot.pause(0.3)
        line = shown(app).splitlines()[-1]
        for key in BY_SCREEN["LedgerScreen"][0].keys:
            assert f" {key.cap} " in line or not key.zh, key


@pytest.mark.parametrize("name", BY_SCREEN)
def test_what_stands_on_the_keys_is_told_in_full(name: str) -> None:
    """However many keys do one thing, also where one chose them."""
    choose({"undo": "ctrl+z backspace ctrl+u"})
    rows = help_text(BY_SCREEN[name], 70).plain.splitlines()
    for key in (key for group in (*BY_SCREEN[name], *GROUPS) for key in group.keys if key.zh):
        assert any(row.startswith(f"  {key.cap} ") for row in rows), key
    choose({})


def test_help_says_in_full_what_a_line_of_keys_says_in_a_word() -> None:
    """Of keys that there are; `v` of the ledger names the rows that it chooses."""
    groups = {group.en: group for scope in BY_SCREEN.values() for group in scope}
    for group, name in IN_FULL:
        assert name in {key.name for key in groups[group].keys if key.zh}
    assert "有矛盾的" in help_text(BY_SCREEN["LedgerScreen"], 70).plain


def test_a_key_is_told_once_for_a_screen() -> None:
    """Though the jump list has those of a list both for itself and for its line to type in."""
    own, _, _ = help_text(BY_SCREEN["JumpScreen"], 70).plain.partition("──")
    assert own.count("j ↓") == 1

"""The settings: what is chosen holds at once, everywhere, and the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.store import Store
from tests.tui.conftest import fake_worker, toasts
from tests.tui.opened import shown
from text.scheme import default_scheme
from tui.app import SHOW_CURSOR, JinbiaoApp
from tui.choices.choosing import take_up
from tui.choices.hands import choose
from tui.choices.preferences import Hands, Layout, Theme, load_preferences
from tui.choices.settings import SETTINGS
from tui.language import Language, spoken
from tui.screens.scopes import SCOPES
from tui.screens.settings import SettingsScreen


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of configuration of one's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    yield tmp_path / "jinbiao"
    choose({})


@pytest.fixture
def app(home: Path, store: Store) -> JinbiaoApp:
    """The app, with the choices that are kept in that folder."""
    chosen, faults = take_up(Language.ZH, SCOPES)
    assert not faults
    return JinbiaoApp(store, default_scheme(), worker=fake_worker, chosen=chosen)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)


def row_of(field: str) -> int:
    return [setting.field for setting in SETTINGS].index(field)


async def change(pilot: Pilot[None], field: str, *keys: str) -> None:
    """Open the settings, go to one, press keys, and go back."""
    await pilot.press("=", *["j"] * row_of(field), *keys, "escape")
    await settled(pilot)


async def test_another_language_is_spoken_at_once(app: JinbiaoApp, home: Path) -> None:
    """Titles, labels, the line of keys, the settings themselves."""
    async with app.run_test(size=(130, 30)) as pilot:
        await settled(pilot)
        assert "原文" in shown(app)
        await pilot.press("=", "l", "l")
        await settled(pilot)
        assert "语言" not in shown(app)
        assert "language" in shown(app)
        await pilot.press("escape")
        await settled(pilot)
        assert spoken() is Language.EN
        for words in ("source", "annotated", "span", "2 ORG", "accept"):
            assert words in shown(app)
        for words in ("原文", "标注", "机构", "接受"):
            assert words not in shown(app).replace("机构 ORG", "")
    assert load_preferences(home / "settings.toml").language is Language.EN


async def test_panes_one_above_the_other(app: JinbiaoApp) -> None:
    """As wide as the screen, both in sight, on a narrow terminal as well."""
    async with app.run_test(size=(60, 30)) as pilot:
        await settled(pilot)
        spread = app.bench.view.spread
        assert not spread.source.display or spread.source.region.width == 0
        await change(pilot, "layout", "l")
        assert app.chosen.preferences.layout is Layout.ABOVE
        assert spread.source.region.width == spread.annotated.region.width == 60
        assert spread.source.region.bottom == spread.annotated.region.y


async def test_the_inspector_can_be_put_away(app: JinbiaoApp) -> None:
    """Its room goes to the panes."""
    async with app.run_test(size=(140, 30)) as pilot:
        await settled(pilot)
        before = app.bench.view.spread.region.width
        await change(pilot, "inspector", "l")
        assert app.bench.view.spread.region.width == 140 > before
        await change(pilot, "inspector", "h")
        assert app.bench.view.spread.region.width == before


async def test_a_preset_of_keys_works_at_once(app: JinbiaoApp) -> None:
    """What Enter does on the bench, and what the line of keys says."""
    async with app.run_test(size=(130, 30)) as pilot:
        await settled(pilot)
        assert app.bench.page is not None
        reading = app.bench.page.session.reading
        await change(pilot, "keys", "l")
        assert app.chosen.preferences.keys is Hands.ARROWS
        assert "Enter a" in shown(app)
        before = reading.undecided
        await pilot.press("enter")
        await settled(pilot)
        assert reading.undecided == before - 1


async def test_a_preset_that_clashes_with_own_keys_is_refused(app: JinbiaoApp, home: Path) -> None:
    """It is told, and the keys stay as they were."""
    home.mkdir(exist_ok=True)
    (home / "keys.toml").write_text('done = "enter"\n')
    async with app.run_test(size=(130, 30)) as pilot:
        await settled(pilot)
        await change(pilot, "keys", "l")
        assert app.chosen.preferences.keys is Hands.VIM
        assert "enter cannot be the key of both" in toasts(app)


async def test_choices_go_around(app: JinbiaoApp) -> None:
    """Back from the first is the last; Enter and a click take the next one."""
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.press("=", "j", "h")
        assert app.chosen.preferences.theme is Theme.ANSI
        await pilot.press("enter")
        assert app.chosen.preferences.theme is Theme.DARK
        await pilot.press("right")
        assert app.chosen.preferences.theme is Theme.LIGHT


async def test_the_palette_offers_the_choices(app: JinbiaoApp) -> None:
    """By their words in either language."""
    async with app.run_test(size=(130, 30)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *"light")
        await pilot.pause(1)
        await pilot.press("enter")
        await settled(pilot)
        assert app.chosen.preferences.theme is Theme.LIGHT


async def test_the_cursor_of_the_terminal_follows(app: JinbiaoApp) -> None:
    """On the current words, on the current row, in a field; shown when it is chosen."""
    written: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        pane, session = app.bench.view.spread.annotated, app.bench.page and app.bench.page.session
        assert session is not None
        place = app.cursor_position
        assert place in pane.content_region
        before = pane.content_region.offset
        # The margin, and the glyph before the first span, stand before its words.
        assert place - before == (2, 0)
        await pilot.press("v", "l", "l")
        await settled(pilot)
        assert app.cursor_position == (place.x + 4, place.y)
        await pilot.press("escape", "=")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert app.cursor_position == (1, 1)
        await pilot.press("j")
        assert app.cursor_position == (1, 2)
        assert app._driver is not None
        app._driver.write = written.append  # type: ignore[method-assign]  # what is sent
        await pilot.press(*"jjjj", "l")
        assert SHOW_CURSOR in written


@pytest.mark.parametrize("size", [(20, 10), (80, 24), (200, 50)])
async def test_settings_can_be_changed_on_any_terminal(
    app: JinbiaoApp, size: tuple[int, int]
) -> None:
    """The choice in force is in sight, whatever the width."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("=", "j", "l")
        await settled(pilot)
        assert app.chosen.preferences.theme is Theme.LIGHT
        assert "[浅色]" in shown(app)


async def test_where_there_is_no_room_for_all_choices_their_number_is_told(app: JinbiaoApp) -> None:
    """With the place of the one in force among them; the others come in its stead."""
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await pilot.press("=", *["j"] * row_of("theme"))
        await settled(pilot)
        assert "[深色]  1/5" in shown(app)
        await pilot.press("l")
        await settled(pilot)
        assert "[浅色]  2/5" in shown(app)

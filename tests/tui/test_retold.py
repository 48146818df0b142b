"""A language chosen while a screen is open is spoken there at once, whichever it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.store import Store
from tests.tui.conftest import fake_worker
from tests.tui.opened import SCREENS, TO_THE_TARGET, shown
from tests.tui.ours import SCREENS as OURS
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.language import Language
from tui.screens.greeting import GreetingScreen


async def choose(app: JinbiaoApp, pilot: Pilot[None], language: Language) -> None:
    app.choose("language", language)
    await pilot.pause(0.4)


def test_no_screen_is_left_out() -> None:
    """The greeting stands by itself."""
    known = {"GreetingScreen", *SCREENS}
    assert {screen.__name__ for screen in OURS} == known


@pytest.mark.parametrize("name", SCREENS)
async def test_it_is_as_if_the_screen_was_opened_in_that_language(
    app: JinbiaoApp, name: str
) -> None:
    """Titles, rows, notes and keys are those of where the language was chosen before."""
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.pause(0.4)
        await pilot.press(*TO_THE_TARGET)
        looks = []
        for language in (Language.EN, Language.ZH):
            await choose(app, pilot, language)
            await pilot.press(*SCREENS[name])
            await pilot.pause(0.4)
            assert type(app.screen).__name__ == name
            before = shown(app)
            await choose(app, pilot, Language.EN)
            looks.append(shown(app))
            while app.screen is not app.bench:
                await pilot.press("escape")
                await pilot.pause(0.2)
        assert looks[0] == looks[1] != before


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A store without an article."""
    store = Store.open(tmp_path / "empty.db", "测试", default_scheme())
    yield store
    store.close()


async def test_the_greeting_follows_the_settings_over_it(empty: Store) -> None:
    """Back from there, it greets in the other language."""
    app = JinbiaoApp(empty, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.4)
        assert isinstance(app.screen, GreetingScreen)
        assert "欢迎来到金标" in shown(app)
        await pilot.press("=", "h", "escape")
        await pilot.pause(0.4)
        assert isinstance(app.screen, GreetingScreen)
        assert "Welcome to jinbiao" in shown(app)
        assert "import articles" in shown(app)
        assert "欢迎" not in shown(app)

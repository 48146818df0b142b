"""The command palette: what can be done on the screen below it, and anywhere."""

from __future__ import annotations

from textual.command import CommandList
from textual.pilot import Pilot

from tests.tui.test_bench import SIZE, press
from tui.app import JinbiaoApp
from tui.screens.jump import JumpScreen


async def test_the_palette_finds_a_command_in_either_language(app: JinbiaoApp) -> None:
    """What a key does is done from the palette too."""
    async with app.run_test(size=SIZE) as pilot:
        for words in ("jump to a", "跳到标题"):
            await press(pilot, "ctrl+p")
            await pilot.press(*("space" if c == " " else c for c in words))
            await pilot.pause(0.6)
            await press(pilot, "enter")
            await pilot.pause(0.3)
            assert isinstance(app.screen, JumpScreen)
            await press(pilot, "escape")


async def offered(pilot: Pilot[None], words: str = "") -> list[str]:
    """The lines of the palette for what is typed, and the palette closed again."""
    await press(pilot, "ctrl+p")
    await pilot.press(*("space" if c == " " else c for c in words))
    await pilot.pause(0.6)
    rows = pilot.app.screen.query_one(CommandList)
    lines = [str(rows.get_option_at_index(i).prompt) for i in range(rows.option_count)]
    await press(pilot, "escape")
    return lines


def caps(lines: list[str]) -> dict[str, str]:
    return {line[9:].strip(): line[:8].strip() for line in lines}


async def test_the_palette_offers_what_the_screen_below_it_does(app: JinbiaoApp) -> None:
    """With the keys of its list, and what the app does anywhere; nothing of the bench's own."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        await pilot.pause(0.3)
        found = caps(await offered(pilot))
        assert found["分组"] == "o"
        assert found["下移"] == "j ↓"
        assert found["返回"] == "Esc t q"
        assert found["设置"] == "="
        assert "十步导览" in found
        assert not {"撤销", "完成", "选主体"} & set(found)
        assert list(found).index("分组") < list(found).index("下移") < list(found).index("设置")


async def test_what_is_chosen_in_the_palette_is_done_on_the_screen_below(app: JinbiaoApp) -> None:
    """The ledger is grouped; back from it, the bench has its own commands again."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", "ctrl+p")
        await pilot.press(*"只看已定")
        await pilot.pause(0.6)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        assert "只看已定" in str(app.screen.query_one("#table").border_subtitle)
        await press(pilot, "escape")
        assert "撤销" in caps(await offered(pilot))


async def test_settings_open_over_any_screen_but_once(app: JinbiaoApp) -> None:
    """From the palette; over themselves they stay as they are."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L")
        for _ in range(2):
            await press(pilot, "ctrl+p")
            await pilot.press(*"settings")
            await pilot.pause(0.6)
            await press(pilot, "enter")
            await pilot.pause(0.3)
        names = [type(screen).__name__ for screen in app.screen_stack]
        assert names[-2:] == ["LibraryScreen", "SettingsScreen"]


async def test_the_palette_has_a_command_for_each_label(app: JinbiaoApp) -> None:
    """And none that would give the first of them for all."""
    async with app.run_test(size=SIZE) as pilot:
        found = caps(await offered(pilot))
        assert found["标为人物"] == "1"
        assert found["标为愿景"] == "0"
        assert "改标或标注选区" not in found
        await press(pilot, "ctrl+p")
        await pilot.press(*"标为项目")
        await pilot.pause(0.6)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        assert app.bench.page is not None
        mark = app.bench.page.session.current
        assert mark is not None
        assert mark.span.label == "PROJECT"
        await press(pilot, "R")
        assert "另一读法" not in caps(await offered(pilot))


async def test_a_palette_without_a_hit_says_so(app: JinbiaoApp) -> None:
    """And which key leads out; Enter does nothing but close it."""
    async with app.run_test(size=SIZE) as pilot:
        (told,) = await offered(pilot, "zzzz")
        assert "Esc" in told
        await press(pilot, "ctrl+p")
        await pilot.press(*"zzzz")
        await pilot.pause(0.6)
        await press(pilot, "enter")
        assert app.screen is app.bench


async def test_a_palette_that_is_left_while_it_opens_does_no_harm(app: JinbiaoApp) -> None:
    """Its worker would look for the list that is not there any more."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.action_command_palette()
        app.pop_screen()
        await pilot.pause(0.3)
        assert app.screen is app.bench

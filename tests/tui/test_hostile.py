"""Hostile articles: nothing of them is obeyed, neither by the terminal nor as markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import fake_worker
from tests.tui.opened import shown
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Suggestion
from tui.app import JinbiaoApp
from tui.screens.attributes import AttributesScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.library import LibraryScreen
from tui.screens.owner import OwnerScreen
from tui.screens.preview import PreviewScreen
from tui.screens.search import SearchScreen

HOSTILE = (
    "[/nope][@click=app.quit]标题[/]\x1b]0;owned\x07\n"
    "\x1b[31m红\x1b[0m \x9b2J 左\u202e右\u2066 零\u200b宽\ufeff 私\ue000有 控\x08\x0b制\n"
    "e" + "\u0301" * 300 + " [b]粗[/b] [link=x]y\n"
)
BAD = {chr(c) for c in (*range(32), *range(0x7F, 0xA0), 0x202E, 0x2066, 0x200B, 0xFEFF)}


@pytest.fixture
def hostile(tmp_path: Path) -> JinbiaoApp:
    """The app on a hostile article, under a hostile name, with hostile suggestions."""
    store = Store.open(tmp_path / "hostile.db", "[b]\x1b[2J", default_scheme())
    article = load_bytes(HOSTILE.encode(), "a/\x1b[2J[/nope].txt")
    store.add(article)
    told = {"indicator": "[/nope]\x1b[2J", "base_value": "[/x]"}
    offer = Suggestion(0, 8, "TARGET", told, 0.99, "\x1b[2J[/by]")
    store.put_suggestions(article.id, SUGGESTER, VERSION, [offer])
    notices = ["\x1b]0;x\x07[/nope] cannot be read"]
    return JinbiaoApp(store, default_scheme(), notices, worker=fake_worker)


async def test_nothing_hostile_is_drawn(hostile: JinbiaoApp) -> None:
    """Every screen shows it as stand-ins, and markup as it is written."""
    async with hostile.run_test(size=(130, 30)) as pilot:
        for keys in (["a"], ["S"], ["S", "v", "l", "l", "2"], ["L"], ["escape", "question_mark"]):
            await pilot.press(*keys)
            await pilot.pause()
            drawn = "".join(
                segment.text
                for strip in hostile.screen._compositor.render_strips()
                for segment in strip
            )
            assert not BAD & set(drawn)
        await pilot.press("escape")
        await pilot.pause()
        source = hostile.bench.view.spread.source
        assert "[/nope][@click=app.quit]" in source.render_line(0).text
        assert "␛" in "".join(source.render_line(y).text for y in range(6))


@pytest.mark.parametrize(
    ("keys", "screen", "told"),
    [
        (["slash", *"[x=*"], SearchScreen, "Esc 返回 · [x=* ─╯"),
        (["plus"], PreviewScreen, "─ [/nope][@click=app.quit]标题[/] ─╯"),
        (["e"], AttributesScreen, "╭─ 目标 [/nope]["),
        (["o"], OwnerScreen, "╭─ 主体 · 0"),
        (["L", "slash", *"[x=*", "enter"], LibraryScreen, "╭─ 文章库 · [x=* ·"),
        (["t", "slash", *"[x=*", "enter"], LedgerScreen, "全部 · [x=* ─╯"),
    ],
)
async def test_no_frame_takes_words_for_markup(
    hostile: JinbiaoApp, keys: list[str], screen: type[Screen[object]], told: str
) -> None:
    """What is typed, chosen or looked at stands on frames as it is."""
    async with hostile.run_test(size=(130, 30)) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.3)
        assert isinstance(hostile.screen, screen)
        assert told in shown(hostile)

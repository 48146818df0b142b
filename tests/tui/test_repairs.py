"""The list of repairs: what a reviewer rules of one, and where that leaves the labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.mark import Mark
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import fake_worker, suggestions
from text.loading import load_bytes
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.screens.repairs import RepairsScreen
from tui.widgets.bars import KeyBar

DAMAGED = "嘉善縣委書記江(jiāng)海洋說,規上工業總產值(zhí)突破２３００億元,,全面開啟。\n"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[JinbiaoApp]:
    """The bench on a damaged article."""
    store = Store.open(tmp_path / "repairs.db", "甲", default_scheme())
    article = load_bytes(DAMAGED.encode(), "damaged.txt")
    store.add(article)
    offers = suggestions(article.revision.text)
    store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
    yield JinbiaoApp(store, default_scheme(), worker=fake_worker)
    store.close()


def text_of(app: JinbiaoApp) -> str:
    page = app.bench.page
    assert page is not None
    return page.session.text


def words_of(app: JinbiaoApp) -> list[str]:
    page = app.bench.page
    assert page is not None

    def words(mark: Mark) -> str:
        return text_of(app)[mark.span.start : mark.span.end]

    return [words(mark) for mark in page.session.reading.marks if mark.state.kept]


def rows(app: JinbiaoApp) -> list[str]:
    screen = app.screen
    assert isinstance(screen, RepairsScreen)
    return [line for y in range(10) if (line := screen._rows.render_line(y).text.strip())]


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.1)


async def test_routine_repairs_are_shown_only_when_asked_for(app: JinbiaoApp) -> None:
    """Full-width digits are listed at once, pinyin and script with `t`."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "R")
        assert len(rows(app)) == 1
        assert "２３００ → 2300" in rows(app)[0]
        await press(pilot, "t")
        assert any("(jiāng) → ∅" in row for row in rows(app))
        assert any("叠标点" in row for row in rows(app))


async def test_a_refused_repair_comes_back_and_labels_stay_on_their_words(app: JinbiaoApp) -> None:
    """Refusing puts the raw words back; decisions follow; one undo brings everything back."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "a", "a", "a", "a")
        before, labelled = text_of(app), words_of(app)
        assert labelled == ["嘉善县委", "书记", "江海洋", "规上工业总产值突破2300亿元"]
        await press(pilot, "R", "t", "t", "x")
        assert "已拒" in rows(app)[0]
        assert "突破２３００亿元" in text_of(app)
        assert words_of(app) == [*labelled[:3], "规上工业总产值突破２３００亿元"]
        await press(pilot, "escape", "u")
        assert text_of(app) == before
        assert words_of(app) == labelled


async def test_a_refusal_is_taken_back_with_the_same_key(app: JinbiaoApp) -> None:
    """`x` on a refused repair lets it be made again."""
    async with app.run_test(size=(120, 30)) as pilot:
        before = text_of(app) if app.bench.page else None
        await press(pilot, "R", "x", "x")
        assert "已修" in rows(app)[0]
        assert before is None or text_of(app) == before
        assert "突破2300亿元" in text_of(app)


async def test_typed_words_settle_a_repair(app: JinbiaoApp) -> None:
    """`e` takes what the reviewer types, Chinese included."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "R", "e")
        app.screen.query_one("#typed", Input).value = "两千三百"
        await press(pilot, "enter")
        assert "突破两千三百亿元" in text_of(app)
        assert "已定" in rows(app)[0]


async def test_words_as_they_came_refuse_a_repair(app: JinbiaoApp) -> None:
    """It stays in the list, so that `x` can have it made again."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "R", "e")
        app.screen.query_one("#typed", Input).value = "２３００"
        await press(pilot, "enter")
        assert "突破２３００亿元" in text_of(app)
        assert "已拒" in rows(app)[0]
        await press(pilot, "x")
        assert "突破2300亿元" in text_of(app)
        assert "已修" in rows(app)[0]


async def test_what_a_key_tells_gives_way_to_the_keys_with_the_next_row(app: JinbiaoApp) -> None:
    """As that there is nothing to settle where a repair is certain."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "R", "t", "a")
        bar = app.screen.query_one(KeyBar)
        assert "不必认可" in bar.render_line(0).text
        await press(pilot, "j")
        assert "另一读法" in bar.render_line(0).text


async def test_enter_goes_to_the_place(app: JinbiaoApp) -> None:
    """The cursor of the bench stands on what was repaired."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "R", "enter")
        page = app.bench.page
        assert page is not None
        assert text_of(app)[page.session.cursor.caret :].startswith("2300")

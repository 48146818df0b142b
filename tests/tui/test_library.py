"""The library under the keys and the mouse, and what greets where there is nothing in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.store import Store
from tests.tui.conftest import fake_worker, toasts
from tests.tui.test_bench import SIZE, press
from text.loading import load_bytes
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.importing import Importer, Tally
from tui.language import Language, speak
from tui.page.cells import cells
from tui.review.shelf import PAGE, Shelf
from tui.review.typed_paths import typed_paths
from tui.screens.greeting import GreetingScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.watch import StoreChanged
from tui.widgets.card_row import card_row
from tui.widgets.import_panel import summary
from tui.widgets.row_list import RowList


def rows_of(app: JinbiaoApp) -> list[str]:
    """The rows on the screen."""
    rows = app.screen.query_one("#library", RowList)
    drawn = (rows.render_line(y).text.strip() for y in range(rows.size.height))
    return [line for line in drawn if line]


def told(app: JinbiaoApp) -> str:
    """The key line of the screen that is open."""
    return app.screen.query_one("#keys").render_line(0).text


async def read(pilot: Pilot[None]) -> None:
    """Wait until the list has been read."""
    for _ in range(200):
        await pilot.pause()
        if "读取中" not in str(pilot.app.screen.query_one("#library").border_title):
            return
    pytest.fail("the library never ended reading")


async def opened(pilot: Pilot[None]) -> None:
    """The library, read to its end."""
    await press(pilot, "L")
    await read(pilot)


async def filtered(pilot: Pilot[None], wanted: str) -> None:
    """Type a filter."""
    await press(pilot, "slash")
    pilot.app.screen.query_one("#typed", Input).value = wanted
    await press(pilot, "enter")
    await read(pilot)


async def until(pilot: Pilot[None], what: Callable[[], bool]) -> None:
    """Wait for another process."""
    for _ in range(600):
        await pilot.pause(0.05)
        if what():
            return
    pytest.fail("it never came to be")


async def test_a_filter_stays_when_one_comes_back(app: JinbiaoApp, store: Store) -> None:
    """By words and states; 0 takes it off again."""
    store.reading(store.library()[1].id).set_flag(flag=True)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert len(rows_of(app)) == 2
        await filtered(pilot, "has:flag")
        (row,) = rows_of(app)
        assert "⚑" in row
        await press(pilot, "escape")
        await opened(pilot)
        assert len(rows_of(app)) == 1
        await press(pilot, "0")
        await read(pilot)
        assert len(rows_of(app)) == 2


async def test_a_wrong_filter_is_told_and_typed_on(app: JinbiaoApp) -> None:
    """The line stays open with what was typed; the list stays as it was."""
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await filtered(pilot, "nonsense:1")
        assert "nonsense" in told(app)
        typed = app.screen.query_one("#typed", Input)
        assert (typed.display, typed.value) == (True, "nonsense:1")
        assert len(rows_of(app)) == 2
        await press(pilot, "escape", "escape")
        assert app.screen is app.bench


async def test_where_nothing_fits_the_way_out_is_told(app: JinbiaoApp) -> None:
    """Every key is harmless there."""
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await filtered(pilot, "海南")
        assert rows_of(app) == []
        assert "0 全部" in app.screen.query_one("#nothing").render_line(0).text
        await press(pilot, "enter", "plus", "minus", "G", "j", "X", "pagedown")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "q")
        assert app.screen is app.bench


async def test_articles_are_raised_and_lowered(app: JinbiaoApp, store: Store) -> None:
    """The cursor goes with the article; the others follow in their order."""
    first, second = (card.id for card in store.library())
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "G", "plus")
        await read(pilot)
        assert "↑1" in rows_of(app)[0]
        rows = app.screen.query_one("#library", RowList)
        assert rows.cursor == 0
        assert [store.cards([it])[0].priority for it in (first, second)] == [0, 1]
        await press(pilot, "minus", "minus")
        await read(pilot)
        assert "↓1" in rows_of(app)[1]
        assert rows.cursor == 1


async def test_a_click_points_and_a_double_click_opens(app: JinbiaoApp, store: Store) -> None:
    """The first one opens nothing."""
    second = store.library()[1].id
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.click("#library", offset=(5, 2))
        await pilot.pause()
        assert app.screen.query_one("#library", RowList).cursor == 1
        await pilot.click("#library", offset=(5, 2), times=2)
        await pilot.pause()
        assert app.screen is app.bench
        assert app.bench.article_id == second


async def test_paths_are_imported_from_within(
    app: JinbiaoApp, store: Store, tmp_path: Path
) -> None:
    """Articles appear, what cannot be read is told, and the bench goes on meanwhile."""
    (tmp_path / "新 闻.txt").write_text("海南提出目标。\n", encoding="utf-8")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "i")
        line = f"'{tmp_path / '新 闻.txt'}' {tmp_path / 'missing.txt'}"
        app.screen.query_one("#paths", Input).value = line
        await press(pilot, "enter")
        await until(pilot, lambda: "missing.txt" in toasts(app))
        assert "导入 1 篇 · 1 个读不出" in toasts(app)
        app.lookout.look()
        await until(pilot, lambda: len(rows_of(app)) == 3)
        assert any("新 闻.txt" in row or "海南" in row for row in rows_of(app))


async def test_an_import_is_stopped(app: JinbiaoApp, tmp_path: Path) -> None:
    """The rest is left; another one can begin."""
    (tmp_path / "folder").mkdir()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        for _ in range(2):
            await press(pilot, "i")
            app.screen.query_one("#paths", Input).value = str(tmp_path / "folder")
            await press(pilot, "enter")
            await press(pilot, "X")
            await until(pilot, lambda: "已停止" in toasts(app))
            app.clear_notifications()


async def test_a_bench_without_articles_greets(tmp_path: Path) -> None:
    """It takes what is imported, and opens the first article."""
    (tmp_path / "一.txt").write_text("海南提出目标。\n", encoding="utf-8")
    with_nothing = Store.open(tmp_path / "empty.db", "测试", default_scheme())
    app = JinbiaoApp(with_nothing, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, GreetingScreen)
        await press(pilot, "escape", "question_mark", "escape", "i", "q", "escape")
        assert isinstance(app.screen, GreetingScreen)
        await press(pilot, "i")
        app.screen.query_one("#paths", Input).value = str(tmp_path / "一.txt")
        await press(pilot, "enter")
        await until(pilot, lambda: "导入 1 篇" in toasts(app))
        app.lookout.look()
        await until(pilot, lambda: app.bench.page is not None)
        assert app.screen is app.bench
    with_nothing.close()


async def test_the_first_article_waits_below_the_help(tmp_path: Path) -> None:
    """It comes while one reads there: the help stays, and behind it is the article."""
    store = Store.open(tmp_path / "empty.db", "测试", default_scheme())
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "question_mark")
        store.add(load_bytes("海南提出目标。\n".encode(), "一.txt"))
        app.screen_stack[-2].post_message(StoreChanged())
        await pilot.pause(0.3)
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        await until(pilot, lambda: app.screen is app.bench)
    store.close()


async def test_from_the_greeting_one_leaves(tmp_path: Path) -> None:
    """With q, and with status 0; t asks for the tour."""
    with_nothing = Store.open(tmp_path / "empty.db", "测试", default_scheme())
    for key, tour in (("q", False), ("t", True)):
        app = JinbiaoApp(with_nothing, default_scheme(), worker=fake_worker)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await press(pilot, key)
        assert (app.return_code or 0, app.asked_for_tour) == (0, tour)
    with_nothing.close()


def test_a_shelf_reads_page_by_page(store: Store) -> None:
    """A card is read with those around it, once, until it is looked at again."""
    for number in range(PAGE):
        store.add(load_bytes(f"第{number}篇。\n".encode(), f"{number}.txt"))
    shelf = Shelf(store)
    shelf.take(it for some in store.queue() for it in some)
    assert len(shelf) == PAGE + 2
    last = shelf.ids[-1]
    assert (shelf.place(last), shelf.place("nothing"), shelf.place(None)) == (PAGE + 1, None, None)
    first = shelf.card(PAGE + 1)
    assert first is not None
    assert first.id == last
    store.prioritise(last, 1)
    assert shelf.card(PAGE + 1) is first
    shelf.look_again()
    again = shelf.card(PAGE + 1)
    assert again is not None
    assert again.priority == 1


@pytest.mark.parametrize("width", [18, 30, 60, 79, 80, 118, 198])
@pytest.mark.parametrize("language", Language)
def test_a_row_is_as_wide_as_its_list(store: Store, width: int, language: Language) -> None:
    """Whatever is to be told in it; nothing hostile gets through."""
    speak(language)
    hostile = load_bytes("题\n正文。\n".encode(), "a/\x1b[2J[/nope]" + "长" * 50 + ".txt")
    store.add(hostile)
    reading = store.reading(hostile.id)
    reading.set_comment("\x1b]0;批\n注" * 30)
    reading.set_flag(flag=True)
    store.prioritise(hostile.id, -3)
    bob = Store.open(Path(store.db.path), "乙" * 30, default_scheme())
    bob.claim(hostile.id)
    bob.close()
    (card,) = store.cards([hostile.id])
    drawn = card_row(card, store.claimed_by_others()[hostile.id], width).plain
    assert cells(drawn) <= width
    assert "\x1b" not in drawn
    assert "\n" not in drawn


def test_in_few_cells_one_sees_which_article_it_is(store: Store) -> None:
    """The figures give way to its name."""
    assert "0.txt" in card_row(store.library()[0], None, 18).plain


def test_paths_are_taken_as_they_are_typed_or_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One as it stands where there is such a file, else as a shell would; ~ is the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    spaced = tmp_path / "新 闻.txt"
    spaced.touch()
    assert typed_paths(f" {spaced} ") == [str(spaced)]
    assert typed_paths("~/新 闻.txt") == [str(spaced)]
    assert typed_paths(r"a\ b.txt 'c d.txt' ~/e") == ["a b.txt", "c d.txt", str(tmp_path / "e")]
    assert typed_paths("it's.txt") == ["it's.txt"]
    assert typed_paths("~nobody-of-that-name/x") == ["~nobody-of-that-name/x"]
    assert typed_paths("  ") == []
    assert typed_paths("新闻" * 500) == ["新闻" * 500]


async def test_an_importer_that_cannot_open_the_store_says_so(tmp_path: Path) -> None:
    """And is ready for the next import."""
    ended: list[tuple[Tally, bool]] = []
    nowhere = tmp_path / "nowhere" / "a.db"
    importer = Importer(nowhere, "ann", default_scheme(), lambda *told: ended.append(told))
    assert importer.start(["x.txt"])
    assert not importer.start(["y.txt"])
    while importer.tally is not None:
        await asyncio.sleep(0.05)
    ((tally, stopped),) = ended
    assert not stopped
    assert "nowhere" in tally.faults[0]
    assert "nowhere" in summary(tally, stopped=False)

"""The targets ledger: its rows, and its screen under the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.figures import Figure
from store.matching import match
from store.store import Store
from tests.store.figuring import result, target
from tests.tui.conftest import OFFERS, toasts
from tests.tui.opened import shown
from tests.tui.test_bench import SIZE, current_words, key_line, press
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.page.cells import cells
from tui.review import ledger as ledgers
from tui.review.ledger import Choice, Grouping, Heading, Ledger, View
from tui.review.ledger_filter import Filter, parse_filter
from tui.review.ledger_order import Column
from tui.screens.ledger import LedgerScreen
from tui.widgets.ledger_table import LedgerHead, figure_row, slots
from tui.widgets.row_list import RowList

SOME = (
    target(1, value="100", owner="嘉善县委", period="2025"),
    target(1, value="90", owner="", indicator="利润", unit="亿元", period=""),
    result(2, value="104", owner="嘉善县", period="2025"),
    target(3, value="120", owner="嘉善县", period="2025"),
    target(4, value="7", indicator="GDP", period="2023-H1", change="growth", base_unit="%"),
)


def ledger_of(*figures: Figure) -> Ledger:
    """A ledger with these figures in it, compared."""
    ledger = Ledger()
    ledger.take(figures, Filter(), decided_only=False)
    ledger.matches = match(ledger.figures)
    return ledger


def test_rows_come_in_the_order_of_a_column() -> None:
    """What lacks it comes last in either direction."""
    ledger = ledger_of(*SOME)
    assert ledger.rows(View()) == [0, 1, 2, 3, 4]
    assert ledger.rows(View(column=Column.PERIOD))[-1] == 1
    backwards = ledger.rows(View(column=Column.PERIOD, descending=True))
    assert (backwards[0], backwards[-2], backwards[-1]) == (0, 4, 1)
    assert ledger.rows(View(column=Column.VALUE)) == [4, 1, 0, 2, 3]
    assert ledger.rows(View(column=Column.REACHED, descending=True))[:2] == [0, 3]


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts_all_rows(column: Column) -> None:
    """None is lost, whatever is missing."""
    ledger = ledger_of(*SOME, target(5, value="x", certainty="?", unit=""))
    assert sorted(map(str, ledger.rows(View(column=column)))) == list("012345")


def test_groups_have_headings() -> None:
    """By owner, however it is written, and by the year in which periods end; unknown ones last."""
    ledger = ledger_of(*SOME)
    by_owner = ledger.rows(View(grouping=Grouping.OWNER))
    assert Heading("嘉善县委", 3) in by_owner
    assert by_owner[-2:] == [Heading("", 1), 1]
    by_year = ledger.rows(View(grouping=Grouping.YEAR))
    assert [row for row in by_year if isinstance(row, Heading)] == [
        Heading("2023", 1),
        Heading("2025", 3),
        Heading("", 1),
    ]


def test_only_some_rows_are_chosen() -> None:
    """Those that are contradicted, or targets with a result; and each knows its counterparts."""
    ledger = ledger_of(*SOME)
    assert ledger.rows(View(choice=Choice.CONFLICTS)) == [0, 3]
    assert ledger.rows(View(choice=Choice.STANDINGS)) == [0, 3]
    assert ledger.counterparts(0) == [2, 3]
    assert ledger.counterparts(2) == [0, 3]
    assert ledger.counterparts(4) == []


def test_a_filter_is_words_and_a_query() -> None:
    """Terms with a key go to the store, words stay; folded, in quotes, and with a minus."""
    found = parse_filter('產值 -利润 date>=2024-01 "a B" -status:done source:"x y" -')
    assert found == Filter(
        ("产值", "a b", "-"), ("利润",), 'date>=2024-01 -status:done source:"x y"'
    )
    assert parse_filter("") == Filter()


def test_a_filter_takes_rows_by_their_columns() -> None:
    """All words, in any column, and none of those with a minus."""
    row = target(value="1")
    assert parse_filter("科技 總產值 第1篇").takes(row)
    assert not parse_filter("科技 利润").takes(row)
    assert not parse_filter("科技 -产值").takes(row)


def test_a_full_ledger_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds so many rows and no more; suggestions can be left out."""
    monkeypatch.setattr(ledgers, "MOST", 2)
    ledger = Ledger()
    ledger.take(SOME[:2], Filter(), decided_only=False)
    assert not ledger.full
    ledger.take(SOME[2:], Filter(), decided_only=False)
    assert ledger.full
    assert len(ledger.figures) == 2
    decided = Ledger()
    decided.take(SOME, Filter(), decided_only=True)
    assert decided.figures == []


@pytest.mark.parametrize("width", [20, 60, 77, 100, 118, 198])
@pytest.mark.parametrize("language", Language)
def test_a_row_is_as_wide_as_its_table(width: int, language: Language) -> None:
    """In any language, whatever its words; nothing hostile gets through."""
    speak(language)
    row = target(
        value="9" * 50, owner="\x1b[2J[/nope]" * 9, indicator="指" * 99, period="2023-01/2024-06"
    )
    standing = ledger_of(*SOME).matches.standings[0]
    drawn = figure_row(row, standing, contradicted=True, width=width).plain
    assert cells(drawn) == max(width, sum(slot.width for slot in slots(width)))
    assert "\x1b" not in drawn


@pytest.mark.parametrize("width", [37, 57, 77, 117])
@pytest.mark.parametrize("language", Language)
def test_owner_and_indicator_have_room_for_words(width: int, language: Language) -> None:
    """What matters less goes first; what is left stands in one place in head and rows."""
    speak(language)
    room = {slot.column: slot.width for slot in slots(width)}
    assert room[Column.OWNER] >= 8
    assert room[Column.INDICATOR] >= 12
    assert Column.VALUE in room
    assert sum(room.values()) <= width


async def test_names_of_columns_stand_over_their_columns(app: JinbiaoApp) -> None:
    """Within the frame of the rows."""
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "t")
        await pilot.pause(0.4)
        drawn = shown(app).splitlines()
        assert drawn[0].startswith("╭─ 目标台账")
        name = drawn[1].index("数值")
        number = drawn[2].index("2300") + len("2300")
        assert cells(drawn[1][:name]) < cells(drawn[2][:number]) <= cells(drawn[1][:name]) + 8


async def test_what_is_asked_for_is_said_in_the_language_chosen(app: JinbiaoApp) -> None:
    """Also on a line that was open before."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "t", "/")
        await pilot.pause(0.2)
        assert "不要的词" in shown(app)
        app.choose("language", Language.EN)
        await pilot.pause(0.3)
        assert "words to leave out" in shown(app)


async def test_a_base_value_is_told_where_it_is_another_number(app: JinbiaoApp) -> None:
    """In the words of the language spoken."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "t")
        await pilot.pause(0.4)
        assert "= 230000000000 人民币元" in shown(app)


def rows_of(app: JinbiaoApp) -> list[str]:
    """The rows on the screen; a line that says why there are none is not one."""
    rows = app.screen.query_one("#ledger", RowList)
    drawn = (rows.render_line(y).text.strip() for y in range(rows.size.height))
    return [line for line in drawn if line and "Esc" not in line]


async def opened(pilot: Pilot[None]) -> None:
    """The ledger, read to its end."""
    await press(pilot, "t")
    await read(pilot)


async def read(pilot: Pilot[None]) -> None:
    """Wait until the rows have been read."""
    for _ in range(200):
        await pilot.pause()
        if "读取中" not in str(pilot.app.screen.query_one("#table").border_subtitle):
            return
    pytest.fail("the ledger never ended reading")


async def test_t_opens_the_ledger_and_enter_goes_to_the_span(app: JinbiaoApp) -> None:
    """The bench has the target in hand then, and t comes back to its row."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "N")
        await opened(pilot)
        assert isinstance(app.screen, LedgerScreen)
        (row,) = rows_of(app)
        assert all(part in row for part in ("▏", "目标", "嘉善县委", ">2300", "亿元", "2025"))
        await press(pilot, "enter")
        assert current_words(app) == OFFERS[3][0]
        assert "t 回到台账" in key_line(app)
        await opened(pilot)
        assert isinstance(app.screen, LedgerScreen)
        await press(pilot, "t")
        assert app.screen is app.bench


async def test_what_one_looks_at_stays(app: JinbiaoApp) -> None:
    """Order, groups and filter are there again when the ledger is opened again."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await opened(pilot)
        await press(pilot, "o", "s", "escape")
        await opened(pilot)
        assert rows_of(app)[0].startswith("── 嘉善县委 · 1")
        assert "▲" in app.screen.query_one(LedgerHead).render_line(0).text


async def test_a_filter_leaves_rows_out(app: JinbiaoApp) -> None:
    """By words, by a query, and a wrong query is told; nothing left is told too."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await opened(pilot)
        for typed, count in (("利润", 0), ("產值", 1), ("产值 status:done", 0), ("nonsense:1", 0)):
            await press(pilot, "slash")
            app.screen.query_one(Input).value = typed
            await press(pilot, "enter")
            await read(pilot)
            assert len(rows_of(app)) == count, typed
        assert "nonsense" in toasts(app)


async def test_only_decided_ones_are_shown_when_asked(app: JinbiaoApp) -> None:
    """Suggested ones count too until then."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await opened(pilot)
        await press(pilot, "D")
        await read(pilot)
        assert rows_of(app) == []


async def test_the_rows_are_exported(
    app: JinbiaoApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a CSV file, wherever it was meant; another kind of name is refused, nothing is written."""
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await opened(pilot)
        await press(pilot, "e", "enter")
        assert "嘉善县委" in Path("exports/targets.csv").read_text("utf-8-sig")
        await press(pilot, "e")
        app.screen.query_one(Input).value = "test.db"
        await press(pilot, "enter")
        assert Path("test.db").stat().st_size > 1000
        await press(pilot, "e")
        app.screen.query_one(Input).value = "~nobody-of-that-name/x.csv"
        await press(pilot, "enter")
        assert Path("~nobody-of-that-name/x.csv").exists()


async def test_an_empty_ledger_says_which_keys_lead_on(store: Store, app: JinbiaoApp) -> None:
    """Where nothing was found nothing breaks: every key is tried."""
    reading = store.reading(store.library()[0].id)
    for mark in reading.marks:
        reading.reject(mark.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await opened(pilot)
        await press(pilot, "enter", "m", "s", "S", "r", "o", "v", "j", "G", "R")
        await read(pilot)
        assert "还没有目标或成果 · Esc" in app.screen.query_one("#ledger").render_line(0).text
        await press(pilot, "q")
        assert app.screen is app.bench

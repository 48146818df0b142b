"""Progress: pace, forecast, and the screen that shows them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.course import Day
from store.stats import Acceptance, Pace, Stats
from store.store import Store
from tests.tui.test_bench import press
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.page.cells import cells
from tui.review.effort import IDLE, EffortMeter
from tui.review.forecast import Forecast, forecast, pace
from tui.screens.progress import acceptance_row, summary, ticks
from tui.widgets.row_list import RowList

DAYS = [Day("2026-01-01", 100, 2, 3600, 150), Day("2026-01-05", 50, 1, 3600, 90)]


def stats_of(undecided: int) -> Stats:
    """So many suggestions wait, in four articles."""
    articles = {"new": 3, "open": 1, "done": 3}
    return Stats("ann", articles, {}, undecided, (), (), Pace(0, 0, None, None))


def test_pace_is_by_the_hour_of_work() -> None:
    """Spans and articles an hour, keys a decision; nothing where nothing was done."""
    found = pace(DAYS)
    assert (found.spans, found.articles, found.keys) == (75, 1.5, 1.6)
    assert pace([]) == pace([Day("2026-01-01")])
    assert pace([]).spans is None


def test_a_forecast_goes_by_the_calendar() -> None:
    """Three hundred spans at thirty a day, days off counted: ten days, four hours of work."""
    found = forecast(stats_of(300), DAYS, date(2026, 1, 5))
    assert (found.spans, found.articles, found.hours) == (300, 4, 4)
    assert found.ends == date(2026, 1, 15)


def test_only_the_pace_of_late_tells_what_comes() -> None:
    """What was long ago does not; without any pace there is no day."""
    old = [Day(f"2025-01-{day:02}", 1, 0, 3600, 1) for day in range(1, 20)]
    recent = [Day(f"2026-01-{day:02}", 100, 0, 3600, 100) for day in range(1, 8)]
    assert forecast(stats_of(700), old + recent, date(2026, 1, 7)).ends == date(2026, 1, 14)
    assert forecast(stats_of(5), [], date(2026, 1, 7)).ends is None
    assert forecast(stats_of(10**12), DAYS, date(2026, 1, 7)).ends is not None


@pytest.mark.parametrize(
    ("decisions", "seconds", "told"), [(19, 600, False), (20, 119, False), (20, 120, True)]
)
def test_what_comes_is_told_once_enough_was_done(
    decisions: int, seconds: float, told: bool
) -> None:
    """Twenty decisions, in two minutes of work at least; what is left is told at once."""
    days = [Day("2026-01-01", decisions // 2, 0, seconds / 2, decisions)]
    days.append(Day("2026-01-02", decisions - decisions // 2, 0, seconds / 2, decisions))
    found = forecast(stats_of(300), days, date(2026, 1, 2))
    assert (found.spans, found.articles) == (300, 4)
    assert (found.hours is not None, found.ends is not None) == (told, told)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [56, 76, 120])
def test_no_word_of_the_summary_is_cut_in_two(width: int, language: Language) -> None:
    """What there is no room for is left out whole."""
    speak(language)
    stats = stats_of(502)
    ahead = forecast(stats, DAYS, date(2026, 1, 5))
    without = Forecast(502, 5, None, None)
    for line in (
        *summary(stats, pace(DAYS), ahead, width),
        summary(stats, pace([]), without, width)[2],
    ):
        assert line.cell_len <= width
        assert line.plain.count("(") == line.plain.count(")")


def test_idle_time_is_not_counted() -> None:
    """Of a long pause only so much counts, before a key and before a decision."""
    now = 0.0
    meter = EffortMeter(lambda: now)
    for pause in (10.0, 3600.0, 5.0):
        now += pause
        meter.key()
    now += 7200.0
    assert meter.read().seconds == 10 + IDLE + 5 + IDLE
    meter.restart()
    now += 3.0
    assert meter.read().seconds == 3


@pytest.mark.parametrize("width", [40, 78, 118])
def test_a_row_is_as_wide_as_its_table(width: int) -> None:
    """Whatever its name and however many."""
    row = Acceptance("\x1b]0;x\x07指标" * 9, 10**8, 5, 5, 0.9)
    for drawn in (acceptance_row(row, width), acceptance_row("标签", width)):
        assert cells(drawn.plain) == width
        assert "\x1b" not in drawn.plain


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
@pytest.mark.parametrize("language", Language)
async def test_percent_shows_how_far_one_is(
    app: JinbiaoApp, store: Store, size: tuple[int, int], language: Language
) -> None:
    """Counts, pace and acceptance; before the first decision it says that there is no pace yet."""
    speak(language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "percent_sign")
        ahead = app.screen.query_one("#summary").render_line(2).text
        if size[0] >= 80:
            assert ("还没有速度" in ahead) or ("no pace yet" in ahead)
        await press(pilot, "escape")
        reading = store.reading(store.library()[0].id)
        reading.accept(reading.marks[0].id)
        await press(pilot, "percent_sign")
        rows = app.screen.query_one("#acceptance", RowList)
        if size[1] >= 24:
            assert ("机构" if language is Language.ZH else "ORG") in rows.render_line(1).text
        await press(pilot, "R", "q")
        assert app.screen is app.bench


@given(st.floats(0, 1e7), st.integers(1, 12))
def test_plots_are_measured_by_round_numbers(most: float, parts: int) -> None:
    """Whole ones, from 0 to what is just not below the most; no more than there is room for."""
    found = ticks(most, parts=parts)
    step = found[1]
    assert found == [step * place for place in range(len(found))]
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert len(found) - 1 <= parts
    assert found[-1] - step < most <= found[-1] or (most, found) == (0, [0, 1])

"""Progress: what is done day by day, the pace, how suggestions do, and when it will be over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, count
from math import ceil

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual_plotext import PlotextPlot

from store.course import Day
from store.stats import Acceptance, Stats
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.choices.theme import Role, ink
from tui.keymap import PROGRESS, bindings, cap_of
from tui.language import say
from tui.page.cells import cells, drawable, fit
from tui.retold import Retold
from tui.review.forecast import (
    ENOUGH,
    ENOUGH_SECONDS,
    Forecast,
    Pace,
    forecast,
    pace,
)
from tui.scheme_words import label_words
from tui.watch import StoreChanged
from tui.widgets.bars import KeyBar, gauge
from tui.widgets.lines import Lines
from tui.widgets.row_list import RowList

DAYS_SHOWN = 60
"""The most days in a plot."""

WIDE = 70
"""Cells from which rows have room for a suggester's whole name."""

DIM, BOLD = Style(dim=True), Style(bold=True)


@dataclass(frozen=True, slots=True)
class Account:
    """What the store tells of one person's work."""

    stats: Stats
    days: Sequence[Day]


class ProgressScreen(Screen[None]):
    """Shows how far one has come; nothing here changes anything."""

    BINDINGS = bindings([PROGRESS])

    def __init__(self, load: Callable[[], Account], scheme: Scheme, today: date) -> None:
        super().__init__()
        self._load = load
        self._scheme = scheme
        self._today = today
        self._account: Account | None = None
        self._summary = Lines(id="summary")
        self._done = PlotextPlot(id="done")
        self._pace = PlotextPlot(id="pace")
        self._acceptance = RowList(id="acceptance")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """In words, in two plots, in a table."""
        yield self._summary
        with Horizontal(id="plots"):
            yield self._done
            yield self._pace
        yield self._acceptance
        yield self._keys

    def on_mount(self) -> None:
        """Read what there is."""
        for plot in (self._done, self._pace):
            # Colours of the terminal's own: they can be read on any ground, and with NO_COLOR.
            plot.theme = "clear"
        self.set_focus(self._acceptance)
        self.action_load()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show it, and as many keys as there is room for."""
        self._summary.border_title = say("进度", "progress")
        self._done.border_title = say("累计判断", "decisions so far")
        self._pace.border_title = say("每小时判断", "decisions an hour")
        self._acceptance.border_title = say("建议的采纳", "what became of suggestions")
        self.call_after_refresh(self._show)
        self.call_after_refresh(self._keys.show, PROGRESS.told)

    @on(StoreChanged)
    def action_load(self) -> None:
        """Read it anew."""
        try:
            self._account = self._load()
        except JinbiaoError as error:
            self.notify(drawable(str(error)), severity="error", markup=False)
            return
        self._show()

    def _show(self) -> None:
        if self._account is None:
            return
        stats, days = self._account.stats, self._account.days
        ahead = forecast(stats, days, self._today)
        self._summary.put(summary(stats, pace(days), ahead, self._summary.size.width))
        plot(self._done, days, [*accumulate(day.decisions for day in days)])
        plot(self._pace, days, [hourly(day) for day in days])
        rows = acceptance_rows(stats, self._scheme)
        accept, reject = cap_of("accept"), cap_of("reject")
        nothing = say(
            f"还没有判断 · Esc 回到文章，{accept} 接受，{reject} 拒绝",
            f"nothing decided yet · Esc back to the article: {accept} accepts, {reject} rejects",
        )
        self._acceptance.show(
            len(rows), lambda index, width: acceptance_row(rows[index], width), nothing=nothing
        )


def hourly(day: Day) -> float:
    """Decisions per hour of a day's work, however little of it there was."""
    return day.decisions / day.seconds * 3600 if day.seconds else 0.0


def plot(where: PlotextPlot, days: Sequence[Day], values: Sequence[float]) -> None:
    """Draw a value a day, the latest days; where there is one day only, a point."""
    days, values = days[-DAYS_SHOWN:], values[-DAYS_SHOWN:]
    plt = where.plt
    plt.clear_figure()
    places = list(range(len(days)))
    if len(days) > 1:
        plt.plot(places, values, marker="braille")
    else:
        plt.scatter(places, values, marker="dot")
    ends = sorted({0, len(days) - 1}) if days else []
    plt.xticks([float(end) for end in ends], [days[end].date[5:] for end in ends])
    heights = ticks(max(values, default=0), parts=max(1, where.size.height // 4))
    plt.yticks([float(height) for height in heights], [f"{height:,}" for height in heights])
    plt.ylim(0, heights[-1])
    where.refresh()


def ticks(most: float, *, parts: int) -> list[int]:
    """Round numbers from 0 on, evenly apart, that reach `most` in so many `parts` or fewer."""
    steps = (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))
    step = next(step for step in steps if step * parts >= most)
    return list(range(0, max(1, ceil(most / step)) * step + 1, step))


def summary(stats: Stats, speed: Pace, ahead: Forecast, width: int) -> list[Text]:
    """What is done, how fast, what is left; what goes by it only where `width` cells have room."""
    articles, done = sum(stats.articles.values()), stats.articles["done"]
    decided = sum(stats.decided.values())
    all_marks = decided + stats.undecided
    return [
        Text.assemble(
            (say("文章 ", "articles "), DIM),
            (f"{done:,}/{articles:,} {gauge(done / articles if articles else 0, 10)}", BOLD),
            (say("  标注 ", "  spans "), DIM),
            (
                f"{decided:,}/{all_marks:,} {gauge(decided / all_marks if all_marks else 0, 10)}",
                BOLD,
            ),
        ),
        _with_room(
            Text.assemble(
                (say("每小时 ", "an hour "), DIM),
                _number(speed.spans) + say(" 处 · ", " spans · "),
                _number(speed.articles) + say(" 篇", " articles"),
                (say("  每处 ", "  a decision "), DIM),
                _number(speed.keys) + say(" 键", " keys"),
            ),
            say("（不计空闲）", " (idle time not counted)"),
            width,
        ),
        _ahead(ahead, width),
    ]


def _with_room(line: Text, more: str, width: int) -> Text:
    """The line with what may be left out behind it, where there is room for that."""
    return line.append(more, DIM) if line.cell_len + cells(more) <= width else line


def _ahead(ahead: Forecast, width: int) -> Text:
    line = Text.assemble(
        (say("还剩 ", "left "), DIM),
        (say(f"{ahead.spans:,} 处 · {ahead.articles:,} 篇", f"{ahead.spans:,} spans · "), BOLD),
        (say("", f"{ahead.articles:,} articles"), BOLD),
    )
    if ahead.hours is None or ahead.ends is None:
        line.append(say("  还没有速度可推算", "  no pace yet to tell when"), DIM)
        enough = say(
            f"（判断满 {ENOUGH} 处、{ENOUGH_SECONDS // 60} 分钟起）",
            f" (from {ENOUGH} decisions in {ENOUGH_SECONDS // 60} minutes on)",
        )
        return _with_room(line, enough, width)
    hours, ends = f"{ahead.hours:,.1f}", f"{ahead.ends:%Y-%m-%d}"
    line.append(say(f"  约 {hours} 小时 · {ends} 完成", f"  ~{hours} h · done by {ends}"))
    return _with_room(line, say("（照近日进度）", " at the pace of late"), width)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.1f}"


def acceptance_rows(stats: Stats, scheme: Scheme) -> list[Acceptance | str]:
    """The labels by what they are called, then the suggesters, each under a heading."""
    rows: list[Acceptance | str] = []
    labels = [replace(row, name=label_words(scheme, row.name)) for row in stats.labels]
    for name, some in (
        (say("标签", "label"), labels),
        (say("来源", "suggester"), stats.suggesters),
    ):
        rows += (name, *some) if some else ()
    return rows


def acceptance_row(row: Acceptance | str, width: int) -> Text:
    """A row of `width` cells: accepted, corrected and rejected, the accepted share as a bar."""
    name = 12 if width < WIDE else 20
    bar = max(0, min(30, width - name - 38))
    if isinstance(row, str):
        heads = (say("接受", "accepted"), say("修正", "corrected"), say("拒绝", "rejected"))
        counts = "".join(fit(head, 10) for head in heads)
        return Text(
            fit(f"{fit(row, name)}{counts}{say('接受率', 'share')}", width),
            ink(Role.HEADING, bold=True),
        )
    counts = "".join(f"{count:<10,}" for count in (row.accepted, row.corrected, row.rejected))
    share = f"{row.accepted_share:>4.0%} {gauge(row.accepted_share, bar) if bar else ''}"
    return Text(
        fit(f"{fit(drawable(row.name).replace(chr(10), ' '), name - 1)} {counts}{share}", width)
    )

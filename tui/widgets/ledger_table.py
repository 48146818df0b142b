"""The ledger's table: its columns for a width, the line of their names, a row, a heading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message

from store.figures import TARGET, Figure
from store.mark import State
from store.matching import Standing, Verdict
from tui.choices.theme import Role, ink
from tui.language import Language, Phrase, say, spoken
from tui.page.cells import cells, drawable, fit
from tui.page.look import SYMBOLS
from tui.review.ledger import Heading, View
from tui.review.ledger_order import Column
from tui.widgets.inspector_blocks import COMPARATORS
from tui.widgets.lines import Lines

DIM, BOLD = Style(dim=True), Style(bold=True)
VERDICTS = {
    Verdict.REACHED: ("✓", Phrase("已达成", "reached"), Role.GOOD),
    Verdict.UNDER_WAY: ("◐", Phrase("在途", "under way"), Role.NOTICE),
    Verdict.BEHIND: ("✗", Phrase("落后", "behind"), Role.BAD),
}
CERTAINTIES = {
    "committed": Phrase("确保", "committed"),
    "ambition": Phrase("力争", "ambition"),
    "forecast": Phrase("预计", "forecast"),
    "planned": Phrase("计划", "planned"),
    "reached": Phrase("已达", "reached"),
}
LABELS = {True: Phrase("目标", "TARGET"), False: Phrase("成果", "RESULT")}
LONGEST = 60
"""Code points of an attribute that a row can show at the most."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column in place: `start` and `width` in cells, one of them empty at its end."""

    column: Column
    start: int
    width: int


def slots(width: int) -> list[Slot]:
    """The columns that a table of `width` cells has room for, from left to right."""
    fixed = _fixed(width)
    room = max(8, width - sum(fixed.values()))
    fixed[Column.OWNER] = room * 2 // 5
    fixed[Column.INDICATOR] = room - fixed[Column.OWNER]
    placed, start = [], 0
    for column, taken in fixed.items():
        placed.append(Slot(column, start, taken))
        start += taken
    return placed


def _fixed(width: int) -> dict[Column, int]:
    """The cells of each column but owner and indicator, which share what is left."""
    wide, narrow, tight = width >= 100, width < 72, width < 48
    fixed = {
        Column.STATE: 2,
        Column.LABEL: 7 if wide else 3,
        Column.OWNER: 0,
        Column.INDICATOR: 0,
        Column.VALUE: 15 if wide else 8 if narrow else 11,
        Column.UNIT: 10 if wide else 6 if narrow else 7,
        Column.PERIOD: 17 if wide else 11 if narrow else 12,
        Column.CERTAINTY: 11 if wide else 5 if spoken() is Language.ZH else 9,
        Column.REACHED: 7 if narrow else 9,
    }
    if width >= 150:
        fixed[Column.ARTICLE] = width // 5
    left_out = {Column.CERTAINTY} if narrow else set()
    if tight:
        left_out |= {Column.LABEL, Column.PERIOD, Column.REACHED}
    return {column: taken for column, taken in fixed.items() if column not in left_out}


class LedgerHead(Lines):
    """The names of the columns, the one that rows are sorted by with an arrow; a click sorts."""

    class Sorted(Message):
        """Rows are to be sorted by `column`."""

        def __init__(self, column: Column) -> None:
            super().__init__()
            self.column = column

    def show(self, view: View) -> None:
        """Show the names."""
        line = Text()
        for slot in slots(self._room):
            name = _head(slot)
            if slot.column is view.column:
                arrow = "▼" if view.descending else "▲"
                name = fit(name, min(cells(name), slot.width - 1)) + arrow
                line.append(fit(name, slot.width), BOLD)
            else:
                line.append(fit(name, slot.width - 1) + " ", DIM)
        self.put([line])

    @property
    def _room(self) -> int:
        """The width of the rows below, which have a scroll bar beside them."""
        return max(0, self.size.width - 1)

    def on_click(self, event: events.Click) -> None:
        """Sort by the column under the mouse."""
        for slot in slots(self._room):
            if slot.start <= event.x < slot.start + slot.width:
                self.post_message(self.Sorted(slot.column))


def _head(slot: Slot) -> str:
    if slot.column is Column.STATE:
        return ""
    name = str(slot.column.value)
    return name[:1] if slot.width <= 3 else name


def figure_row(figure: Figure, standing: Standing | None, contradicted: bool, width: int) -> Text:
    """A row of `width` cells for a figure; a suggested one is dim."""
    dim = DIM if figure.state is State.SUGGESTED else Style.null()
    line = Text()
    for slot in slots(width):
        if slot.column is Column.REACHED:
            line.append_text(_reached(standing, contradicted, slot.width))
        else:
            line.append(_CELLS[slot.column](figure, slot.width), dim)
    return line


def heading_row(heading: Heading, width: int) -> Text:
    """A row of `width` cells above a group."""
    name = shown(heading.name) or say("（未知）", "(unknown)")
    return Text(fit(f"── {name} · {heading.count} ", width), ink(Role.HEADING, bold=True))


def value_of(figure: Figure) -> str:
    """Bound, number and unit for reading: `≥2300亿元`."""
    return f"{_bound(figure)}{_number(figure)}{shown(figure.unit)}"


def percent(share: Decimal) -> str:
    """A share for reading; beyond a hundred times only that it is so."""
    if abs(share) >= 100:
        return "<-9999%" if share < 0 else ">9999%"
    return f"{share:.0%}"


def period_of(figure: Figure) -> str:
    """The period for reading: one year is named once, a deadline and `each` by a word."""
    begin, _, end = shown(figure.period).partition("/")
    if end and begin[:5] == end[:5]:
        end = end[5:]
    words = {"by": say("到", "by "), "each": say("每", "each ")}.get(figure.period_kind, "")
    if words and not begin:
        return say("每年", "each") if figure.period_kind == "each" else ""
    return words + (f"{begin}/{end}" if end else begin)


def _reached(standing: Standing | None, contradicted: bool, width: int) -> Text:
    line = Text()
    line.append("! " if contradicted else "  ", ink(Role.WARNING, bold=True))
    if standing is None:
        return line.append(" " * (width - 2))
    sign, _, role = VERDICTS[standing.verdict]
    return line.append(fit(f"{sign}{percent(standing.share)}", width - 2), ink(role))


def _value(figure: Figure, width: int) -> str:
    number = _bound(figure) + _number(figure)
    number = fit(number, min(cells(number), width - 1))
    return " " * (width - 1 - cells(number)) + number + " "


def _bound(figure: Figure) -> str:
    bound = COMPARATORS.get(figure.comparator, "")
    return "" if bound == "=" else bound


def _number(figure: Figure) -> str:
    """The number, with an arrow where it is a change: `↑40`, `6–6.5`."""
    arrow = {"growth": "↑", "decline": "↓"}.get(figure.change, "")
    highest = f"–{shown(figure.value_max)}" if figure.value_max else ""
    return f"{arrow}{shown(figure.value)}{highest}"


def _text(told: Callable[[Figure], str]) -> Callable[[Figure, int], str]:
    return lambda figure, width: fit(told(figure), width - 1) + " "


def _label(figure: Figure, width: int) -> str:
    name = str(LABELS[figure.label == TARGET])
    return fit(name if width > 3 else name[:1], width - 1) + " "


def _certainty(figure: Figure) -> str:
    return str(CERTAINTIES.get(figure.certainty, shown(figure.certainty)))


def shown(words: str) -> str:
    return drawable(words[:LONGEST]).replace("\n", "⏎")


_CELLS: dict[Column, Callable[[Figure, int], str]] = {
    Column.STATE: lambda figure, width: fit(SYMBOLS[figure.state], width),
    Column.LABEL: _label,
    Column.OWNER: _text(lambda figure: shown(figure.owner)),
    Column.INDICATOR: _text(lambda figure: shown(figure.indicator)),
    Column.VALUE: _value,
    Column.UNIT: _text(lambda figure: shown(figure.unit)),
    Column.PERIOD: _text(period_of),
    Column.CERTAINTY: _text(_certainty),
    Column.ARTICLE: _text(lambda figure: shown(figure.home.title or figure.home.source)),
}

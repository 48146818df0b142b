"""Figures in the rows of a table that was copied as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from suggest.quantities import Quantity, find_quantities

_CELL = re.compile(r"[^\s|│]+")
_LABEL = re.compile(r"[一-鿿“（(#*：:]{2}")
_NUMBER = re.compile(r"[-+−]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[^0-9\s。，；]{0,6})?$")
_HEADER_UNIT = re.compile(r"[（(](.{1,8}?)[)）]$")
_LONGEST_LINE = 200
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: `text[start:end]` with the row's label where it is the row's first.

    `row` is the label, `column` the heading of the column, empty where there is none.
    """

    start: int
    end: int
    quantity: Quantity
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    cells: Sequence[tuple[int, int]]

    def is_row(self, text: str) -> bool:
        """Whether it is a label, at most one unit, and numbers, the last of them at the end."""
        if len(self.cells) < 2:
            return False
        label, *rest = (text[slice(*cell)] for cell in self.cells)
        numbers = [bool(_NUMBER.match(cell)) for cell in rest]
        named = bool(_LABEL.match(label)) and len(label) <= _LONGEST_LABEL
        return named and numbers[-1] and numbers.count(False) <= 1


def find_cells(text: str) -> Iterator[Cell]:
    """The numbers in the tables of a folded `text`, row by row; a table has two rows or more."""
    lines = [
        _Line(m.start(), m.end(), [(c.start(), c.end()) for c in _CELL.finditer(text, *m.span())])
        for m in re.finditer(r"[^\n]+", text)
        if m.end() - m.start() <= _LONGEST_LINE
    ]
    rows = [line.is_row(text) for line in lines]
    header: _Line | None = None
    for index, line in enumerate(lines):
        if not rows[index]:
            header = line
        elif (index and rows[index - 1]) or (index + 1 < len(lines) and rows[index + 1]):
            yield from _cells(text, header, line)


def _cells(text: str, header: _Line | None, line: _Line) -> Iterator[Cell]:
    label = text[slice(*line.cells[0])]
    unit = ""
    begin = line.start
    columns = header.cells if header and len(header.cells) == len(line.cells) else ()
    for index, (start, end) in enumerate(line.cells[1:], 1):
        quantity = next(find_quantities(text[start:end]), None)
        if quantity is None or quantity.start > 0:
            unit = text[start:end]
            continue
        column = text[slice(*columns[index])] if columns else ""
        moved = _moved(quantity, start)
        yield Cell(
            begin if unit or index == 1 else start, end, _united(moved, unit, column), label, column
        )
        unit, begin = "", start


def _moved(quantity: Quantity, by: int) -> Quantity:
    q = quantity
    return replace(q, start=q.start + by, end=q.end + by, value=q.value + by, after=q.after + by)


def _united(quantity: Quantity, unit: str, column: str) -> Quantity:
    """The quantity in the unit that its row or its column gives, where it has none itself."""
    if quantity.unit:
        return quantity
    heading = _HEADER_UNIT.search(column)
    unit = unit or (heading[1] if heading else "")
    whole = next(find_quantities(f"1{unit}"), None)
    if whole is None or not whole.name:
        return quantity
    return replace(
        quantity, unit=whole.unit, name=whole.name, base_unit=whole.base_unit, factor=whole.factor
    )

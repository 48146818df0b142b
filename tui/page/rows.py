"""A text broken into the rows of a pane."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate

from tui.page.cells import WIDTHS
from tui.page.kinsoku import break_before

NARROWEST = 4
"""Cells; below this no layout is worth drawing, and rows keep making progress."""

NO_WIDTH_IN_A_ROW = 16
"""Code points of no width (combining marks) that a full row may hold besides."""


class Rows:
    """`text` (already drawable) in rows of at most `width` cells, broken by the Chinese rules.

    `extra` tells for a code point how many cells of glyphs stand at its edges; they stay with it.
    Rows are half-open code-point ranges without their line feed. Building takes time in proportion
    to the text; `rebreak` only to what changed.
    """

    def __init__(self, text: str, width: int, extra: Mapping[int, int]) -> None:
        self.text = text
        self.width = max(NARROWEST, width)
        self._extra = extra
        self._starts, self._ends = self._break(0, array("q"), 0)

    def __len__(self) -> int:
        return len(self._starts)

    def range(self, row: int) -> tuple[int, int]:
        """The code points of `row`."""
        return self._starts[row], self._ends[row]

    def row_of(self, offset: int) -> int:
        """The row in which the code point at `offset` stands (a line feed: the row it ends)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def cells_before(self, offset: int) -> int:
        """Cells from the start of its row to the character at `offset` and its glyphs."""
        start, end = self.range(self.row_of(offset))
        return sum(self._cells(position) for position in range(start, min(offset, end)))

    def offset_at(self, row: int, column: int) -> int:
        """The code point drawn at cell `column` of `row`; behind the row, its end."""
        row = min(max(row, 0), len(self) - 1)
        start, end = self.range(row)
        for position in range(start, end):
            column -= self._cells(position)
            if column < 0:
                return position
        return end

    def rebreak(self, start: int, end: int) -> tuple[int, int]:
        """Break anew around `start:end`, where glyphs came or went.

        Returns the first row that may look different and the change in the number of rows.
        """
        first = max(0, self.row_of(start) - 1)
        stop = bisect_left(self._starts, end + 1)
        begins, ends = self._break(self._starts[first], self._starts, stop)
        joined = (
            bisect_left(self._starts, ends.pop()) if len(ends) > len(begins) else len(self._starts)
        )
        before = len(self._starts)
        self._starts[first:joined] = begins
        self._ends[first:joined] = ends
        return first, len(self._starts) - before

    def _cells(self, position: int) -> int:
        return WIDTHS[self.text[position]] + self._extra.get(position, 0)

    def _break(self, position: int, known: array[int], stop: int) -> tuple[array[int], array[int]]:
        """Rows from `position` on, until one would start where a row of `known[stop:]` starts.

        In that case the start where they meet is left as a last, extra element of the ends.
        """
        starts, ends = array("q"), array("q")
        size = len(self.text)
        while True:
            end, following = self._row_from(position)
            starts.append(position)
            ends.append(end)
            if following > size:
                return starts, ends
            position = following
            while stop < len(known) and known[stop] < position:
                stop += 1
            if stop < len(known) and known[stop] == position:
                ends.append(position)
                return starts, ends

    def _row_from(self, start: int) -> tuple[int, int]:
        """Where the row that begins at `start` ends, and where the next one begins."""
        text = self.text
        # A row of Chinese holds half as many characters as cells: look at more only if they fit.
        for length in (self.width // 2 + 2, self.width + NO_WIDTH_IN_A_ROW):
            window, _, _ = text[start : start + length].partition("\n")
            fitting = self._fitting(window, start)
            if fitting < length:
                break
        end = start + fitting
        if fitting == len(window) and text.startswith("\n", end):
            return end, end + 1
        if end >= len(text):
            return end, len(text) + 1
        end = break_before(text, start, end)
        return end, end

    def _fitting(self, window: str, start: int) -> int:
        """How many characters of `window` fit into a row; at least one, so that rows advance."""
        widths = list(map(WIDTHS.__getitem__, window))
        if self._extra:
            extra = self._extra.get
            widths = [width + extra(start + i, 0) for i, width in enumerate(widths)]
        total = list(accumulate(widths))
        if not total or total[-1] <= self.width:
            return len(window)
        return max(1, bisect_right(total, self.width))

"""A stretch of a text broken into the rows of a pane."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from tui.page.cells import WIDTHS
from tui.page.kinsoku import break_before

NARROWEST = 4
"""Cells; below this no layout is worth drawing, and rows keep making progress."""

NO_WIDTH_IN_A_ROW = 16
"""Code points of no width (combining marks) that a full row may hold besides."""


class Rows:
    """`text[start:end]` in rows of at most `width` cells, broken by the Chinese rules.

    `text` is drawable already; `extra` tells for a code point how many cells of glyphs stand at its
    edges: they stay with it. Rows are half-open code-point ranges of `text` without their line
    feed; behind a line feed that ends the text, not just a stretch of it, there is an empty row.
    """

    def __init__(
        self,
        text: str,
        width: int,
        extra: Mapping[int, int],
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self._text = text
        self._width = max(NARROWEST, width)
        self._extra = extra
        self._end = len(text) if end is None else end
        self._starts, self._ends = array("q"), array("q")
        self._break(start)

    def __len__(self) -> int:
        return len(self._starts)

    def range(self, row: int) -> tuple[int, int]:
        """The code points of `row`."""
        return self._starts[row], self._ends[row]

    def row_of(self, offset: int) -> int:
        """The row in which the code point at `offset` stands (a line feed: the row it ends)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _break(self, position: int) -> None:
        behind = self._end + 1 if self._end == len(self._text) else self._end
        while position < behind:
            self._starts.append(position)
            end, position = self._row_from(position)
            self._ends.append(end)

    def _row_from(self, start: int) -> tuple[int, int]:
        """Where the row that begins at `start` ends, and where the next one begins."""
        text, limit = self._text, self._end
        # A row of Chinese holds half as many characters as cells: look at more only if they fit.
        for length in (self._width // 2 + 2, self._width + NO_WIDTH_IN_A_ROW):
            window, _, _ = text[start : min(start + length, limit)].partition("\n")
            fitting = self._fitting(window, start)
            if fitting < length:
                break
        end = start + fitting
        if fitting == len(window) and text.startswith("\n", end, limit):
            return end, end + 1
        if end >= limit:
            return end, limit + 1
        end = break_before(text, start, end)
        return end, end

    def _fitting(self, window: str, start: int) -> int:
        """How many characters of `window` fit into a row; at least one, so that rows advance."""
        widths = list(map(WIDTHS.__getitem__, window))
        if self._extra:
            extra = self._extra.get
            widths = [width + extra(start + i, 0) for i, width in enumerate(widths)]
        total = list(accumulate(widths))
        if not total or total[-1] <= self._width:
            return len(window)
        return max(1, bisect_right(total, self._width))

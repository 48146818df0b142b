"""A text of any length in rows, laid out where it is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping

from tui.page.cells import WIDTHS
from tui.page.kinsoku import break_before
from tui.page.rows import Rows

LONGEST = 2048
"""Code points of a stretch; so many are laid out in a millisecond."""

Row = tuple[int, int]
"""The code points of a row, half-open, without its line feed."""


class Layout:
    """`text` (already drawable) in rows of at most `width` cells.

    The text is cut into stretches, each laid out on its own when one of its rows is first asked
    for; so opening takes no longer for a longer text, and a row goes by its code points, never by a
    number that only all rows before it could tell. `extra` is as for `Rows`; whoever changes it
    says so with `forget`. `longest` is as for `stretches`.
    """

    def __init__(
        self, text: str, width: int, extra: Mapping[int, int], longest: int = LONGEST
    ) -> None:
        self._text = text
        self._width = width
        self._extra = extra
        self._starts = stretches(text, longest)
        self._laid_out: dict[int, Rows] = {}

    def row(self, offset: int, by: int = 0) -> Row:
        """The row `by` rows below the one that holds the code point at `offset`.

        A line feed stands in the row that it ends. Beyond the text it is the first or last row.
        """
        stretch, row = self._walk(offset, by)
        rows = self._rows(stretch)
        return rows.range(max(0, min(row, len(rows) - 1)))

    def rows(self, offset: int, count: int) -> list[Row]:
        """The row that holds the code point at `offset` and those below it, `count` in all.

        They are fewer where the text ends.
        """
        stretch, first = self._walk(offset, 0)
        found: list[Row] = []
        while stretch < len(self._starts) and len(found) < count:
            rows = self._rows(stretch)
            last = min(len(rows), first + count - len(found))
            found += map(rows.range, range(first, last))
            stretch, first = stretch + 1, 0
        return found

    def offset_at(self, row: Row, column: int) -> int:
        """The code point drawn at cell `column` of `row`; behind the row, its end."""
        start, end = row
        for position in range(start, end):
            column -= self._cells(position)
            if column < 0:
                return position
        return end

    def column(self, offset: int) -> int:
        """The cell of its row at which the code point at `offset` begins, its glyphs included."""
        start, end = self.row(offset)
        return sum(map(self._cells, range(start, min(offset, end))))

    def below(self, offset: int, by: int) -> int:
        """The code point drawn `by` rows below the one at `offset`, or as near as the text allows.

        Of a row it is no line feed, unless the row is empty.
        """
        column = self.column(offset)
        start, end = self.row(offset, by)
        return max(start, min(self.offset_at((start, end), column), end - 1))

    def forget(self, start: int, end: int) -> None:
        """Lay out anew what stands at `start:end`: glyphs came or went there."""
        first, last = self._stretch_of(start), self._stretch_of(max(start, end - 1))
        for stretch in range(first, last + 1):
            self._laid_out.pop(stretch, None)

    def _cells(self, position: int) -> int:
        return WIDTHS[self._text[position]] + self._extra.get(position, 0)

    def _walk(self, offset: int, by: int) -> tuple[int, int]:
        """The stretch and the row in it that are `by` rows below the row of `offset`."""
        stretch = self._stretch_of(offset)
        row = self._rows(stretch).row_of(offset) + by
        while row < 0 and stretch > 0:
            stretch -= 1
            row += len(self._rows(stretch))
        while row >= len(self._rows(stretch)) and stretch + 1 < len(self._starts):
            row -= len(self._rows(stretch))
            stretch += 1
        return stretch, row

    def _stretch_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _rows(self, stretch: int) -> Rows:
        rows = self._laid_out.get(stretch)
        if rows is None:
            start, *end = self._starts[stretch : stretch + 2]
            rows = Rows(self._text, self._width, self._extra, start, end[0] if end else None)
            self._laid_out[stretch] = rows
        return rows


def stretches(text: str, longest: int) -> array[int]:
    """Where the stretches of `text` begin: 0 first.

    They are at most `longest` code points, not counting a line feed at the end, and end with
    paragraphs. A paragraph that is longer is cut where a row may break; a new row begins there.
    """
    starts = array("q", [0])
    while len(text) - starts[-1] > longest:
        start = starts[-1]
        limit = start + longest
        cut = text.rfind("\n", start, limit) + 1
        if not cut:
            cut = limit + 1 if text[limit] == "\n" else break_before(text, start, limit)
        if cut >= len(text):
            break
        starts.append(cut)
    return starts

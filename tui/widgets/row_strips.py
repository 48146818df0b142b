"""Rows of text as strips of a pane, kept until something in them looks different."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.page.cells import cells
from tui.page.layout import Row
from tui.page.paint import PaintIndex, draw

MARGIN = 1
"""Cells kept free at each side of the text."""

KEPT = 256
"""Strips that are kept: a few pages, so that scrolling back and forth draws nothing twice."""

AHEAD = 4
"""Rows drawn ahead at a time: less than a millisecond, between two keys."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a pane draws its lines: `width` cells of text in `base`, between two cells of frame.

    `finish` is what is done to all segments of the text at the end, such as taking colours out.
    """

    width: int
    base: Style
    left: Segment
    right: Segment
    thumb: Segment
    finish: Callable[[list[Segment]], list[Segment]]


class RowStrips:
    """The strips of `text`'s rows under `paints`."""

    def __init__(self, text: str, paints: PaintIndex, look: Look) -> None:
        self._text = text
        self._paints = paints
        self._look = look
        self._strips: dict[tuple[Row | None, bool], Strip] = {}

    def strip(self, row: Row | None, *, thumb: bool) -> Strip:
        """The strip of `row` (None: a line without text), with the scroll bar's thumb or not."""
        strip = self._strips.get((row, thumb))
        if strip is None:
            if len(self._strips) >= KEPT:
                del self._strips[next(iter(self._strips))]
            strip = self._strips[row, thumb] = self._draw(row, thumb=thumb)
        return strip

    def draw_ahead(self, rows: Iterable[Row]) -> None:
        """Draw the first few of `rows` that are not drawn yet, for when they come into view."""
        missing = (row for row in rows if (row, False) not in self._strips)
        for row in list(islice(missing, AHEAD)):
            self.strip(row, thumb=False)

    def forget(self, start: int, end: int) -> None:
        """Draw anew what stands at `start:end` and next to it."""
        touched = [k for k in self._strips if k[0] and k[0][0] <= end and start <= k[0][1]]
        for key in touched:
            del self._strips[key]

    def _draw(self, row: Row | None, *, thumb: bool) -> Strip:
        look = self._look
        drawn = row_segments(self._text, row, self._paints, look.base) if row else []
        room = look.width - sum(cells(segment.text) for segment in drawn)
        drawn.append(Segment(" " * room, look.base))
        side = look.thumb if thumb else look.right
        return Strip([look.left, *look.finish(drawn), side], look.width + 2)


def row_segments(text: str, row: Row, paints: PaintIndex, base: Style) -> list[Segment]:
    """`row` of `text`, behind the margin, under `paints`."""
    start, end = row
    # The cursor may stand on the line feed behind the row.
    here = paints.over(start, end + 1)
    segments = [Segment(" " * MARGIN, base), *draw(text, start, end, here, base)]
    if text.startswith("\n", end):
        segments += [Segment(" ", base + paint.style) for paint in here if paint.start == end][-1:]
    return segments

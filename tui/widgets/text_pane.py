"""A pane of Chinese text on the line API, with rows and paints of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.page.cells import drawable
from tui.page.paint import Paint, PaintIndex, draw
from tui.page.rows import Rows

MARGIN = 1
"""Cells kept free at each side of the text."""


class TextPane(ScrollView, can_focus=False):
    """Shows one text; what stands out in it is told by `paint` under keys of the owner's choosing.

    Only rows that change are drawn again. Offsets in and out are code points of the text as it was
    given; what is hostile in it is drawn as stand-ins, one for one.
    """

    @dataclass
    class Pointed(Message):
        """The mouse went down on a code point (`double`: twice; `drag`: it was moved there)."""

        pane: TextPane
        offset: int
        double: bool = False
        drag: bool = False

    @dataclass
    class Scrolled(Message):
        """The pane was scrolled by its own user, not by its owner."""

        pane: TextPane

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paints = PaintIndex()
        self._rows = Rows("", 1, {})
        self._width = 0
        self._text = ""
        self._dragging = False
        self._led = False

    # What to show

    def show(self, text: str, paints: Iterable[tuple[str, Paint]] = ()) -> None:
        """Show another text with its paints, from the top."""
        self._text = drawable(text)
        self.paint_anew(paints)
        self.put_row_at(0, 0)

    def paint_anew(self, paints: Iterable[tuple[str, Paint]]) -> None:
        """Set all paints at once, keeping the first word in view where it is."""
        top = self._first_in_view()
        self._paints = PaintIndex()
        for key, paint in paints:
            self._paints.put(key, paint)
        self._rows, self._width = Rows("", 1, {}), 0
        self.put_row_at(self.rows.row_of(top), 0)
        self.refresh()

    def paint(self, key: str, paint: Paint | None) -> None:
        """Set the paint under `key`, or take it away; an unchanged one costs nothing."""
        before = self._paints.get(key)
        if before == paint:
            return
        if paint is None:
            self._paints.discard(key)
        else:
            self._paints.put(key, paint)
        changed = [p for p in (before, paint) if p is not None]
        start, end = min(p.start for p in changed), max(p.end for p in changed)
        if _glyph_places(before) == _glyph_places(paint):
            first, last = self.rows.row_of(start), self.rows.row_of(max(start, end - 1))
            self.refresh_lines(first, last - first + 1)
        elif self._width:
            self._rebreak(start, end)

    # Where things are

    @property
    def rows(self) -> Rows:
        """The text in rows for the width that the pane has now; none before it has one."""
        width = self.scrollable_content_region.width - 2 * MARGIN
        if width > 0 and width != self._width:
            self._width = width
            self._rows = Rows(self._text, width, self._paints.extra)
            self.virtual_size = Size(self.size.width, len(self._rows))
        return self._rows

    def row_of(self, offset: int) -> int:
        """The row of the code point at `offset`, counted from the top of the text."""
        return self.rows.row_of(offset)

    def offset_in_row(self, row: int, like: int) -> int:
        """The code point of `row` under or over the one at `like`."""
        row = max(0, min(row, len(self.rows) - 1))
        start, end = self.rows.range(row)
        offset = self.rows.offset_at(row, self.rows.cells_before(like))
        return max(start, min(offset, end - 1))

    @property
    def top(self) -> int:
        """The first code point in view."""
        return self.rows.range(min(self.scroll_offset.y, len(self.rows) - 1))[0]

    @property
    def height(self) -> int:
        """Rows in view."""
        return max(1, self.scrollable_content_region.height)

    def is_in_view(self, offset: int) -> bool:
        """Whether the row of the code point at `offset` is on the screen."""
        return 0 <= self.row_of(offset) - self.scroll_offset.y < self.height

    def turn_to(self, offset: int) -> bool:
        """Bring a code point into view by turning the page; says whether it had to."""
        row, top = self.row_of(offset), self.scroll_offset.y
        if not self.size.height or 0 <= row - top < self.height:
            return False
        keep = max(0, self.height // 5)
        target = row - keep if row > top else row - self.height + 1 + keep
        self.put_row_at(target, 0)
        return True

    def put_row_at(self, row: int, line: int) -> None:
        """Scroll so that `row` stands on the given line of the view, as far as the text allows."""
        self._led = True
        self.scroll_to(y=max(0, row - line), animate=False, force=True)
        self._led = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the owner when someone else scrolls, so that the other pane can follow."""
        super().watch_scroll_y(old_value, new_value)
        if not self._led and round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The strip of the `y`th line in view."""
        base = self.rich_style
        width = self.size.width
        row = y + self.scroll_offset.y
        if row >= len(self.rows):
            return Strip.blank(width, base)
        start, end = self.rows.range(row)
        paints = self._paints.over(start, end) if end > start else []
        segments = [Segment(" " * MARGIN, base)]
        segments += draw(self._text, start, end, paints, base)
        caret = self._caret_past_text(end, base)
        return Strip([*segments, *caret]).adjust_cell_length(width, base)

    def _caret_past_text(self, end: int, base: Style) -> list[Segment]:
        """The text cursor where it stands on a line feed: there is no character to reverse."""
        if end >= len(self._text) or self._text[end] != "\n":
            return []
        here = [p for p in self._paints.over(end, end + 1) if p.start == end]
        return [Segment(" ", base + p.style) for p in here[-1:]]

    # Layout

    def on_resize(self, event: events.Resize) -> None:
        """Break the rows for the new width, keeping the first word in view where it is."""
        del event
        top = self._first_in_view()
        self.put_row_at(self.rows.row_of(top), 0)
        self.refresh()

    def _first_in_view(self) -> int:
        """The first code point in view, by the rows as they were last broken."""
        return self._rows.range(min(self.scroll_offset.y, len(self._rows) - 1))[0]

    def _rebreak(self, start: int, end: int) -> None:
        first, difference = self.rows.rebreak(start, end)
        if difference:
            self.virtual_size = Size(self.size.width, len(self.rows))
        last = self.scroll_offset.y + self.height
        self.refresh_lines(first, max(1, last - first))

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at a character."""
        if event.button == 1:
            self._dragging = True
            self.capture_mouse()
            self._point(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag over characters."""
        if self._dragging:
            self._point(event, drag=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        del event
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word with a double click."""
        if event.chain == 2:
            self._point(event, double=True)

    def _point(self, event: events.MouseEvent, *, double: bool = False, drag: bool = False) -> None:
        place = event.get_content_offset_capture(self)
        row = place.y + self.scroll_offset.y
        if self._text and (drag or 0 <= row < len(self.rows)):
            offset = min(self.rows.offset_at(row, place.x - MARGIN), len(self._text) - 1)
            self.post_message(self.Pointed(self, offset, double=double, drag=drag))


def _glyph_places(paint: Paint | None) -> tuple[int, int]:
    """Where a paint takes cells of its own: only a change of these moves the text about."""
    if paint is None:
        return -1, -1
    return paint.start if paint.opening else -1, paint.end if paint.closing else -1

"""A pane of Chinese text on the line API, with rows and paints of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.page.cells import drawable
from tui.page.layout import Layout, Row
from tui.page.paint import Paint, PaintIndex, glyph_places
from tui.page.thumb import thumb_lines
from tui.widgets.kept_lines import KeptLines
from tui.widgets.row_strips import MARGIN, Look, RowStrips, row_segments

WHEEL = 3
"""Rows that a turn of the mouse wheel scrolls."""

THUMB = "┃"
"""Where the view is in the text, on the right side of the frame."""


class TextPane(KeptLines, can_focus=False):
    """Shows one text; what stands out in it is told by `paint` under keys of the owner's choosing.

    Only rows that change are drawn again. Offsets in and out are code points of the text as it was
    given; in `text`, as it is drawn, stand-ins take the place of what is hostile, one for one. The
    view is known by the first code point in it, `top`. Before the pane has a size nothing is in
    view.
    """

    ALLOW_SELECT = False

    @dataclass
    class Pointed(Message):
        """The mouse went down on a code point (`double`: twice; `drag`: it was moved there).

        Others may come before it that show another `text`, in which the offset means nothing.
        """

        pane: TextPane
        text: str
        offset: int
        double: bool = False
        drag: bool = False

    @dataclass
    class Scrolled(Message):
        """The pane was scrolled by its own user, not by its owner."""

        pane: TextPane

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.top = 0
        self.text = ""
        self._paints = PaintIndex()
        self._layout = Layout("", 0, {})
        self._size_laid_out = Size(0, 0)
        self._view: list[Row] = []
        self._thumb = range(0)
        self._strips: RowStrips | None = None
        self._dragging = False
        self._scrolling = False

    # What to show

    def show(self, text: str, paints: Iterable[tuple[str, Paint]] = ()) -> None:
        """Show another text with its paints, from the top."""
        self.text = drawable(text)
        self.top = 0
        self.paint_anew(paints)

    def paint_anew(self, paints: Iterable[tuple[str, Paint]]) -> None:
        """Set all paints at once, keeping the first word in view where it is."""
        self._paints = PaintIndex()
        for key, paint in paints:
            self._paints.put(key, paint)
        self._lay_out()

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
        for one in changed:
            self._draw_anew(one.start, one.end)
        if glyph_places(before) != glyph_places(paint):
            self._layout.forget(min(p.start for p in changed), max(p.end for p in changed))
            self._begin_with(self.top)

    # Where things are

    @property
    def height(self) -> int:
        """Rows that the pane has room for."""
        return max(1, self.size.height)

    def line_of(self, offset: int) -> int | None:
        """The line of the view on which the code point at `offset` stands; None out of view."""
        self._fit()
        if not self._view or not self.top <= offset <= self._view[-1][1]:
            return None
        return bisect_right(self._view, (offset, len(self.text))) - 1

    def place_of(self, offset: int) -> Offset | None:
        """Where on the screen the code point at `offset` is drawn; None out of view."""
        line = self.line_of(offset)
        if line is None or not self.display:
            return None
        here = (p for p in self._paints.over(offset, offset + 1) if p.start == offset)
        glyphs = sum(len(paint.opening + paint.badge) for paint in here)
        column = MARGIN + self._layout.column(offset) + glyphs
        return self.content_region.offset + Offset(column, line)

    def below(self, offset: int, by: int) -> int:
        """The code point `by` rows below the one at `offset`."""
        self._fit()
        return self._layout.below(offset, by)

    def turn_to(self, offset: int) -> None:
        """Bring a code point into view by turning the page, where it is not in view."""
        if self.line_of(offset) is None:
            keep = self.height // 5
            self.put(offset, keep if offset > self.top else self.height - 1 - keep)

    def put(self, offset: int, line: int) -> None:
        """Scroll so that `offset` stands on the given line of the view, as far as the text goes."""
        self._fit()
        if self.size.height:
            self._begin_with(self._layout.row(offset, -line)[0])

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The text on the `y`th line of the view, without the frame."""
        row = self._view[y] if y < len(self._view) else None
        return Strip(row_segments(self.text, row, self._paints, self.rich_style) if row else [])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the pane, with its frame.

        Textual's own way through styles and filters costs more for each line than the line itself,
        and turning a page draws a hundred of them: here it is gone once for all lines.
        """
        if self._strips is None:
            self._strips = RowStrips(self.text, self._paints, self._look())
        width, height = self.outer_size
        drawn: list[Strip] = []
        for y in range(crop.y - 1, crop.bottom - 1):
            if 0 <= y < height - 2:
                row = self._view[y] if y < len(self._view) else None
                drawn.append(self._strips.strip(row, thumb=y in self._thumb))
            else:
                drawn += super().render_lines(Region(0, y + 1, width, 1))
        if crop.column_span != (0, width):
            drawn = [strip.crop(*crop.column_span) for strip in drawn]
        return drawn

    def draw_ahead(self) -> None:
        """Draw some of the next page: a page that is turned to is there sooner then."""
        if self._strips is not None and self._view:
            self._strips.draw_ahead(self._layout.rows(self._view[-1][0], self.height))

    def notify_style_update(self) -> None:
        """Draw all anew when styles change."""
        super().notify_style_update()
        self._strips = None

    def _look(self) -> Look:
        """How lines are drawn; the frame is taken from a line as Textual draws it."""
        left, *_, right = super().render_lines(Region(0, 1, self.outer_size.width, 1))[0]
        background = self.background_colors[1]
        filters = self.get_line_filters()

        def finish(segments: list[Segment]) -> list[Segment]:
            for line_filter in filters:
                segments = line_filter.apply(segments, background)
            return segments

        style = self.rich_style + Style(color=self.styles.scrollbar_color.rich_color)
        (thumb,) = finish([Segment(THUMB, style)])
        return Look(self.size.width, self.rich_style, left, right, thumb, finish)

    def _draw_anew(self, start: int, end: int) -> None:
        """Draw what stands at `start:end` and next to it as it is now."""
        if self._strips is not None:
            self._strips.forget(start, end)
        lines = [y for y, row in enumerate(self._view) if row[0] <= end and start <= row[1]]
        self._refresh_lines(lines)

    def _refresh_lines(self, lines: list[int]) -> None:
        if lines:
            # With the frame at both sides: strips that are drawn whole need not be cut.
            height = lines[-1] - lines[0] + 1
            self.refresh(Region(-1, lines[0], self.outer_size.width, height))

    # Layout

    def on_resize(self, _event: events.Resize) -> None:
        """Break the rows for the new width, keeping the first word in view where it is."""
        self._fit()

    def _fit(self) -> None:
        """Lay out for the size that the pane has now; it may be asked before it is told of it."""
        if self.size != self._size_laid_out:
            self._lay_out()

    def _lay_out(self) -> None:
        self._size_laid_out = self.size
        self._layout = Layout(self.text, self.size.width - 2 * MARGIN, self._paints.extra)
        self._strips = None
        self._begin_with(self.top)
        self.refresh()

    def _begin_with(self, offset: int) -> None:
        """Let the view begin with the row of `offset`, or before it where the text would end."""
        height = self.size.height
        view = self._layout.rows(offset, height)
        if len(view) < height:
            view = self._layout.rows(self._layout.row(len(self.text), 1 - height)[0], height)
        before, thumb = self._view, self._thumb
        self.top = view[0][0] if view else offset
        self._view, self._thumb = view, thumb_lines(view, len(self.text))
        if self._thumb != thumb:
            self._refresh_lines([0, height - 1])
        else:
            changed = [y for y in range(height) if view[y : y + 1] != before[y : y + 1]]
            self._refresh_lines(changed)

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Point at a character, or take hold of the scroll bar."""
        if event.button == 1:
            self._scrolling = event.get_content_offset_capture(self).x >= self.size.width
            self._dragging = not self._scrolling
            self.capture_mouse()
            self._follow(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag over characters, or the scroll bar."""
        self._follow(event, drag=True)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """End a drag."""
        if self._dragging or self._scrolling:
            self._dragging = self._scrolling = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word with a double click."""
        if event.chain == 2:
            self._point(event, double=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll_by_user(self._layout.row(self.top, WHEEL)[0])

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll_by_user(self._layout.row(self.top, -WHEEL)[0])

    def _follow(self, event: events.MouseEvent, *, drag: bool = False) -> None:
        if self._dragging:
            self._point(event, drag=drag)
        elif self._scrolling:
            last = self.height - 1
            line = min(max(event.get_content_offset_capture(self).y, 0), last)
            self._scroll_by_user(line * len(self.text) // max(1, last))

    def _point(self, event: events.MouseEvent, *, double: bool = False, drag: bool = False) -> None:
        place = event.get_content_offset_capture(self)
        if not self.text or not (drag or 0 <= place.y < len(self._view)):
            return
        # A drag goes on over the edges of the pane.
        row = self._layout.row(self.top, place.y)
        offset = min(self._layout.offset_at(row, place.x - MARGIN), len(self.text) - 1)
        self.post_message(self.Pointed(self, self.text, offset, double=double, drag=drag))

    def _scroll_by_user(self, offset: int) -> None:
        before = self.top
        self._begin_with(offset)
        if self.top != before:
            self.post_message(self.Scrolled(self))

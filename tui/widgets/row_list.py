"""A list of rows with a cursor, on the line API: its length costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.keymap import LIST, bindings
from tui.widgets.lines import cut, styled

Row = Callable[[int, int], Text]
"""Gives the text of a row for its index and the width of the list in cells."""


NOTHING = Style(dim=True)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws only the rows in view, each asked for by index when it is needed.

    `showing` is another number after each `show`.
    """

    BINDINGS = bindings([LIST])

    @dataclass
    class AtRow(Message):
        """Something came of the row at `index`."""

        rows: RowList
        index: int
        showing: int

        @property
        def is_stale(self) -> bool:
            """Whether other rows are shown by now, of which `index` tells nothing."""
            return self.showing != self.rows.showing

    class Moved(AtRow):
        """The cursor was put on the row."""

    class Chosen(AtRow):
        """The row was chosen with Enter or the mouse."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._row: Row = lambda _index, _width: Text()
        self._count = 0
        self._nothing = ""
        self.cursor = 0
        self.showing = 0

    def show(self, count: int, row: Row, cursor: int = 0, nothing: str = "") -> None:
        """Show `count` rows with the cursor on one of them; `nothing` says why there are none."""
        self._row, self._count, self._nothing = row, count, nothing
        self.showing += 1
        self.virtual_size = Size(self._room, count)
        self.put_cursor(cursor)
        self.refresh()

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a row and bring it into view."""
        before, self.cursor = self.cursor, max(0, min(index, self._count - 1))
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height // 2), animate=False, force=True)
        self.refresh_lines(before)
        self.refresh_lines(self.cursor)
        self._lead_cursor()

    def on_focus(self) -> None:
        """Take the terminal's own cursor."""
        self._lead_cursor()

    def _lead_cursor(self) -> None:
        """Let the terminal's own cursor stand on the row, seen or not."""
        if self.has_focus:
            line = Offset(0, self.cursor - self.scroll_offset.y)
            self.app.cursor_position = self.content_region.offset + line

    @property
    def _room(self) -> int:
        """The width of the rows; `size` has the scroll bar in it."""
        return self.scrollable_content_region.width

    def render_line(self, y: int) -> Strip:
        """The strip of the `y`th line in view."""
        index = y + self.scroll_offset.y
        width, base = self._room, self.rich_style
        if y == self._count == 0 and self._nothing:
            words = cut(Text(f" {self._nothing}", NOTHING), width)
            told = Strip(styled(words, self.app.console))
            return told.apply_style(base).adjust_cell_length(width, base)
        if index >= self._count:
            return Strip.blank(width, base)
        style = base + Style(reverse=True) if index == self.cursor else base
        strip = Strip(styled(cut(self._row(index, width), width), self.app.console)).apply_style(
            style
        )
        return strip.adjust_cell_length(width, style)

    def on_resize(self, event: events.Resize) -> None:
        """Follow the width."""
        del event
        self.virtual_size = Size(self._room, self._count)
        self.put_cursor(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        index = event.y + self.scroll_offset.y
        if index < self._count:
            self.put_cursor(index)
            self.action_choose()

    def action_cursor(self, by: int) -> None:
        """Move the cursor by rows."""
        self._go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self._go(self.cursor + by * max(1, self.size.height - 1))

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first row (-1) or to the last (1)."""
        self._go(self._count - 1 if side > 0 else 0)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.cursor, self.showing))

    def _go(self, index: int) -> None:
        self.put_cursor(index)
        self.post_message(self.Moved(self, self.cursor, self.showing))

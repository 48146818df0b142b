"""Lines of styled text that draw only what changed in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.kept_lines import KeptLines


class Lines(KeptLines):
    """Shows lines of text; putting others draws those that differ, and never lays out anew.

    A Static draws all its lines at every update, and beside an article that is most of what a key
    costs.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._lines: Sequence[Text] = ()

    def put(self, lines: Sequence[Text]) -> None:
        """Show `lines`, each on a row of its own; what is wider than the widget ends in `…`."""
        before, self._lines = self._lines, lines
        for y in range(max(len(before), len(lines))):
            if before[y : y + 1] != lines[y : y + 1]:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """The strip of the `y`th line."""
        width, base = self.size.width, self.rich_style
        if y >= len(self._lines):
            return Strip.blank(width, base)
        strip = Strip(styled(cut(self._lines[y], width), self.app.console)).apply_style(base)
        return strip.adjust_cell_length(width, base)

    def on_resize(self, event: events.Resize) -> None:
        """Draw all lines for the new size."""
        del event
        self.refresh()


def cut(text: Text, width: int) -> Text:
    """`text` in at most `width` cells; one that is cut ends in `…`."""
    if text.cell_len <= width:
        return text
    shown = text.copy()
    shown.truncate(width, overflow="ellipsis")
    return shown


def styled(text: Text, console: Console) -> Iterable[Segment]:
    """The segments of a text; Rich's own lack its style where no part of it has one besides."""
    return Segment.apply_style(text.render(console), console.get_style(text.style))

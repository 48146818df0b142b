"""A list of mentions in their contexts, each ticked or not."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import events

from store.mentions import Mention
from text.scheme import Scheme
from tui.choices.label_colours import label_ink
from tui.language import say
from tui.page.cells import cells, drawable, fit
from tui.widgets.row_list import RowList

DIM = Style(dim=True)
WORDS = Style(bold=True, underline=True)
LONGEST = 40
"""Cells of a mention's own words; longer ones are cut."""

WIDE = 100
"""Cells from which rows name their article."""


class PickList(RowList):
    """A click ticks a row or unticks it: here one chooses with Enter alone, and all at once."""

    class Clicked(RowList.AtRow):
        """The row was clicked."""

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the mouse, and say that it was clicked."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        self.put_cursor(index)
        if index == self.cursor:
            self.post_message(self.Clicked(self, index, self.showing))


def pick_row(mention: Mention, scheme: Scheme, width: int, *, ticked: bool) -> Text:
    """A row of `width` cells: tick, label and score, the words in the middle of their context."""
    label = scheme.label(mention.label)
    line = Text().append("[x] " if ticked else "[ ] ", Style(bold=ticked))
    line.append(
        fit(drawable(say(label.zh, label.name)), 8) + " ",
        Style(color=label_ink(label, scheme).words),
    )
    line.append(f"{mention.score:.2f} ", DIM)
    title = drawable(mention.title or mention.source).replace("\n", " ")
    title_width = width // 4 if width >= WIDE else 0
    room = max(0, width - line.cell_len - title_width - 1)
    words = _one_line(mention.words)
    words = fit(words, min(cells(words), LONGEST, room))
    left = max(0, (room - cells(words)) // 2)
    line.append(fit_end(_one_line(mention.before), left), DIM)
    line.append(words, WORDS if ticked else Style(strike=True))
    line.append(fit(_one_line(mention.after), max(0, room - left - cells(words))), DIM)
    line.append(" " + fit(title, title_width), DIM)
    return line


def fit_end(text: str, width: int) -> str:
    """`text` as `fit` has it, but keeping its end and standing at the right."""
    return fit(text[::-1], width)[::-1]


def _one_line(words: str) -> str:
    return drawable(words).replace("\n", "⏎")

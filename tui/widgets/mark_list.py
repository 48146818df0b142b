"""The list of an article's suggestions and decisions: label, words, value, state."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from store.mark import Mark, State
from text.scheme import Scheme
from tui.choices.label_colours import label_ink
from tui.keymap import cap_of
from tui.language import say
from tui.page.cells import drawable, fit
from tui.page.look import SYMBOLS
from tui.widgets.row_list import RowList

LONGEST = 80
"""Code points of a span that a row can show at the most."""


class MarkList(RowList, can_focus=False):
    """Shows marks in text order, the current one under the cursor."""

    def list(self, marks: Sequence[Mark], text: str, scheme: Scheme, current: str | None) -> None:
        """Show `marks` of `text`."""

        def row(index: int, width: int) -> Text:
            return mark_row(marks[index], text, scheme, width)

        place = next((i for i, mark in enumerate(marks) if mark.id == current), 0)
        select, source = cap_of("select"), cap_of("list")
        nothing = say(
            f"还没有标注 · {select} 选择 · {source} 原文",
            f"no spans · {select} select · {source} the source",
        )
        self.show(len(marks), row, place, nothing)


def mark_row(mark: Mark, text: str, scheme: Scheme, width: int) -> Text:
    """A row of `width` cells for `mark`."""
    span = mark.span
    label = scheme.label(span.label)
    words = drawable(text[span.start : span.end][:LONGEST]).replace("\n", "⏎")
    attributes = span.attributes
    value = attributes.get("value", "") + attributes.get("unit", "")
    value_width = min(12, max(0, width - 30))
    ink = label_ink(label, scheme).words
    line = Text()
    line.append(f"{SYMBOLS[mark.state]} ", Style(color=ink, bold=True))
    line.append(fit(say(label.zh, label.name), 8), Style(color=ink))
    struck = Style(strike=True, dim=True) if mark.state is State.REJECTED else Style.null()
    line.append(fit(words, max(4, width - 11 - value_width)), struck)
    line.append(" " + fit(drawable(value), value_width), Style(dim=True))
    return line

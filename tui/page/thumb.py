"""Where a view is in its text, as the lines of a scroll bar's thumb."""

from __future__ import annotations

from collections.abc import Sequence

from tui.page.layout import Row


def thumb_lines(view: Sequence[Row], length: int) -> range:
    """The lines of `view` beside which the thumb stands, in a text of `length` code points."""
    if not view or view[-1][1] - view[0][0] >= length - 1:
        return range(0)
    top, shown = view[0][0], view[-1][1] - view[0][0]
    size = max(1, len(view) * shown // length)
    first = round((len(view) - size) * top / (length - shown))
    return range(first, min(first + size, len(view)))

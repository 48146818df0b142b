"""Words on the frame of a widget."""

from __future__ import annotations

from rich.text import Text

from tui.page.cells import drawable


def framed(words: str) -> Text:
    """`words` on one line, and as they are: Textual takes a string on a frame for markup."""
    return Text(drawable(words).replace("\n", "⏎"))

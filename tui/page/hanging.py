"""Words to the right of what stands before them, however many lines they take."""

from __future__ import annotations

from rich.text import Text

from tui.page.rows import Rows

INDENT = 4
"""Cells before words that stand below their head, where it leaves them less than half a line."""


def hanging(head: Text, body: Text, width: int) -> Text:
    """`body` behind `head` in lines of `width` cells, all of it to the right of the head.

    It is drawable, has no line feed, and is broken as the article is, not within a word.
    """
    indent = head.cell_len
    if indent * 2 > width:
        return Text("\n").join((head, hanging(Text(" " * min(INDENT, width // 2)), body, width)))
    rows = Rows(body.plain, width - indent, {})
    lines = [body[slice(*rows.range(row))] for row in range(len(rows))]
    return head + Text("\n" + " " * indent).join(map(_without_blank, lines))


def _without_blank(line: Text) -> Text:
    return line[len(line.plain) - len(line.plain.lstrip(" ")) :]

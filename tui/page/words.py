"""Word and clause boundaries for moving about in Chinese text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_PLAIN_WORD = re.compile(r"[0-9A-Za-z]+(?:[.,][0-9]+)*%?|\s+|.", re.DOTALL)
_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?\n]+[”’」』）)]*")
_START = array("q", [0])
_NEAR = 64
"""Code points; no word that one moves by is longer."""


class Words:
    """The word boundaries of `text`, in code points.

    `boundaries` come in order from a segmenter; until it has spoken, every Han character is a word,
    and numbers and Latin words are.
    """

    def __init__(self, text: str, boundaries: Iterable[int] | None = None) -> None:
        self.segmented = boundaries is not None
        self._text = text
        self._edges = array("q", boundaries or ())
        if self._edges[:1] != _START:
            self._edges[:0] = _START
        if self._edges[-1] != len(text):
            self._edges.append(len(text))

    def after(self, offset: int) -> int:
        """The first boundary after `offset`, or the end of the text."""
        edges = self._near(offset)
        return edges[min(bisect_right(edges, offset), len(edges) - 1)]

    def before(self, offset: int) -> int:
        """The last boundary before `offset`, or the start of the text."""
        edges = self._near(offset)
        return edges[max(0, bisect_left(edges, offset) - 1)]

    def around(self, offset: int) -> tuple[int, int]:
        """The word that holds the character at `offset`."""
        end = self.after(offset)
        return self.before(end), end

    def _near(self, offset: int) -> array[int]:
        """Boundaries in order, those next to `offset` among them."""
        if self.segmented:
            return self._edges
        line = self._text.rfind("\n", 0, max(0, offset - 1)) + 1
        start = max(line, offset - _NEAR)
        end = min(len(self._text), offset + _NEAR)
        starts = (found.start() for found in _PLAIN_WORD.finditer(self._text, start, end))
        return array("q", [*starts, end])


def clause_end(text: str, offset: int) -> int:
    """Where the clause that holds `offset` ends, before its punctuation; then the next one's."""
    for found in _CLAUSE_END.finditer(text, offset):
        if found.start() > offset:
            return found.start()
    return len(text)


def clause_start(text: str, offset: int) -> int:
    """Where the clause before `offset` starts, after the punctuation before it."""
    start = max(0, text.rfind("\n", 0, max(0, offset - 1)) + 1)
    latest = start
    for found in _CLAUSE_END.finditer(text, start, offset):
        if found.end() < offset:
            latest = found.end()
    return latest

"""The clauses of a text: where the words that belong to a figure can begin and end."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST = 100
"""Code points to look at on either side of a figure: clauses are shorter, and it bounds time."""

_LONGEST_GROUP = 30
_STOPS = frozenset("，。；：！？\n,;:!?…")
_CLOSING = {
    "）": "（",
    ")": "(",
    "”": "“",
    "’": "‘",
    "》": "《",
    "】": "【",
    "〕": "〔",
    "」": "「",
}
_OPENING = frozenset(_CLOSING.values())
_IN_A_NAME = re.compile(r"[一-鿿]")
_STATEMENT = re.compile(r"其中|含|、")
_MARK = re.compile(
    r"[，。；：！？\n;:!?…]|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|[（）()“”‘’《》【】〔〕「」]|——"
    r"|(?<![\x00-\x7f])[ \u3000\t](?=[^\x00-\x7f]|20[0-9]{2}年|$)"
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses end at commas and full stops, at brackets and quotation marks, and at gaps.

    A short group in brackets or quotation marks that holds no figure stands inside its clause:
    `partner` gives, for each of its two marks, the other one (code points).
    """

    partner: Mapping[int, int]
    _marks: array[int]
    _starts: array[int]
    _ends: array[int]
    _length: int

    def start(self, position: int, floor: int = 0) -> int:
        """Where the clause that holds `position` begins, not before `floor`."""
        index = bisect_left(self._marks, position) - 1
        start = self._starts[index] if index >= 0 else 0
        return max(start, floor, position - LONGEST)

    def end(self, position: int, ceiling: int | None = None) -> int:
        """Where the clause that goes on at `position` ends, not after `ceiling`."""
        index = bisect_left(self._marks, position)
        end = self._ends[index] if index < len(self._marks) else self._length
        return min(end, position + LONGEST, self._length if ceiling is None else ceiling)


def read_clauses(text: str) -> Clauses:
    """The clauses of a folded `text`."""
    marks = [(match.start(), match.end()) for match in _MARK.finditer(text)]
    partner = _partners(text, (start for start, _ in marks))
    starts, ends = array("q"), array("q")
    begun, outer = 0, []
    for start, end in marks:
        if start not in partner:
            begun = end
        elif partner[start] > start:
            outer.append(begun)
            begun = end
        else:
            begun = outer.pop()
        starts.append(begun)
    ended, outer = len(text), []
    for start, _ in reversed(marks):
        if start not in partner:
            ended = start
        elif partner[start] < start:
            outer.append(ended)
            ended = start
        else:
            ended = outer.pop()
        ends.append(ended)
    ends.reverse()
    return Clauses(partner, array("q", (start for start, _ in marks)), starts, ends, len(text))


def _partners(text: str, marks: Iterable[int]) -> dict[int, int]:
    partner: dict[int, int] = {}
    open_at: list[int] = []
    for position in marks:
        character = text[position]
        if character in _OPENING:
            open_at.append(position)
        elif character in _CLOSING:
            start = _opened(text, open_at, _CLOSING[character])
            if start is not None and _is_inside(text, start, position):
                partner[position], partner[start] = start, position
        elif character in _STOPS:
            open_at.clear()
    return partner


def _opened(text: str, open_at: list[int], character: str) -> int | None:
    while open_at:
        start = open_at.pop()
        if text[start] == character:
            return start
    return None


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a group is part of its clause, like （CPI）, and states no figure of its own."""
    if end - start > _LONGEST_GROUP:
        return False
    group = text[start:end]
    if text[start] not in "（(" or not any(c.isdigit() for c in group):
        return True
    return bool(_IN_A_NAME.match(text, end + 1)) and not _STATEMENT.search(group)

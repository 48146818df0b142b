"""Where spans of one revision stand in another of the same raw text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from text.alignment import Range
from text.article import Revision


class Following:
    """Leads ranges of the revision `old` to `new`, through the raw text that both were made of.

    A look-up takes the logarithm of the number of repairs, and reads only what a repair rewrote as
    a whole.
    """

    def __init__(self, old: Revision, new: Revision) -> None:
        self._old = old
        self._new = new

    def range(self, start: int, end: int) -> Range:
        """The range that stands on what `start:end` (not empty) stood on; at least one character.

        `new` must have a text.
        """
        first, last = self._image(start), self._image(end - 1)
        start, end = first[0], max(first[0], last[1])
        if start == end:
            start = min(start, len(self._new.text) - 1)
            end = start + 1
        return start, end

    def _image(self, position: int) -> Range:
        """What became of one character; empty where it is gone.

        Where a stretch was rewritten, what both texts of it begin and end with stays in step, and
        every character between stands for all that is now between.
        """
        start, end, new_start, new_end = self._stretch(position)
        before, after = self._old.text[start:end], self._new.text[new_start:new_end]
        head = _common(before, after)
        tail = _common(before[head:][::-1], after[head:][::-1])
        if position < start + head:
            place = new_start + position - start
        elif position >= end - tail:
            place = new_end - (end - position)
        else:
            return new_start + head, new_end - tail
        return place, place + 1

    def _stretch(self, position: int) -> tuple[int, int, int, int]:
        """The least old and new range around a character that are made of the same raw text."""
        old, new = self._old.alignment, self._new.alignment
        raw = old.to_raw(position, position + 1)
        while True:
            here, there = old.to_clean(*raw), new.to_clean(*raw)
            ranges = [raw, old.to_raw(*here)]
            if there[0] < there[1]:
                ranges.append(new.to_raw(*there))
            wider = min(start for start, _ in ranges), max(end for _, end in ranges)
            if wider == raw:
                return *here, *there
            raw = wider


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def apart(ranges: Iterable[Range], length: int) -> list[Range] | None:
    """`ranges` (in order of start, then end) made to share no character of a text of `length`.

    Each keeps at least one character, and none changes its place among the others. None where the
    text has fewer characters than there are ranges.
    """
    placed = [list(found) for found in ranges]
    if len(placed) > length:
        return None
    for left, right in pairwise(placed):
        left[1] = max(left[0] + 1, min(left[1], right[0]))
        right[0] = max(right[0], left[1])
        right[1] = max(right[1], right[0] + 1)
    limit = length
    for found in reversed(placed):
        found[1] = min(found[1], limit)
        found[0] = min(found[0], found[1] - 1)
        limit = found[0]
    return [(start, end) for start, end in placed]

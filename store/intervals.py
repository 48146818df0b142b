"""Which of many ranges overlap a given one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Interval(NamedTuple):
    """The half-open code points `start:end` of the mark `id`."""

    start: int
    end: int
    id: str


class Intervals:
    """Ranges in text order; they may overlap each other.

    A look-up takes the logarithm of how many there are, and as many steps as start within the
    longest one's length before the range asked for: spans are short.
    """

    def __init__(self, intervals: Iterable[Interval] = ()) -> None:
        self._items = sorted(intervals)
        self._longest = max((item.end - item.start for item in self._items), default=0)

    def __iter__(self) -> Iterator[Interval]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def add(self, interval: Interval) -> None:
        """Put `interval` in its place."""
        insort(self._items, interval)
        self._longest = max(self._longest, interval.end - interval.start)

    def remove(self, interval: Interval) -> None:
        """Take `interval` out; nothing happens where it is not there."""
        index = bisect_left(self._items, interval)
        if index < len(self._items) and self._items[index] == interval:
            del self._items[index]

    def overlapping(self, start: int, end: int) -> list[Interval]:
        """Those that share a character with `start:end`, in text order."""
        first = bisect_left(self._items, (start - self._longest,))
        last = bisect_left(self._items, (end,))
        return [item for item in self._items[first:last] if item.end > start]

    def room(self, interval: Interval, length: int) -> tuple[int, int]:
        """How far `interval` could reach in a text of `length` before it met another one.

        The others must not overlap each other. Where one overlaps the interval there is no room.
        """
        if any(item != interval for item in self.overlapping(interval.start, interval.end)):
            return interval.start, interval.start
        before = bisect_left(self._items, (interval.start,))
        left = self._items[before - 1].end if before else 0
        after = before
        if after < len(self._items) and self._items[after] == interval:
            after += 1
        right = self._items[after].start if after < len(self._items) else length
        return left, right

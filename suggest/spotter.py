"""Where names of a list stand in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from text.alignment import Range


class Spotter:
    """Finds any of many `names` (of two code points or more), however many there are.

    At each place of a text it looks only for the lengths of the names that begin with the two
    characters there, so that the time does not grow with the number of names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) > 1)
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def find(self, text: str, accept: Callable[[int, int], bool]) -> Iterator[Range]:
        """Ranges of names, from left to right without overlap, the longest that `accept` takes."""
        position = 0
        while position < len(text) - 1:
            end = self._longest(text, position, accept)
            if end:
                yield position, end
            position = end or position + 1

    def _longest(self, text: str, start: int, accept: Callable[[int, int], bool]) -> int:
        for length in self._lengths.get(text[start : start + 2], ()):
            end = start + length  # may lie beyond the text, where a slice is shorter than asked
            if end <= len(text) and text[start:end] in self._names and accept(start, end):
                return end
        return 0

"""Searching in an article: where some words stand in its clean text."""

from __future__ import annotations

import re
from bisect import bisect_left

from store.words import fold


class Finder:
    """Finds words in one text, in either script and width, upper or lower case."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)
        self.found: tuple[tuple[int, int], ...] = ()

    def look_for(self, words: str) -> int:
        """Find `words`, white space as it stands; how often they stand in the text.

        `found` has the ranges (half-open code points) afterwards.
        """
        matches = re.finditer(re.escape(fold(words)), self._folded) if words else ()
        self.found = tuple(match.span() for match in matches)
        return len(self.found)

    def nearest(self, offset: int) -> int:
        """The place in `found` of the first at or behind a code point, around the end."""
        place = bisect_left(self.found, (offset, offset))
        return place if place < len(self.found) else 0

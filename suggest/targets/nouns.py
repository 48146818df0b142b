"""Whether words name something that can be counted or measured."""

from __future__ import annotations

from suggest.targets.page import Page
from suggest.targets.verbs import COUNTING

NOUNS = frozenset({"n", "nz", "nw", "vn", "an", "s", "nt", "ns", "ORG", "LOC", "PER"})
"""LAC's tags of nouns and names."""


def has_noun(page: Page, start: int, end: int) -> bool:
    """Whether a noun stands in `start:end` (code points), the verb that counts it left aside."""
    counting = COUNTING.match(page.text, start, end)
    start = counting.end() if counting else start
    return any(word.tag in NOUNS for word in page.words(start, end))

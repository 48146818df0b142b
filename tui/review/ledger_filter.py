"""What is typed to filter the ledger: words for the rows, terms for the articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from store.figures import Figure
from store.words import fold
from tui.language import Phrase

_TERM = re.compile(r'-?(?:[a-z]+(?::|>=|<=|>|<))?(?:"[^"]*"?|[^\s"]+)')
TYPED = Phrase("要有的词 -不要的词 date>=2024", "words to have -words to leave out date>=2024")
"""What is typed, in words."""

_KEYED = re.compile(r"-?[a-z]+(?::|>=|<=|>|<)")


@dataclass(frozen=True, slots=True)
class Filter:
    """Words that a row must have, or must not, folded; and a query that its article must fit."""

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    query: str = ""

    def takes(self, figure: Figure) -> bool:
        """Whether the row fits, as far as words tell; either script finds the other."""
        if not self.words and not self.without:
            return True
        shown = fold(" ".join(_columns(figure)))
        return all(word in shown for word in self.words) and not any(
            word in shown for word in self.without
        )


def parse_filter(typed: str) -> Filter:
    """What was typed, taken apart: terms with a key are the store's, all else is words."""
    words: dict[bool, list[str]] = defaultdict(list)
    query = []
    for term in _TERM.findall(typed):
        if _KEYED.match(term):
            query.append(term)
        else:
            without = term.startswith("-") and len(term) > 1
            words[without].append(fold(term.removeprefix("-" if without else "").strip('"')))
    return Filter(tuple(words[False]), tuple(words[True]), " ".join(query))


def _columns(figure: Figure) -> Iterator[str]:
    yield from (figure.owner, figure.indicator, figure.words, figure.unit, figure.period)
    yield figure.home.title or figure.home.source

"""What there is to find in the suggestions of an article: an index leads queries to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.database import Database
from text.span import Suggestion


def note_facets(db: Database, facets: Iterable[tuple[int, str, object]]) -> None:
    """Keep facets: an article's number, what it is and its value. The caller is in a transaction.

    What an earlier run had stays: facets lead to every article that fits, and to some more.
    """
    db.run_many("INSERT OR IGNORE INTO facets (number, facet, value) VALUES (?, ?, ?)", facets)


def facets_of(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, object]]:
    """The labels, the suggesters, the lowest and the highest score."""
    yield from (("label", label) for label in {it.label for it in suggestions})
    yield from (("by", by) for by in {it.by for it in suggestions})
    scores = [it.score for it in suggestions]
    if scores:
        yield "lowest", min(scores)
        yield "highest", max(scores)

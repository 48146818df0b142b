"""The articles as a list to choose from, and which of them comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store import clock
from store.database import Database

Status = Literal["new", "open", "done"]

_CARDS = """
SELECT articles.id, title, source, published, coalesce(status, 'new'),
  coalesce(decided, 0), coalesce(undecided, size, 0), run IS NOT NULL
FROM articles
JOIN revisions ON revisions.id = articles.revision
LEFT JOIN runs ON runs.id = run
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
ORDER BY number
"""
_NEXT_OPEN = """
SELECT articles.id FROM articles
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?1
LEFT JOIN claims ON claims.article = articles.id AND claims.person <> ?1 AND until > ?3
WHERE status IS NOT 'done' AND number > ?2 AND claims.article IS NULL
ORDER BY number LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Card:
    """An article in the list, as one person sees it.

    `status` is `new` until something was decided; `decided` and `undecided` count marks;
    `suggested` tells whether suggestions have come.
    """

    id: str
    title: str | None
    source: str
    published: str | None
    status: Status
    decided: int
    undecided: int
    suggested: bool


def cards(db: Database, person: str) -> list[Card]:
    """All articles in import order."""
    return [
        Card(article, title, source, published, status, decided, undecided, bool(suggested))
        for article, title, source, published, status, decided, undecided, suggested in db.rows(
            _CARDS, person
        )
    ]


def next_open(db: Database, person: str, after: str | None) -> str | None:
    """The first article behind `after` that is not done, from the top again at the end.

    One that somebody else has claimed is left to them. None where there is none. Without `after`,
    or where there is no such article, from the top.
    """
    start = db.row("SELECT number FROM articles WHERE id = ?", after)
    place = start[0] if start else 0
    now = clock.now()
    found = db.row(_NEXT_OPEN, person, place, now) or db.row(_NEXT_OPEN, person, 0, now)
    return found[0] if found else None

"""The articles as a list to choose from, and which of them comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store import clock
from store.database import Database
from store.errors import UnknownArticleError
from store.query import ANYTHING, Condition

Status = Literal["new", "open", "done"]

_COLUMNS = """
articles.id, title, source, published, coalesce(status, 'new'),
  coalesce(decided, 0), coalesce(undecided, size, 0), run IS NOT NULL
"""
_FROM = """
FROM articles
JOIN revisions ON revisions.id = articles.revision
LEFT JOIN runs ON runs.id = run
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
"""
_NEXT_OPEN = """
SELECT articles.id FROM articles
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?1
LEFT JOIN claims ON claims.article = articles.id AND claims.person <> ?1 AND until > ?3
WHERE status IS NOT 'done' AND number > ?2 AND (?4 OR claims.article IS NULL)
ORDER BY number LIMIT 1
"""
_FOLLOWING = """
SELECT id FROM articles WHERE number > (SELECT number FROM articles WHERE id = ?)
ORDER BY number LIMIT 1
"""
_PRECEDING = """
SELECT id FROM articles WHERE number < (SELECT number FROM articles WHERE id = ?)
ORDER BY number DESC LIMIT 1
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


def cards(
    db: Database,
    person: str,
    wanted: Condition = ANYTHING,
    limit: int | None = None,
    offset: int = 0,
) -> list[Card]:
    """The articles that are `wanted`, in import order: `limit` of them from the `offset`th on."""
    # A condition holds only our own SQL, and what was asked for as parameters.
    rows = db.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE {wanted.sql} ORDER BY number LIMIT ? OFFSET ?",
        person,
        *wanted.parameters,
        -1 if limit is None else limit,
        offset,
    )
    return [
        Card(article, title, source, published, status, decided, undecided, bool(suggested))
        for article, title, source, published, status, decided, undecided, suggested in rows
    ]


def chosen(person: str, wanted: Condition) -> Condition:
    """The same as a query for the ids of those articles."""
    return Condition(f"SELECT articles.id {_FROM} WHERE {wanted.sql}", (person, *wanted.parameters))


def article_ids(db: Database, person: str, wanted: Condition) -> list[str]:
    """The ids of the articles that are `wanted`, in import order."""
    rows = db.rows(
        f"SELECT articles.id {_FROM} WHERE {wanted.sql} ORDER BY number",  # as above
        person,
        *wanted.parameters,
    )
    return [article_id for (article_id,) in rows]


@dataclass(frozen=True, slots=True)
class Place:
    """The `number`th of `count` articles in import order, from 1."""

    number: int
    count: int


def place(db: Database, article_id: str) -> Place:
    """Where an article stands. Raises UnknownArticleError."""
    found = db.row(
        "SELECT (SELECT count(*) FROM articles AS others WHERE others.number <= articles.number),"
        " (SELECT count(*) FROM articles) FROM articles WHERE id = ?",
        article_id,
    )
    if found is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    return Place(*found)


def neighbour(db: Database, article_id: str, *, forward: bool) -> str | None:
    """The next or the previous article in import order; None at the end."""
    found = db.row(_FOLLOWING if forward else _PRECEDING, article_id)
    return found[0] if found else None


def next_open(db: Database, person: str, after: str | None, *, claimed: bool = False) -> str | None:
    """The first article behind `after` that is not done, from the top again at the end.

    One that somebody else has claimed is left to them, unless `claimed` ones are asked for too.
    None where there is none. Without `after`, or where there is no such article, from the top.
    """
    known = db.row("SELECT number FROM articles WHERE id = ?", after)
    start = known[0] if known else 0
    now = clock.now()
    found = db.row(_NEXT_OPEN, person, start, now, claimed) or db.row(
        _NEXT_OPEN, person, 0, now, claimed
    )
    return found[0] if found else None

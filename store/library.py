"""The articles as a list to choose from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from store.condition import Condition, all_of
from store.database import Database, Row
from store.errors import UnknownArticleError
from store.leads import Lead, best

Status = Literal["new", "open", "done"]

_COLUMNS = """
articles.id, title, source, published, coalesce(status, 'new'),
  coalesce(decided, 0), coalesce(undecided, size, 0), run IS NOT NULL, coalesce(flag, 0), comment,
  coalesce((SELECT priority FROM priorities WHERE priorities.number = articles.number), 0)
"""
_JOINS = """
LEFT JOIN revisions ON revisions.id = articles.revision
LEFT JOIN runs ON runs.id = run
LEFT JOIN readings ON readings.article = articles.id
  AND readings.kind = 'personal' AND readings.name = ?
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
    `suggested` tells whether suggestions have come; `flag` and `comment` are the person's own;
    `priority` is above 0 for an article that was raised in the queue, below for a lowered one.
    """

    id: str
    title: str | None
    source: str
    published: str | None
    status: Status
    decided: int
    undecided: int
    suggested: bool
    flag: bool
    comment: str | None
    priority: int


class Page(NamedTuple):
    """`limit` articles, None for all, from the `offset`th on of those behind the article `after`.

    With `after` a page costs the same however far down it is.
    """

    limit: int | None = None
    offset: int = 0
    after: str | None = None


ALL = Page()


def cards(
    db: Database, person: str, wanted: Sequence[Condition] = (), page: Page = ALL
) -> list[Card]:
    """The articles that are `wanted`, in import order."""
    numbers = _chosen(db, person, wanted, page, "articles.number")
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM ({numbers.sql}) AS page"  # noqa: S608  # our own SQL
        f" CROSS JOIN articles ON articles.number = page.number {_JOINS} ORDER BY page.number",
        *numbers.parameters,
        person,
    )
    return [_card(row) for row in rows]


def cards_of(db: Database, person: str, article_ids: Sequence[str]) -> list[Card]:
    """These articles, in their order; what is not there is left out."""
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM json_each(?) AS asked"  # noqa: S608  # our own SQL
        f" CROSS JOIN articles ON articles.id = asked.value {_JOINS} ORDER BY asked.key",
        json.dumps(article_ids),
        person,
    )
    return [_card(row) for row in rows]


def _card(row: Row) -> Card:
    article, title, source, published, status, *counts, suggested, flag, comment, priority = row
    decided, undecided = counts
    return Card(
        id=article,
        title=title,
        source=source,
        published=published,
        status=status,
        decided=decided,
        undecided=undecided,
        suggested=bool(suggested),
        flag=bool(flag),
        comment=comment,
        priority=priority,
    )


def chosen(db: Database, person: str, wanted: Sequence[Condition]) -> Condition:
    """A query for the ids of the articles that are `wanted`, in import order."""
    return _chosen(db, person, wanted, ALL, "articles.id")


def article_ids(
    db: Database, person: str, wanted: Sequence[Condition], page: Page = ALL
) -> list[str]:
    """The ids of the articles that are `wanted`, in import order."""
    ids = _chosen(db, person, wanted, page, "articles.id")
    return [article_id for (article_id,) in db.rows(ids.sql, *ids.parameters)]


def count(db: Database, person: str, wanted: Sequence[Condition], most: int | None = None) -> int:
    """How many articles are `wanted`, or `most` where they are more: so many are looked at."""
    lead, rest = _led(db, wanted)
    if lead.select and not rest:
        numbers = Condition(f"{lead.select} LIMIT ?", (*lead.parameters, _limit(most)))
    else:
        numbers = _chosen(db, person, wanted, Page(most), "1")
    # A condition and a lead hold only our own SQL, and what was asked for as parameters.
    found = db.row(f"SELECT count(*) FROM ({numbers.sql})", *numbers.parameters)  # noqa: S608
    return found[0] if found else 0


def _chosen(
    db: Database, person: str, wanted: Sequence[Condition], page: Page, column: str
) -> Condition:
    """A query for that page of the articles `wanted`, which looks at few others where it can."""
    lead, rest = _led(db, wanted)
    check = all_of(*rest)
    start = db.row("SELECT number FROM articles WHERE id = ?", page.after)
    return Condition(
        f"SELECT {column} FROM {lead.tables} {_JOINS}"  # noqa: S608  # as above
        f" WHERE {lead.behind} AND {check.sql} ORDER BY {lead.order} LIMIT ? OFFSET ?",
        (
            *lead.parameters,
            person,
            start[0] if start else 0,
            *check.parameters,
            _limit(page.limit),
            page.offset,
        ),
    )


def _limit(most: int | None) -> int:
    return -1 if most is None else most


def _led(db: Database, wanted: Sequence[Condition]) -> tuple[Lead, list[Condition]]:
    """Along which lead to go, and what is still to be asked of each article on it."""
    lead = best(db, [condition.lead for condition in wanted if condition.lead])
    return lead, [it for it in wanted if it.lead != lead or not lead.exact]


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

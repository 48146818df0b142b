"""Which article comes next."""

from __future__ import annotations

from store.claims import standing
from store.database import Database
from store.leads import without

_LEFT = without("done", "")
# From the stretch on that `start` lies in or behind; every person has one that begins at 0.
_NEXT_OPEN = f"""
SELECT articles.id FROM {_LEFT.tables}
LEFT JOIN claims ON claims.article = articles.id AND claims.person <> ?
  AND until > ? AND until <= ?
WHERE passed.first >= (
    SELECT max(first) FROM stretches
    WHERE person = passed.person AND kind = passed.kind AND first <= ?)
  AND {_LEFT.behind} AND (? OR claims.article IS NULL)
ORDER BY {_LEFT.order} LIMIT 1
"""  # noqa: S608  # our own SQL


def next_open(db: Database, person: str, after: str | None, *, claimed: bool = False) -> str | None:
    """The first article behind `after` that is not done, from the top again at the end.

    One that somebody else has claimed is left to them, unless `claimed` ones are asked for too.
    None where there is none. Without `after`, or where there is no such article, from the top.
    """
    known = db.row("SELECT number FROM articles WHERE id = ?", after)
    start = known[0] if known else 0
    found = _behind(db, person, start, claimed=claimed)
    return found or (_behind(db, person, 0, claimed=claimed) if start else None)


def _behind(db: Database, person: str, start: int, *, claimed: bool) -> str | None:
    left = without("done", person).parameters
    found = db.row(_NEXT_OPEN, *left, person, *standing(), start, start, claimed)
    return found[0] if found else None

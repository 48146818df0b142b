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
  AND NOT EXISTS (SELECT 1 FROM priorities WHERE priorities.number = articles.number)
ORDER BY {_LEFT.order} LIMIT 1
"""  # noqa: S608  # our own SQL
_RAISED = """
SELECT articles.id FROM priorities CROSS JOIN articles USING (number)
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
LEFT JOIN claims ON claims.article = articles.id AND claims.person <> ?
  AND until > ? AND until <= ?
WHERE priority > 0 AND coalesce(status, 'new') <> 'done' AND (? OR claims.article IS NULL)
ORDER BY priority DESC, articles.number <= ?, articles.number LIMIT 1
"""
_LOWERED = _RAISED.replace("priority > 0", "priority < 0")


def next_open(db: Database, person: str, after: str | None, *, claimed: bool = False) -> str | None:
    """The article to be taken next: of those not done, the first of the highest priority.

    Among equals it is the first behind `after`, from the top again at the end. One that somebody
    else has claimed is left to them, unless `claimed` ones are asked for too. None where there is
    none. Without `after`, or where there is no such article, from the top.
    """
    known = db.row("SELECT number FROM articles WHERE id = ?", after)
    start = known[0] if known else 0
    return (
        _ranked(db, _RAISED, person, start, claimed=claimed)
        or _behind(db, person, start, claimed=claimed)
        or (_behind(db, person, 0, claimed=claimed) if start else None)
        or _ranked(db, _LOWERED, person, start, claimed=claimed)
    )


def _ranked(db: Database, sql: str, person: str, start: int, *, claimed: bool) -> str | None:
    found = db.row(sql, person, person, *standing(), claimed, start)
    return found[0] if found else None


def _behind(db: Database, person: str, start: int, *, claimed: bool) -> str | None:
    left = without("done", person).parameters
    found = db.row(_NEXT_OPEN, *left, person, *standing(), start, start, claimed)
    return found[0] if found else None

"""How far one person has come, and how well the suggestions did."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from store.condition import ANYTHING, Condition
from store.database import Database

STATES = ("accepted", "corrected", "added", "rejected")

_ARTICLES = """
SELECT coalesce(status, 'new'), count(*), sum(coalesce(undecided, size, 0))
FROM articles
LEFT JOIN runs ON runs.id = run
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
WHERE {}
GROUP BY 1
"""
_ACCEPTANCE = """
SELECT iif(? = 'by', by, suggested_label) AS judged, sum(state = 'accepted'),
  sum(state = 'corrected'), sum(state = 'rejected'), avg(state = 'accepted')
FROM spans
WHERE annotator = ? AND judged IS NOT NULL AND {} AND {}
GROUP BY judged ORDER BY judged
"""

# A merge may have brought another store's reading of the same person beside their own.
_OWN = "reading IN (SELECT id FROM readings WHERE kind <> 'personal' OR name = ?)"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What became of the suggestions of one label, or of one suggester (`name`)."""

    name: str
    accepted: int
    corrected: int
    rejected: int
    accepted_share: float


@dataclass(frozen=True, slots=True)
class Pace:
    """What the decisions that stand cost, undone ones included; None before the first.

    `seconds` and `keys` are sums over the edit log.
    """

    seconds: float
    keys: int
    spans_per_hour: float | None
    keys_per_decision: float | None


@dataclass(frozen=True, slots=True)
class Stats:
    """Articles by status (`new`, `open`, `done`), decisions by state, and the rest."""

    person: str
    articles: dict[str, int]
    decided: dict[str, int]
    undecided: int
    labels: tuple[Acceptance, ...]
    suggesters: tuple[Acceptance, ...]
    pace: Pace

    def to_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def stats(db: Database, person: str, only: Condition | None = None) -> Stats:
    """Count for one person over the whole store, or over the articles that `only` selects."""
    articles = readings = ANYTHING
    if only:
        articles = Condition(f"articles.id IN ({only.sql})", only.parameters)
        inside = f"SELECT id FROM readings WHERE article IN ({only.sql})"  # noqa: S608  # our own SQL
        readings = Condition(f"reading IN ({inside})", only.parameters)
    with db.snapshot():
        counted, undecided = _articles(db, person, articles)
        decided = _decided(db, person, readings)
        return Stats(
            person=person,
            articles=counted,
            decided=decided,
            undecided=undecided,
            labels=_acceptance(db, person, "suggested_label", readings),
            suggesters=_acceptance(db, person, "by", readings),
            pace=_pace(db, person, sum(decided.values()), readings),
        )


def _articles(db: Database, person: str, only: Condition) -> tuple[dict[str, int], int]:
    rows = db.rows(_ARTICLES.format(only.sql), person, *only.parameters)
    counted = {status: count for status, count, _ in rows}
    articles = {status: counted.get(status, 0) for status in ("new", "open", "done")}
    return articles, sum(waiting for _, _, waiting in rows)


def _decided(db: Database, person: str, only: Condition) -> dict[str, int]:
    sql = "SELECT state, count(*) FROM spans WHERE annotator = ? AND {} AND {} GROUP BY state"
    rows = db.rows(sql.format(_OWN, only.sql), person, person, *only.parameters)
    counted: dict[str, int] = dict(rows)
    return {state: counted.get(state, 0) for state in STATES}


def _acceptance(db: Database, person: str, column: str, only: Condition) -> tuple[Acceptance, ...]:
    sql = _ACCEPTANCE.format(_OWN, only.sql)
    rows = db.rows(sql, column, person, person, *only.parameters)
    return tuple(
        Acceptance(name, accepted, corrected, rejected, round(share, 4))
        for name, accepted, corrected, rejected, share in rows
    )


def _pace(db: Database, person: str, decisions: int, only: Condition) -> Pace:
    sql = "SELECT total(seconds), coalesce(sum(keys), 0) FROM edits WHERE person = ? AND {} AND {}"
    ((seconds, keys),) = db.rows(sql.format(_OWN, only.sql), person, person, *only.parameters)
    return Pace(
        seconds=round(seconds, 1),
        keys=keys,
        spans_per_hour=round(decisions * 3600 / seconds, 1) if seconds else None,
        keys_per_decision=round(keys / decisions, 2) if decisions else None,
    )

"""How far one person has come, and how well the suggestions did."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from store.database import Database

STATES = ("accepted", "corrected", "added", "rejected")

_ARTICLES = """
SELECT coalesce(status, 'new'), count(*), sum(coalesce(undecided, size, 0))
FROM articles
LEFT JOIN runs ON runs.id = run
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
GROUP BY 1
"""
_ACCEPTANCE = """
SELECT iif(? = 'by', by, suggested_label) AS judged, sum(state = 'accepted'),
  sum(state = 'corrected'), sum(state = 'rejected'), avg(state = 'accepted')
FROM spans
WHERE annotator = ? AND judged IS NOT NULL
GROUP BY judged ORDER BY judged
"""


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


def stats(db: Database, person: str) -> Stats:
    """Count for one person over the whole store."""
    with db.snapshot():
        articles, undecided = _articles(db, person)
        decided = _decided(db, person)
        return Stats(
            person=person,
            articles=articles,
            decided=decided,
            undecided=undecided,
            labels=_acceptance(db, person, "suggested_label"),
            suggesters=_acceptance(db, person, "by"),
            pace=_pace(db, person, sum(decided.values())),
        )


def _articles(db: Database, person: str) -> tuple[dict[str, int], int]:
    rows = db.rows(_ARTICLES, person)
    counted = {status: count for status, count, _ in rows}
    articles = {status: counted.get(status, 0) for status in ("new", "open", "done")}
    return articles, sum(waiting for _, _, waiting in rows)


def _decided(db: Database, person: str) -> dict[str, int]:
    counted: dict[str, int] = dict(
        db.rows("SELECT state, count(*) FROM spans WHERE annotator = ? GROUP BY state", person)
    )
    return {state: counted.get(state, 0) for state in STATES}


def _acceptance(db: Database, person: str, column: str) -> tuple[Acceptance, ...]:
    rows = db.rows(_ACCEPTANCE, column, person)
    return tuple(
        Acceptance(name, accepted, corrected, rejected, round(share, 4))
        for name, accepted, corrected, rejected, share in rows
    )


def _pace(db: Database, person: str, decisions: int) -> Pace:
    ((seconds, keys),) = db.rows(
        "SELECT total(seconds), coalesce(sum(keys), 0) FROM edits WHERE person = ?", person
    )
    return Pace(
        seconds=round(seconds, 1),
        keys=keys,
        spans_per_hour=round(decisions * 3600 / seconds, 1) if seconds else None,
        keys_per_decision=round(keys / decisions, 2) if decisions else None,
    )

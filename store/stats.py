"""How far one person has come, and how well the suggestions did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

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
# Reading by reading, as the indexes go. A merge may have brought another store's reading of the
# same person beside their own, and that does not count.
_JUDGED = """
SELECT state, suggested_label, by, sum(count)
FROM (
  SELECT state, suggested_label, by, count(*) AS count
  FROM readings CROSS JOIN spans ON reading = readings.id AND annotator = ?
  WHERE (kind <> 'personal' OR name = ?) AND {}
  GROUP BY readings.id, state, suggested_label, by
)
GROUP BY state, suggested_label, by
"""
_EFFORT = """
SELECT total(seconds), coalesce(sum(keys), 0)
FROM readings CROSS JOIN edits ON reading = readings.id AND person = ?
WHERE (kind <> 'personal' OR name = ?) AND {}
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


class _Judged(NamedTuple):
    """How many spans one state was given of one label that one suggester offered."""

    state: str
    label: str | None
    suggester: str | None
    spans: int


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
        readings = Condition(f"readings.article IN ({only.sql})", only.parameters)
    with db.snapshot():
        counted, undecided = _articles(db, person, articles)
        judged = _judged(db, person, readings)
        decided = Counter(dict.fromkeys(STATES, 0))
        for it in judged:
            decided[it.state] += it.spans
        return Stats(
            person=person,
            articles=counted,
            decided=dict(decided),
            undecided=undecided,
            labels=_acceptance((it.label, it) for it in judged),
            suggesters=_acceptance((it.suggester, it) for it in judged),
            pace=_pace(db, person, decided.total(), readings),
        )


def _articles(db: Database, person: str, only: Condition) -> tuple[dict[str, int], int]:
    rows = db.rows(_ARTICLES.format(only.sql), person, *only.parameters)
    counted = {status: count for status, count, _ in rows}
    articles = {status: counted.get(status, 0) for status in ("new", "open", "done")}
    return articles, sum(waiting for _, _, waiting in rows)


def _judged(db: Database, person: str, only: Condition) -> list[_Judged]:
    rows = db.rows(_JUDGED.format(only.sql), person, person, *only.parameters)
    return [_Judged(*row) for row in rows]


def _acceptance(names: Iterable[tuple[str | None, _Judged]]) -> tuple[Acceptance, ...]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, it in names:
        if name is not None:
            counts[name][it.state] += it.spans
    return tuple(
        Acceptance(
            name,
            it["accepted"],
            it["corrected"],
            it["rejected"],
            round(it["accepted"] / it.total(), 4),
        )
        for name, it in sorted(counts.items())
    )


def _pace(db: Database, person: str, decisions: int, only: Condition) -> Pace:
    ((seconds, keys),) = db.rows(_EFFORT.format(only.sql), person, person, *only.parameters)
    return Pace(
        seconds=round(seconds, 1),
        keys=keys,
        spans_per_hour=round(decisions * 3600 / seconds, 1) if seconds else None,
        keys_per_decision=round(keys / decisions, 2) if decisions else None,
    )

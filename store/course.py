"""How one person's work went, day by day: what stands, what it took, what is finished."""

from __future__ import annotations

from dataclasses import dataclass

from store.database import Database

_DECIDED = """
SELECT date(decided, 'localtime') AS day, count(*) FROM spans WHERE annotator = ? GROUP BY day
"""
_EFFORT = """
SELECT date(at, 'localtime') AS day, total(seconds), coalesce(sum(keys), 0)
FROM edits WHERE person = ? GROUP BY day
"""
_FINISHED = """
SELECT date(max(at), 'localtime')
FROM readings JOIN edits ON edits.reading = readings.id AND verb = 'finish'
WHERE kind = 'personal' AND name = ? AND status = 'done'
GROUP BY readings.id
"""


@dataclass(frozen=True, slots=True)
class Day:
    """A day (local, `2026-01-31`) on which something was done.

    `decisions` are those of that day that stand, `articles` those finished then and done still;
    `seconds` and `keys` sum up what every edit of the day took.
    """

    date: str
    decisions: int = 0
    articles: int = 0
    seconds: float = 0.0
    keys: int = 0


def course(db: Database, person: str) -> list[Day]:
    """The days of one person, the earliest first; those without work are not among them."""
    with db.snapshot():
        decisions: dict[str, int] = dict(db.rows(_DECIDED, person))
        effort = {day: (seconds, keys) for day, seconds, keys in db.rows(_EFFORT, person)}
        articles: dict[str, int] = {}
        for (day,) in db.rows(_FINISHED, person):
            articles[day] = articles.get(day, 0) + 1
    days = sorted(decisions.keys() | effort.keys() | articles.keys())
    return [
        Day(day, decisions.get(day, 0), articles.get(day, 0), *effort.get(day, (0.0, 0)))
        for day in days
    ]

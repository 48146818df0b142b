"""How one person's work went, day by day: what stands, what it took, what is finished."""

from __future__ import annotations

from dataclasses import dataclass

from store.database import Database

# From the first of a day to the first of a later one, so that each day is a range of an index.
_DAYS = """
WITH RECURSIVE firsts(first) AS (
  SELECT min({at}) FROM {table} WHERE {whose} = ?1
  UNION
  SELECT (
    SELECT min({at}) FROM {table} WHERE {whose} = ?1 AND {at} >= max(
      first || ' ',
      strftime('%Y-%m-%dT%H:%M:%SZ', first, 'localtime', 'start of day', '+1 day', 'utc'))
  )
  FROM firsts WHERE first IS NOT NULL
),
days(day, first, next) AS (
  SELECT date(first, 'localtime'), first, lead(first, 1, 'behind') OVER (ORDER BY first)
  FROM firsts WHERE first IS NOT NULL
)
"""
_DECIDED = f"""{_DAYS.format(table="spans", whose="annotator", at="decided")}
SELECT day, sum((
  SELECT count(*) FROM spans WHERE annotator = ?1 AND decided >= first AND decided < next
))
FROM days GROUP BY day
"""  # noqa: S608  # our own SQL
_IN_DAY = "FROM edits WHERE person = ?1 AND at >= first AND at < next"
_EFFORT = f"""{_DAYS.format(table="edits", whose="person", at="at")}
SELECT day, sum((SELECT total(seconds) {_IN_DAY})), sum((SELECT sum(keys) {_IN_DAY}))
FROM days GROUP BY day
"""  # noqa: S608  # our own SQL
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

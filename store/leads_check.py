"""Whether what leads queries to articles agrees with the articles, suggestions and readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from store.database import Database

_FACETS = """
SELECT 'person' AS facet, name AS value, articles.number AS number
  FROM readings JOIN articles ON articles.id = article WHERE kind = 'personal'
UNION SELECT 'has', 'comment', articles.number
  FROM readings JOIN articles ON articles.id = article WHERE comment IS NOT NULL
UNION SELECT 'has', 'flag', articles.number
  FROM readings JOIN articles ON articles.id = article WHERE flag
UNION SELECT 'label', label, articles.number
  FROM spans JOIN readings ON readings.id = reading JOIN articles ON articles.id = article
UNION SELECT 'state', state, articles.number
  FROM spans JOIN readings ON readings.id = reading JOIN articles ON articles.id = article
UNION SELECT 'label', label, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'by', by, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'lowest', min(score), number FROM articles JOIN suggestions USING (run) GROUP BY number
UNION SELECT 'highest', max(score), number FROM articles JOIN suggestions USING (run)
  GROUP BY number
"""
# Facets may name articles that fit no more, but must name all that do.
_LACKING = f"SELECT * FROM ({_FACETS}) EXCEPT SELECT facet, value, number FROM facets"  # noqa: S608

_STRETCHES = """
SELECT person, kind, min(number) AS first, max(number) AS last
FROM (
  SELECT person, kind, number,
    number - row_number() OVER (PARTITION BY person, kind ORDER BY number) AS stretch
  FROM (
    SELECT name AS person, column1 AS kind, 0 AS number
      FROM (SELECT name FROM people UNION SELECT name FROM readings WHERE kind = 'personal'),
        (VALUES ('done'), ('settled'))
    UNION SELECT name, 'done', articles.number
      FROM readings JOIN articles ON articles.id = article
      WHERE kind = 'personal' AND status = 'done'
    UNION SELECT name, 'settled', articles.number
      FROM readings JOIN articles ON articles.id = article
      WHERE kind = 'personal' AND undecided = 0
  )
)
GROUP BY person, kind, stretch
"""
_KEPT = "SELECT person, kind, first, last FROM stretches"
_DIFFERENT = f"""
SELECT * FROM (SELECT * FROM ({_STRETCHES}) EXCEPT {_KEPT})
UNION ALL SELECT * FROM ({_KEPT} EXCEPT SELECT * FROM ({_STRETCHES}))
"""  # noqa: S608  # our own SQL

Problem = tuple[str, Callable[[], None]]
"""What is not right, and what makes it anew."""


def check_leads(db: Database) -> Iterator[Problem]:
    """What queries would leave out, or pass over, that they should not."""
    misnumbered = (
        "FROM readings JOIN articles ON articles.id = article"
        " WHERE article_number IS NOT articles.number"
    )
    for problem, sql, repair in (
        ("readings do not know their article's number", f"SELECT 1 {misnumbered}", _number),
        ("articles lack what leads queries to them", _LACKING, _note),
        ("stretches of finished articles are not those of the readings", _DIFFERENT, _stretch),
    ):
        found = db.row(f"SELECT count(*) FROM ({sql})")  # noqa: S608  # our own SQL
        if found and found[0]:
            yield f"queue: {found[0]} {problem}", partial(repair, db)


def _number(db: Database) -> None:
    db.run("UPDATE readings SET article_number = (SELECT number FROM articles WHERE id = article)")


def _note(db: Database) -> None:
    db.run("DELETE FROM facets")
    db.run(f"INSERT INTO facets (facet, value, number) {_FACETS}")  # our own SQL


def _stretch(db: Database) -> None:
    db.run("DELETE FROM stretches")
    db.run(f"INSERT INTO stretches (person, kind, first, last) {_STRETCHES}")

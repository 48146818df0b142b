"""What a reading is at: its revision, and the run whose suggestions are shown."""

from __future__ import annotations

from dataclasses import dataclass

from store.database import Database
from store.errors import UnknownArticleError
from store.journal import ReadingKey

_HEAD = """
SELECT head, (SELECT max(id) FROM runs WHERE revision = head)
FROM (
  SELECT coalesce(readings.revision, articles.revision) AS head
  FROM articles LEFT JOIN readings ON readings.article = articles.id AND kind = ?2 AND name = ?3
  WHERE articles.id = ?1
)
"""


@dataclass(frozen=True, slots=True)
class Head:
    """A revision, and a run or None where nothing was suggested for it."""

    revision: str
    run: int | None


NOWHERE = Head("", None)


def head_of(db: Database, key: ReadingKey) -> Head:
    """What the reading is at, begun or not. Raises UnknownArticleError."""
    found = db.row(_HEAD, *key)
    if found is None:
        raise UnknownArticleError(f"no article {key.article} in store {db.path}")
    return Head(*found)

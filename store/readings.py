"""Which of several people's readings of an article counts."""

from __future__ import annotations

from typing import NamedTuple

from store.database import Database
from text.errors import UsageError


class ReadingHead(NamedTuple):
    """A reading in a list: `kind` is `personal`, `shared` or `adjudicated`; `undecided` counts."""

    id: int
    kind: str
    name: str
    status: str
    comment: str | None
    undecided: int
    revision: str


def need_reading(db: Database, name: str) -> None:
    """Raises UsageError, naming those there are, where no article has a reading called `name`."""
    names = [found for (found,) in db.rows("SELECT DISTINCT name FROM readings ORDER BY name")]
    if name not in names:
        known = ", ".join(map(repr, names)) or "none at all"
        raise UsageError(f"there is no reading {name!r} in store {db.path}; there is {known}")


def choose_reading(
    db: Database, article_id: str, name: str | None, *, done: bool
) -> ReadingHead | None:
    """The adjudicated reading, else the one called `name`, else the only one; None without one.

    With `done` only finished ones count. Raises UsageError where there are several and no name.
    """
    rows = db.rows(
        "SELECT id, kind, name, status, comment, undecided, revision FROM readings"
        " WHERE article = ? ORDER BY kind, name",
        article_id,
    )
    readings = [ReadingHead(*row) for row in rows]
    adjudicated = [reading for reading in readings if reading.kind == "adjudicated"]
    if adjudicated or name is not None:
        readings = adjudicated or [reading for reading in readings if reading.name == name]
    if done:
        readings = [reading for reading in readings if reading.status == "done"]
    if len(readings) > 1:
        names = ", ".join(repr(reading.name) for reading in readings)
        raise UsageError(
            f"article {article_id} was read by several people: {names}; say which (--reading NAME)"
        )
    return readings[0] if readings else None

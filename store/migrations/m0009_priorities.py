"""Which articles are to be taken sooner or later than their turn."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Make the table; an article that is not in it comes in its turn."""
    db.execute(
        "CREATE TABLE priorities ("
        " number INTEGER PRIMARY KEY REFERENCES articles(number),"
        " priority INTEGER NOT NULL CHECK (priority <> 0)"
        ") STRICT"
    )

"""Who is at work on an article, until when."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Make the table of claims."""
    db.execute(
        "CREATE TABLE claims ("
        " article TEXT PRIMARY KEY REFERENCES articles(id),"
        " person TEXT NOT NULL REFERENCES people(name),"
        " until TEXT NOT NULL"
        ") STRICT, WITHOUT ROWID"
    )

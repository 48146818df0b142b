"""Edits of many articles at once, what is left out of them, and where a web page came from."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Name the batch of an edit, make the table of exceptions, and give articles an address."""
    # The same in every store; no edit before this belonged to one.
    db.execute("ALTER TABLE edits ADD COLUMN batch TEXT")
    db.execute("CREATE INDEX edits_by_batch ON edits(batch) WHERE batch IS NOT NULL")
    db.execute(
        "CREATE TABLE exceptions ("
        " reading INTEGER NOT NULL REFERENCES readings(id),"
        " mark TEXT NOT NULL,"
        " PRIMARY KEY (reading, mark)"
        ") STRICT, WITHOUT ROWID"
    )
    db.execute("ALTER TABLE articles ADD COLUMN address TEXT")

"""Labels that got another name: the edit log, which never changes, has them under the old one."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Make the table of renamed labels."""
    db.execute(
        "CREATE TABLE renames ("
        " id INTEGER PRIMARY KEY,"
        " old TEXT NOT NULL,"
        " new TEXT NOT NULL,"
        " until INTEGER NOT NULL"  # the last edit that knew the old name
        ") STRICT"
    )

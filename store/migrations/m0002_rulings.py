"""What a reviewer ruled of repairs stands beside the text that it led to."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Give every revision its rulings: of an imported one there are none."""
    db.execute("ALTER TABLE bodies ADD COLUMN rulings TEXT NOT NULL DEFAULT '[]'")

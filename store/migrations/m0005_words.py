"""The full text of articles, to be searched by any two characters of it."""

from __future__ import annotations

from sqlite_utils import Database


def up(db: Database) -> None:
    """Make the index, which is filled when it is first asked."""
    # Without the text itself, which stands in `raws` and `bodies`; `rowid` is the article's number.
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='')")

"""Where a person left off: in each article, and which article."""

from __future__ import annotations

from store.database import Database


class Bookmarks:
    """The places that one person comes back to."""

    def __init__(self, db: Database, person: str) -> None:
        self._db = db
        self._person = person

    def last_article(self) -> str | None:
        """The id of the article last open, None before the first."""
        found = self._db.row("SELECT article FROM people WHERE name = ?", self._person)
        return found[0] if found else None

    def place(self, article_id: str) -> tuple[str | None, int]:
        """The current mark's id and the code point where the cursor stood; at first None and 0."""
        found = self._db.row(
            "SELECT mark, position FROM bookmarks WHERE person = ? AND article = ?",
            self._person,
            article_id,
        )
        return (found[0], found[1]) if found else (None, 0)

    def put(self, article_id: str, mark_id: str | None, offset: int) -> None:
        """Remember a place; its article becomes the one last open."""
        with self._db.transaction():
            self._db.run(
                "INSERT OR REPLACE INTO bookmarks (person, article, mark, position)"
                " VALUES (?, ?, ?, ?)",
                self._person,
                article_id,
                mark_id,
                offset,
            )
            self._db.run("UPDATE people SET article = ? WHERE name = ?", article_id, self._person)

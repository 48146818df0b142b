"""Articles that are to be taken sooner or later than their turn, by whoever is at the store."""

from __future__ import annotations

from store.database import Database
from store.errors import UnknownArticleError

UTMOST = 9
"""How far an article can be raised or lowered."""


def shift(db: Database, article_id: str, by: int) -> int:
    """Raise an article in the queue `by` so much, or lower it; its priority now, 0 for its turn.

    It is everybody's and of the queue alone: no reading changes, so no log has it. Raises
    UnknownArticleError.
    """
    with db.transaction():
        found = db.row(
            "SELECT articles.number, coalesce(priority, 0) FROM articles"
            " LEFT JOIN priorities ON priorities.number = articles.number WHERE id = ?",
            article_id,
        )
        if found is None:
            raise UnknownArticleError(f"no article {article_id} in store {db.path}")
        number, before = found
        priority = max(-UTMOST, min(UTMOST, before + by))
        if priority:
            db.run("INSERT OR REPLACE INTO priorities VALUES (?, ?)", number, priority)
        else:
            db.run("DELETE FROM priorities WHERE number = ?", number)
    return priority


def in_turn(db: Database, article_ids: list[str]) -> list[str]:
    """Articles in import order put into that of the queue: raised ones first, lowered ones last."""
    rows = db.rows("SELECT id, priority FROM priorities JOIN articles USING (number)")
    priorities: dict[str, int] = dict(rows)
    if not priorities:
        return article_ids
    return sorted(article_ids, key=lambda article_id: -priorities.get(article_id, 0))

"""Articles that are to be taken sooner or later than their turn, by whoever is at the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.condition import Condition
from store.database import Database
from store.errors import UnknownArticleError
from store.leads import along
from store.library import Page, article_ids

UTMOST = 9
"""How far an article can be raised or lowered."""

SLICE = 512
"""How many ids are read at a time: milliseconds, wherever in the queue."""

_RANKED = """
SELECT id, priority FROM priorities JOIN articles USING (number) ORDER BY priority DESC, number
"""
_AMONG = Condition(
    "articles.number IN (SELECT number FROM priorities)",
    lead=along("SELECT number FROM priorities", exact=True),
)


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
        priority: int = max(-UTMOST, min(UTMOST, before + by))
        if priority:
            db.run("INSERT OR REPLACE INTO priorities VALUES (?, ?)", number, priority)
        else:
            db.run("DELETE FROM priorities WHERE number = ?", number)
    return priority


def in_turn(db: Database, person: str, wanted: Sequence[Condition]) -> Iterator[list[str]]:
    """The ids of the articles that are `wanted` in the order of the queue, some at a time.

    Those that were raised come first, lowered ones last, the others in import order.
    """
    ranked: dict[str, int] = dict(db.rows(_RANKED))
    fitting = set(article_ids(db, person, [*wanted, _AMONG])) if ranked else set()
    yield [it for it, priority in ranked.items() if priority > 0 and it in fitting]
    last = None
    while some := article_ids(db, person, wanted, Page(SLICE, after=last)):
        yield [it for it in some if it not in ranked]
        last = some[-1]
    yield [it for it, priority in ranked.items() if priority < 0 and it in fitting]

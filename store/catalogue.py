"""The articles of a store as one person may ask for them, and take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.claims import LEASE_SECONDS, Claim, held_by_others, release, take
from store.condition import Condition
from store.database import Database
from store.library import Card, Page, Place, article_ids, cards, cards_of, count, neighbour, place
from store.priorities import in_turn, shift
from store.query import parse
from store.queue import next_open
from store.words import index_words


class Catalogue:
    """Listing, searching, the queue and the claims on it; nothing here decides or brings in.

    Every method may raise StoreError.
    """

    def __init__(self, db: Database, person: str) -> None:
        self.db = db
        self.person = person

    def library(
        self, limit: int | None = None, offset: int = 0, *, after: str | None = None
    ) -> list[Card]:
        """The articles in import order: all, or `limit` of them from the `offset`th on.

        With `after`, an article's id, only those behind it: so a page costs the same wherever.
        """
        return cards(self.db, self.person, (), Page(limit, offset, after))

    def find(
        self, query: str, limit: int | None = None, offset: int = 0, *, after: str | None = None
    ) -> list[Card]:
        """The articles that a query asks for, as `library` gives them.

        docs/queries.md tells the language. Raises QueryError.
        """
        return cards(self.db, self.person, self.wanted(query), Page(limit, offset, after))

    def count(self, query: str = "", most: int | None = None) -> int:
        """How many articles a query asks for, or `most` where they are more. Raises QueryError.

        To count all that have a common label takes a second in a hundred thousand articles.
        """
        return count(self.db, self.person, self.wanted(query), most)

    def find_ids(self, query: str) -> list[str]:
        """The ids of the articles that a query asks for, in import order. Raises QueryError."""
        return article_ids(self.db, self.person, self.wanted(query))

    def queue(self, query: str = "") -> Iterator[list[str]]:
        """The ids of the articles that a query asks for, as they are to be taken, some at a time.

        Those raised in the queue come first, lowered ones last; else it is import order. Some take
        milliseconds, so whoever draws need not wait for all. Raises QueryError at once.
        """
        return in_turn(self.db, self.person, self.wanted(query))

    def cards(self, article_ids: Sequence[str]) -> list[Card]:
        """These articles as `library` gives them, in their order; strange ids are left out."""
        return cards_of(self.db, self.person, article_ids)

    def prioritise(self, article_id: str, by: int) -> int:
        """Raise an article in the queue for everybody, or lower it; its priority now.

        At 0 it comes in its turn. Raises UnknownArticleError.
        """
        return shift(self.db, article_id, by)

    def index_words(self) -> int:
        """Bring the full text up to date, as each query does first; how many articles it lacked."""
        return index_words(self.db)

    def wanted(self, query: str) -> list[Condition]:
        """What a query asks of an article, the full text brought up to date. Raises QueryError."""
        wanted = parse(query, self.person)
        if query.strip():
            index_words(self.db)
        return wanted

    def place(self, article_id: str) -> Place:
        """Which article of how many it is, in import order. Raises UnknownArticleError."""
        return place(self.db, article_id)

    def neighbour(self, article_id: str, *, forward: bool) -> str | None:
        """The article imported right after it, or before it; None at the end."""
        return neighbour(self.db, article_id, forward=forward)

    def next_open(self, after: str | None = None, *, claimed: bool = False) -> str | None:
        """The next article that is not done, from the top again at the end; None if all are.

        One that was raised in the queue comes before all others, a lowered one after them. Those
        that other people have claimed are passed over, unless `claimed` asks for them too.
        """
        return next_open(self.db, self.person, after, claimed=claimed)

    def claim(
        self, article_id: str, seconds: float = LEASE_SECONDS, *, over: bool = False
    ) -> Claim | None:
        """Claim an article for some time, or renew that; another's claim where there is one.

        None says that it is this person's now; for `LEASE_SECONDS` at most. With `over` it is taken
        from whoever had it. Claims keep nobody from deciding: they say who is at it. Raises
        UnknownArticleError.
        """
        return take(self.db, article_id, self.person, seconds, over=over)

    def release(self, article_id: str) -> None:
        """Give this person's claim on an article back."""
        release(self.db, article_id, self.person)

    def claimed_by_others(self) -> dict[str, Claim]:
        """What other people are at work on, by article id."""
        return held_by_others(self.db, self.person)

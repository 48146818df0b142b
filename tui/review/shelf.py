"""The articles that a filter asks for: their ids as they are read, their cards page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.claims import Claim
from store.store import Card, Store

PAGE = 64
"""Cards read at a time: a screen or two."""

KEPT = 4096
"""Cards held at the most; the others are read again when one comes back to them."""


class Shelf:
    """A list of articles in the order of the queue, as long as what has been read of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cards: dict[str, Card] = {}
        self._places: dict[str, int] = {}
        self.ids: list[str] = []
        self.claims: Mapping[str, Claim] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, ids: Iterable[str]) -> None:
        """Go on with these articles."""
        for article_id in ids:
            self._places[article_id] = len(self.ids)
            self.ids.append(article_id)

    def place(self, article_id: str | None) -> int | None:
        """Where an article stands; None where it does not, or was not yet read."""
        return self._places.get(article_id) if article_id else None

    def card(self, index: int) -> Card | None:
        """The article at `index`; None where the store does not know it any more.

        Raises StoreError.
        """
        wanted = self.ids[index]
        if wanted not in self._cards:
            if len(self._cards) >= KEPT:
                self._cards.clear()
            first = index - index % PAGE
            page = self._store.cards(self.ids[first : first + PAGE])
            self._cards.update((card.id, card) for card in page)
        return self._cards.get(wanted)

    def look_again(self) -> None:
        """Read who is at what, and the cards when they are next asked for. Raises StoreError."""
        self._cards.clear()
        self.claims = self._store.claimed_by_others()

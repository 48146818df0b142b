"""The claim on the article on the bench, kept up for as long as somebody is at it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from store.claims import Claim
from store.store import Store

RENEW_SECONDS = 60.0
"""How old a claim gets before it is renewed; a small part of the time that it lasts."""


class Holding:
    """One person's claim on one article at a time.

    It is renewed only after `stir`, so whoever walks away loses it. Where somebody else has the
    article, it is theirs until they leave it; then it becomes this person's. All but `stir` may
    raise StoreError.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = monotonic) -> None:
        self._store = store
        self._clock = clock
        self._article: str | None = None
        self._stirred = False
        self._taken = -RENEW_SECONDS
        self.other: Claim | None = None

    def take(self, article_id: str) -> Claim | None:
        """Hold this article, and no other, from now on; who else is at it, if anybody."""
        before, self._article = self._article, article_id
        self.other, self._taken = None, -RENEW_SECONDS
        if before is not None and before != article_id:
            self._store.release(before)
        self._renew()
        return self.other

    def give_back(self) -> None:
        """Hold nothing."""
        article, self._article, self.other = self._article, None, None
        if article is not None:
            self._store.release(article)

    def stir(self) -> None:
        """Somebody is at work."""
        self._stirred = True

    def keep_up(self) -> None:
        """Renew the claim where that is due."""
        if self._stirred and self._clock() - self._taken >= RENEW_SECONDS:
            self._renew()

    def look(self) -> None:
        """See who is at the article, as after others wrote; take it where they left it."""
        if self._article is None:
            return
        held, self.other = self.other, self._store.claimed_by_others().get(self._article)
        if held and not self.other:
            self._renew()

    def _renew(self) -> None:
        if self._article is not None:
            self.other = self._store.claim(self._article)
            self._taken, self._stirred = self._clock(), False

"""Getting suggestions while the reviewer works: what to ask the worker for, and where it goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from store.store import Store

from suggest.client import Request, Worker
from suggest.pipeline import SUGGESTER, VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: `done` (0 to 1) of the article under way, and how many still wait behind it."""

    article_id: str
    done: float
    waiting: int


class Suggesting:
    """Feeds articles without current suggestions to a worker, the one being read first.

    `in_hand` names the article on the screen. The worker starts with the first article that needs
    it; where nothing does, no model is ever loaded.
    """

    def __init__(
        self,
        store: Store,
        *,
        in_hand: Callable[[], str | None],
        is_protected: Callable[[str], bool],
        arrived: Callable[[str], Awaitable[None]],
        progress: Callable[[Step | None], None],
    ) -> None:
        self._store = store
        self._in_hand = in_hand
        self._is_protected = is_protected
        self._arrived = arrived
        self._progress = progress

    async def run(self) -> None:
        """Suggest for every article that lacks it. Raises WorkerError where the worker fails."""
        waiting = self._store.without_suggestions(SUGGESTER, VERSION)
        if not waiting:
            return
        self._progress(Step(waiting[0], 0.0, len(waiting) - 1))
        async with Worker() as worker:
            while article_id := self._next(waiting):
                waiting.remove(article_id)
                await self._suggest(worker, article_id, len(waiting))
        self._progress(None)

    def _next(self, waiting: list[str]) -> str | None:
        """The article in hand if it waits, else the first that is not protected."""
        free = [article_id for article_id in waiting if not self._is_protected(article_id)]
        in_hand = self._in_hand()
        if in_hand in free:
            return in_hand
        return free[0] if free else None

    async def _suggest(self, worker: Worker, article_id: str, behind: int) -> None:
        revision = self._store.article(article_id).revision
        request = Request(
            article_id, revision.text, revision.title, revision.published, revision.zones
        )
        answer = await worker.suggest(
            request, lambda done: self._progress(Step(article_id, done, behind))
        )
        self._store.put_suggestions(
            article_id, answer.suggester, answer.version, answer.suggestions
        )
        await self._arrived(article_id)

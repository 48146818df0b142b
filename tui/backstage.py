"""What the worker does while the reviewer reads: suggestions and word boundaries, as needed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.store import Store
from suggest.client import Request, Worker
from suggest.version import SUGGESTER, VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: `done` (0 to 1) of the article under way, and how many wait behind it."""

    article_id: str
    done: float
    waiting: int


class Stage(Protocol):
    """The bench, as the backstage sees it."""

    @property
    def article_id(self) -> str | None:
        """The article on the bench."""

    def is_protected(self, article_id: str) -> bool:
        """Whether new suggestions for an article must wait."""

    def take_suggestions(self, article_id: str) -> None:
        """Suggestions for an article are in the store."""

    def take_words(self, article_id: str, boundaries: Sequence[int]) -> None:
        """Words of an article begin at these code points."""

    def show_step(self, step: Step | None) -> None:
        """The worker is at this; None: at nothing."""


class Backstage:
    """One worker that serves the article on the bench first and all others after it.

    `run` goes on until it is cancelled; `wake` tells it that another article is on the bench.
    """

    def __init__(self, store: Store, stage: Stage, worker: Callable[[], Worker] = Worker) -> None:
        self._store = store
        self._stage = stage
        self._worker = worker
        self._awake = asyncio.Event()
        self._segmented: str | None = None

    def wake(self) -> None:
        """Look again at what is needed."""
        self._awake.set()

    async def run(self) -> None:
        """Serve. Raises WorkerError where the worker fails."""
        async with self._worker() as worker:
            waiting = self._store.without_suggestions(SUGGESTER, VERSION)
            while True:
                self._awake.clear()
                in_hand = self._stage.article_id
                following = self._following(waiting, in_hand)
                if following is not None and following == in_hand:
                    await self._suggest(worker, following, waiting)
                elif in_hand is not None and in_hand != self._segmented:
                    await self._segment(worker, in_hand)
                elif following is not None:
                    await self._suggest(worker, following, waiting)
                else:
                    self._stage.show_step(None)
                    await self._awake.wait()

    def _following(self, waiting: Sequence[str], in_hand: str | None) -> str | None:
        """The article in hand if it waits, else the first that is not protected."""
        free = [article_id for article_id in waiting if not self._stage.is_protected(article_id)]
        if in_hand in free:
            return in_hand
        return free[0] if free else None

    async def _segment(self, worker: Worker, article_id: str) -> None:
        boundaries = await worker.words(self._store.article(article_id).revision.text)
        self._segmented = article_id
        self._stage.take_words(article_id, boundaries)

    async def _suggest(self, worker: Worker, article_id: str, waiting: list[str]) -> None:
        waiting.remove(article_id)
        revision = self._store.article(article_id).revision
        self._stage.show_step(Step(article_id, 0.0, len(waiting)))
        request = Request(
            article_id, revision.text, revision.title, revision.published, revision.zones
        )
        answer = await worker.suggest(
            request, lambda done: self._stage.show_step(Step(article_id, done, len(waiting)))
        )
        self._store.put_suggestions(
            article_id, answer.suggester, answer.version, answer.suggestions
        )
        self._stage.take_suggestions(article_id)

"""What the worker does while the reviewer reads: suggestions and word boundaries, as needed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from store.store import Store
from suggest.client import Request, Worker, WorkerError
from suggest.version import SUGGESTER, VERSION
from text.article import Article, Repair, Revision
from text.span import Span
from tui.review.patience import patiently

if TYPE_CHECKING:
    from text.cleaning import Rulings


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

    def take_words(self, article_id: str, text: str, boundaries: Sequence[int]) -> None:
        """Words of an article's text begin at these code points."""

    def warn(self, message: str) -> None:
        """Something went wrong that the work goes on without."""

    def show_step(self, step: Step | None) -> None:
        """The worker is at this; None: at nothing."""


class Backstage:
    """One worker that serves the article on the bench first and all others after it.

    `run` goes on until it is cancelled; `wake` tells it that another article is on the bench.
    """

    def __init__(self, store: Store, worker: Callable[[], Worker] = Worker) -> None:
        self._store = store
        self._start = worker
        self._worker: Worker | None = None
        self._awake = asyncio.Event()
        self._grown = asyncio.Event()

    def look_again(self) -> None:
        """See to articles that others have imported."""
        self._grown.set()
        self._awake.set()

    def wake(self) -> None:
        """Look again at what is needed."""
        self._awake.set()

    async def run(self, stage: Stage) -> None:
        """Serve. Raises WorkerError where the worker fails."""
        async with self._start() as worker:
            self._worker = worker
            try:
                service = _Service(self._store, stage, worker, self._awake, self._grown)
                await service.go_on()
            finally:
                self._worker = None

    async def revision(self, article: Article, rulings: Rulings) -> Revision:
        """`article` cleaned anew under `rulings`. Raises WorkerError where no worker does it."""
        old = article.revision
        revision = await self._running().revision(article.raw, rulings, old.cleaner)
        # A file may have named its title and date itself, outside of its text.
        return replace(revision, title=old.title, published=old.published)

    async def alternatives(self, raw: str, repair: Repair) -> list[tuple[str, float]]:
        """What `repair` may be instead, with the share of each. Raises WorkerError as above."""
        return await self._running().alternatives(raw, repair)

    async def readings(self, text: str) -> list[Span]:
        """What LAC and the grammars take for spans of `text`. Raises WorkerError."""
        return await self._running().readings(text)

    def _running(self) -> Worker:
        if self._worker is None:
            raise WorkerError("the suggestion process is not there; start the bench again")
        return self._worker


class _Service:
    """What one worker does for one stage."""

    def __init__(
        self,
        store: Store,
        stage: Stage,
        worker: Worker,
        awake: asyncio.Event,
        grown: asyncio.Event,
    ) -> None:
        self._store = store
        self._stage = stage
        self._worker = worker
        self._awake = awake
        self._grown = grown
        self._segmented: str | None = None
        self._told: set[str] = set()

    async def go_on(self) -> None:
        waiting = self._store.without_suggestions(SUGGESTER, VERSION)
        while True:
            self._awake.clear()
            if self._grown.is_set():
                self._grown.clear()
                waiting = self._store.without_suggestions(SUGGESTER, VERSION)
            in_hand = self._stage.article_id
            following = self._following(waiting, in_hand)
            if following is not None and following == in_hand:
                await self._suggest(following, waiting)
            elif in_hand is not None and in_hand != self._segmented:
                await self._segment(in_hand)
            elif following is not None:
                await self._suggest(following, waiting)
            else:
                self._stage.show_step(None)
                await self._awake.wait()
                waiting = self._store.without_suggestions(SUGGESTER, VERSION)

    def _following(self, waiting: Sequence[str], in_hand: str | None) -> str | None:
        """The article in hand if it waits, else the first that is not protected."""
        free = [article_id for article_id in waiting if not self._stage.is_protected(article_id)]
        if in_hand in free:
            return in_hand
        return free[0] if free else None

    async def _segment(self, article_id: str) -> None:
        text = self._store.article(article_id).revision.text
        boundaries = await self._worker.words(text)
        self._segmented = article_id
        self._stage.take_words(article_id, text, boundaries)

    async def _suggest(self, article_id: str, waiting: list[str]) -> None:
        waiting.remove(article_id)
        if not self._store.lacks_suggestions(article_id, SUGGESTER, VERSION):
            # Another process was quicker; what it wrote is shown already.
            return
        revision = self._store.article(article_id).revision
        self._stage.show_step(Step(article_id, 0.0, len(waiting)))
        request = Request(
            article_id, revision.text, revision.title, revision.published, revision.zones
        )
        answer = await self._worker.suggest(
            request, lambda done: self._stage.show_step(Step(article_id, done, len(waiting)))
        )
        await patiently(
            lambda: self._store.put_suggestions(
                article_id, answer.suggester, answer.version, answer.suggestions, of=revision
            )
        )
        self._stage.take_suggestions(article_id)
        for fault in answer.faults:
            if fault not in self._told:
                self._told.add(fault)
                self._stage.warn(fault)

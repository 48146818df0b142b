"""What the worker does while the reviewer reads: suggestions and word boundaries, as needed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NoReturn, Protocol

from store.store import Store
from suggest.client import NoAnswerError, Request, Worker, WorkerError
from suggest.version import SUGGESTER, VERSION
from text.article import Article, Repair, Revision
from text.span import Span
from tui.review.lull import Lulls
from tui.review.patience import patiently

if TYPE_CHECKING:
    from text.cleaning import Rulings


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: `done` (0 to 1) of an article under way, and how many wait besides."""

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


Work = Callable[[str], Awaitable[None]]
Job = tuple[Work, str]
"""Something to do for the article of that id."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What the stage calls: look again; there are more articles; and a key came."""

    awake: asyncio.Event = field(default_factory=asyncio.Event)
    grown: asyncio.Event = field(default_factory=asyncio.Event)
    lulls: Lulls = field(default_factory=Lulls)


class Backstage:
    """One worker that serves the article on the bench at once, and the others one after another.

    `run` goes on until it is cancelled; `wake` tells it that another article is on the bench.
    """

    def __init__(self, store: Store, worker: Callable[[], Worker] = Worker) -> None:
        self._store = store
        self._start = worker
        self._worker: Worker | None = None
        self._cues = Cues()

    def look_again(self) -> None:
        """See to articles that others have imported."""
        self._cues.grown.set()
        self._cues.awake.set()

    def wake(self) -> None:
        """Look again at what is needed."""
        self._cues.awake.set()

    def key(self) -> None:
        """A key came, and another may: what nobody waits for is put off for a moment."""
        self._cues.lulls.key()

    async def run(self, stage: Stage) -> None:
        """Serve. Raises WorkerError where the worker fails."""
        async with self._start() as worker:
            self._worker = worker
            try:
                service = _Service(self._store, stage, worker, self._cues)
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

    def __init__(self, store: Store, stage: Stage, worker: Worker, cues: Cues) -> None:
        self._store = store
        self._stage = stage
        self._worker = worker
        self._awake, self._grown, self._lulls = cues.awake, cues.grown, cues.lulls
        self._waiting: list[str] = []
        self._under_way: dict[Job, float] = {}  # and how much of it (0 to 1) is done
        self._given_up: set[Job] = set()
        self._segmented: str | None = None
        self._told: set[str] = set()

    async def go_on(self) -> NoReturn:
        self._grown.set()
        try:
            async with asyncio.TaskGroup() as tasks:
                while True:
                    self._awake.clear()
                    self._look()
                    while job := self._next():
                        self._under_way[job] = 0.0
                        tasks.create_task(self._carry_out(*job))
                    self._tell()
                    await self._awake.wait()
        except ExceptionGroup as faults:
            raise faults.exceptions[0] from None

    def _look(self) -> None:
        """See which articles wait, where that may have changed."""
        if self._grown.is_set() or not self._waiting:
            self._grown.clear()
            lacking = self._store.without_suggestions(SUGGESTER, VERSION)
            self._waiting = [i for i in lacking if not self._is_begun((self._suggest, i))]

    def _next(self) -> Job | None:
        """What to begin now: what the article in hand needs, whatever else is under way.

        The worker sees to it that it does not wait for a longer one. Others begin one by one.
        """
        in_hand = self._stage.article_id
        job = self._needed(in_hand) if in_hand is not None else None
        if job is not None or self._under_way:
            return job
        free = (i for i in self._waiting if not self._stage.is_protected(i))
        return next(map(self._suggestions, free), None)

    def _needed(self, article_id: str) -> Job | None:
        """What an article in hand needs next: words after suggestions, which are waited for."""
        if article_id in self._waiting and not self._stage.is_protected(article_id):
            return self._suggestions(article_id)
        words = (self._segment, article_id)
        suggesting = (self._suggest, article_id) in self._under_way
        if suggesting or article_id == self._segmented or self._is_begun(words):
            return None
        return words

    def _suggestions(self, article_id: str) -> Job:
        self._waiting.remove(article_id)
        return self._suggest, article_id

    def _is_begun(self, job: Job) -> bool:
        return job in self._under_way or job in self._given_up

    async def _carry_out(self, work: Work, article_id: str) -> None:
        try:
            await work(article_id)
        except NoAnswerError as error:
            self._given_up.add((work, article_id))
            self._stage.warn(str(error))
        finally:
            del self._under_way[work, article_id]
            self._awake.set()

    async def _segment(self, article_id: str) -> None:
        text = self._store.article(article_id).revision.text
        boundaries = await self._worker.words(text)
        self._segmented = article_id
        self._stage.take_words(article_id, text, boundaries)

    async def _suggest(self, article_id: str) -> None:
        if not self._store.lacks_suggestions(article_id, SUGGESTER, VERSION):
            # Another process was quicker; what it wrote is shown already.
            return
        revision = self._store.article(article_id).revision
        request = Request(
            article_id, revision.text, revision.title, revision.published, revision.zones
        )
        answer = await self._worker.suggest(request, partial(self._note, article_id))
        if article_id != self._stage.article_id:
            # Writing takes some of the time in which a key is to be followed.
            await self._lulls.wait()
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

    def _note(self, article_id: str, done: float) -> None:
        self._under_way[self._suggest, article_id] = done
        self._tell()

    def _tell(self) -> None:
        """Say how far suggesting is: for the article in hand, or else for another one."""
        going = {i: done for (work, i), done in self._under_way.items() if work == self._suggest}
        in_hand = self._stage.article_id
        shown = in_hand if in_hand in going else next(iter(going), None)
        if shown is None:
            self._stage.show_step(None)
        else:
            waiting = len(self._waiting) + len(going) - 1
            self._stage.show_step(Step(shown, going[shown], waiting))

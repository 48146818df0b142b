"""What is on the bench: opening an article, carrying out verbs on it, showing what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from time import monotonic

from textual.message import Message

from store.errors import ConflictError
from store.store import Store
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui import notices
from tui.backstage import Step
from tui.page.cells import drawable
from tui.page.words import Words
from tui.pauses import no_look_for_garbage
from tui.review.effort import EffortMeter
from tui.review.holding import Holding
from tui.review.outcome import Outcome
from tui.review.patience import BRIEFLY, patiently
from tui.review.session import Session
from tui.review.trail import Trail
from tui.review.verbs import Verb
from tui.widgets.bench_view import BenchView, Page


class Workplace:
    """One article at a time, between the store and the view.

    What fails is told on the screen, and the work goes on: nothing here raises JinbiaoError.
    """

    class Opened(Message):
        """Another article is on the bench."""

    class Empty(Message):
        """There is no article to open."""

    class Grown(Message):
        """Others have imported articles."""

    def __init__(
        self, store: Store, scheme: Scheme, meter: EffortMeter, holding: Holding, view: BenchView
    ) -> None:
        self._store = store
        self._scheme = scheme
        self._meter = meter
        self._holding = holding
        self._view = view
        self._asked_here: str | None = None
        self._trail = Trail(store)
        # While one key waits for the store, what comes after it must not change what it acts on.
        self._turn = asyncio.Lock()
        self.page: Page | None = None

    @property
    def article_id(self) -> str | None:
        """The article on the bench."""
        return self.page.article.id if self.page else None

    # Coming and going

    def begin(self) -> None:
        """Open the article last left, or the first with work left that nobody else is at."""
        with self.telling():
            first = self._store.library(limit=1)
            if not first:
                self._view.post_message(self.Empty())
                return
            last = self._store.last_article()
            if last is None or last in self._store.claimed_by_others():
                last = self._store.next_open() or last or first[0].id
            self.open(last)

    def open(self, article_id: str) -> None:
        """Put an article on the bench, where its reviewer left it, and claim it."""
        self.remember()
        with self.telling(), no_look_for_garbage():
            article = self._store.article(article_id)
            text = article.revision.text
            reading = self._store.reading(article_id)
            session = Session(reading, text, self._scheme, Words(text), self._meter)
            self.page = Page(article, self._store.place(article_id), session)
            self._view.show(self.page)
            self._view.post_message(self.Opened())
            self._holding.take(article_id)
        # After the words: whoever sees the header may take the article as shown.
        self._view.call_after_refresh(self.show_company)
        if self._holding.other is not None:
            self._view.say_next(notices.held(self._holding.other))

    def open_beside(self, *, forward: bool) -> None:
        """Open the next or the previous article, whoever is at it."""
        with self.telling():
            here = self.article_id
            beside = self._store.neighbour(here, forward=forward) if here else None
            if beside is not None:
                self.open(beside)
            else:
                self._view.keys.say(notices.no_more())

    def open_next(self, told: str | None = None) -> None:
        """Open the next article with work left; one that others are at only when asked again.

        `told` is what was done with the article that is left.
        """
        here = self.article_id
        if here is None:
            return
        with self.telling():
            following = self._store.next_open(here)
            theirs = None if following else self._store.next_open(here, claimed=True)
            if theirs is not None and self._asked_here == here:
                following = theirs
            if following is not None:
                self.open(following)
                if told and self._holding.other is None:
                    self._view.say_next(self._trail.finished(told, here, following))
                return
            self._asked_here = here
            self._view.refresh_page()
            self._view.keys.say(notices.left_to_others() if theirs else notices.all_done())

    def remember(self) -> None:
        """Keep the place in the article."""
        with self.telling():
            if self.page is not None:
                self.page.session.remember()

    def leave(self) -> None:
        """Keep the place in the article, and let others have it."""
        self.remember()
        with self.telling():
            self._holding.give_back()

    # Deciding

    async def act(self, verb: Verb) -> Outcome | None:
        """Carry out a verb of the session and show what came of it; None where it failed."""
        self._holding.stir()
        async with self._turn:
            return await self._carry_out(verb, self.page) if self.page else None

    async def _carry_out(self, verb: Verb, page: Page) -> Outcome | None:
        revision, begun = page.session.reading.revision_id, monotonic()
        waiting = partial(self._view.keys.say, notices.waiting(), warning=True)
        try:
            outcome = await patiently(partial(verb, page.session), waiting)
        except JinbiaoError as error:
            self._show_anew(page, revision)
            self._fail(notices.conflict() if isinstance(error, ConflictError) else str(error))
            return None
        if outcome.saved:
            self._trail.edited(page.article)
            self._view.saved(f"{datetime.now().astimezone():%H:%M:%S}")
            if (seconds := monotonic() - begun) > BRIEFLY:
                self.warn(notices.slow(seconds))
        if outcome.leave:
            self.open_next(outcome.notice)
            return outcome
        if revision != page.session.reading.revision_id:
            self._reopen(page)
        self._view.repaint(outcome.touched)
        self._view.refresh_page()
        self._say(outcome)
        return outcome

    # What others do

    async def take_in(self) -> None:
        """Show what others wrote."""
        async with self._turn:
            if self.page is not None:
                with self.telling():
                    self._take_in(self.page)

    def _take_in(self, page: Page) -> None:
        place = self._store.place(page.article.id)
        if place != page.place:
            page = self.page = replace(page, place=place)
            self._view.show_place(page)
            self._view.post_message(self.Grown())
        self._holding.look()
        self.show_company()
        if not page.session.reading.is_current():
            self._refresh(page)

    def _refresh(self, page: Page) -> None:
        revision = page.session.reading.revision_id
        with no_look_for_garbage():
            outcome = page.session.refresh()
            self._show_anew(page, revision)
        self._say(outcome)

    # What the worker does

    def is_protected(self, article_id: str) -> bool:
        """Whether a new run must wait: the article is on the bench, with marks."""
        page = self.page
        if page is None or page.article.id != article_id:
            return False
        return bool(page.session.reading.marks)

    def take_suggestions(self, article_id: str) -> None:
        """Show new suggestions for an article; the cursor stays where it is."""
        with self.telling():
            if self.page is not None and article_id == self.page.article.id:
                self._refresh(self.page)

    def take_words(self, article_id: str, text: str, boundaries: Sequence[int]) -> None:
        """Move by these word boundaries from now on."""
        page = self.page
        if page and article_id == page.article.id and text == page.session.text:
            page.session.cursor.words = Words(text, boundaries)

    def show_step(self, step: Step | None) -> None:
        """Say what the worker is at."""
        if step is None:
            self._view.waiting("")
        else:
            here = step.article_id == self.article_id
            self._view.waiting(notices.suggesting(step.done if here else None, step.waiting + 1))

    # Telling

    def look_closer(self) -> None:
        """Tell what lies behind the current mark."""
        mark = self.page.session.current if self.page else None
        if self.page is not None and mark is not None:
            with self.telling():
                background = self._store.background(self.page.session.reading, mark)
                self._view.inspector.tell(mark, background)

    def aside(self) -> str:
        """Where there is room beside the current words: a class for what opens there."""
        self._view.make_room()
        return self._view.aside

    def hint(self, codes: Mapping[str, str]) -> None:
        """Draw these codes at marks, by their ids, in place of those that are there."""
        self._view.hint(codes)

    def tell(self, notice: str) -> None:
        """Show a notice in place of the keys, once what is under way is drawn."""
        self._view.say_next(notice)

    def show_company(self) -> None:
        """Say who else is at the article."""
        self._view.company(notices.company(self._holding.other))

    def warn(self, message: str) -> None:
        """Tell of a fault that does not stop anything."""
        self._view.notify(drawable(message), severity="warning", markup=False, timeout=12)

    def inform(self, message: str) -> None:
        """Tell what has come to an end, whatever screen is open."""
        self._view.notify(drawable(message), markup=False, timeout=12)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Let what fails within be told, and the work go on."""
        try:
            yield
        except JinbiaoError as error:
            self._fail(str(error))

    def _fail(self, message: str) -> None:
        self._view.notify(drawable(message), severity="error", markup=False, timeout=12)

    def _say(self, outcome: Outcome) -> None:
        notice = outcome.notice
        if notice and outcome.elsewhere and self.page is not None:
            notice = self._trail.elsewhere(notice, self.page.article.id)
        if notice:
            self._view.keys.say(notice, warning=outcome.warning)

    def _show_anew(self, page: Page, revision: str) -> None:
        """Show a reading that may have been read anew; it was in `revision` before."""
        if revision != page.session.reading.revision_id:
            self._reopen(page)
        else:
            self._view.show_marks()

    def _reopen(self, page: Page) -> None:
        """Show the article in the revision that it is read in now, the cursor on the same words."""
        caret = page.session.cursor.caret
        raw = page.article.revision.alignment.to_raw(caret, caret)
        self.open(page.article.id)
        if self.page is not None:
            offset, _ = self.page.article.revision.alignment.to_clean(*raw)
            self.page.session.put_caret(offset)

"""Screens that ask what to decide, and the decision that follows from the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from textual.app import App

from store.batches import BulkVerb, Plan
from store.store import Store
from text.scheme import Scheme
from tui.language import say
from tui.review.bulk import Asked, alike, carry_out, mentions
from tui.screens.comment import CommentScreen
from tui.screens.labels import LabelScreen
from tui.screens.preview import Choice, PreviewScreen
from tui.turns import in_turns
from tui.widgets.bench_view import Page
from tui.workplace import Workplace

MANY = 500
"""So many mentions take long enough to be saved that it is told before."""

TO_BE_DRAWN = 0.1
"""Seconds for a notice to be on the screen before nothing can be drawn for a while."""

SCORE = 0.9
"""What is asked for at first where all above a score are to be accepted."""


class Asking:
    """Opens them over the bench, each by its name."""

    def __init__(self, store: Store, scheme: Scheme, work: Workplace) -> None:
        self._store = store
        self._scheme = scheme
        self._work = work
        self._score = SCORE
        self.by_name: Mapping[str, Callable[[App[None], Page], None]] = {
            "above": self._above,
            "accept-alike": partial(self._alike, "accept"),
            "comment": self._comment,
            "labels": self._labels,
            "reject-alike": partial(self._alike, "reject"),
        }

    def _alike(self, verb: BulkVerb, app: App[None], page: Page) -> None:
        asked = alike(page.session, here=False)
        if asked is None or next(mentions(self._store, asked), None) is None:
            nowhere = "全库也没有别的待定同名处", "no other mention of it waits, in the whole store"
            self._work.tell(say(*nowhere))
        else:
            self._preview(verb, asked, app, page)

    def _above(self, app: App[None], page: Page) -> None:
        article_id = page.article.id
        self._preview("accept", Asked(None, None, self._score, article_id), app, page)

    def _preview(self, verb: BulkVerb, asked: Asked, app: App[None], page: Page) -> None:
        async def take(choice: Choice | None) -> None:
            if choice is None:
                return
            if choice.asked.words is None:
                self._score = choice.asked.score
            picks = choice.picks
            plan = self._store.plan(picks.ticked, verb, picks.left_out)
            with self._work.telling():
                await self._work_out(plan, picks.count)
                await self._work.act(lambda session: carry_out(session, verb, plan))

        look = partial(mentions, self._store)
        app.push_screen(PreviewScreen(verb, asked, page.article.id, look, self._scheme), take)

    async def _work_out(self, plan: Plan, count: int) -> None:
        """Work out what to write, with turns of the screen; keys that come meanwhile wait."""

        def show() -> None:
            zh = f"正在保存 {count:,} 处，{plan.done:,}/{plan.articles:,} 篇…"
            self._work.tell(
                say(zh, f"saving {count:,}, {plan.done:,} of {plan.articles:,} articles…")
            )

        if count > MANY:
            show()
            await asyncio.sleep(TO_BE_DRAWN)
        async for _ in in_turns(plan, show):
            pass

    def _comment(self, app: App[None], page: Page) -> None:
        async def write(words: str | None) -> None:
            if words is not None:
                await self._work.act(lambda session: session.comment(words))

        app.push_screen(CommentScreen(page.session.reading.comment or ""), write)

    def _labels(self, app: App[None], page: Page) -> None:
        async def label(name: str | None) -> None:
            if name is not None:
                await self._work.act(lambda session: session.label(name))

        mark = page.session.current
        app.push_screen(LabelScreen(self._scheme, mark.span.label if mark else None), label)

"""The bench: one article side by side, and a key for every decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from store.store import Store
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.backstage import Backstage, Step
from tui.keymap import bindings
from tui.language import say
from tui.page.cells import drawable
from tui.page.words import Words
from tui.review.effort import EffortMeter
from tui.review.outcome import Outcome
from tui.review.rulings import Key
from tui.review.session import Session
from tui.review.verbs import VERBS, Verb
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.repairs import Repairing, RepairsScreen
from tui.widgets.bench_view import BenchView, Page
from tui.widgets.mark_list import MarkList
from tui.widgets.row_list import RowList
from tui.widgets.text_pane import TextPane


class BenchScreen(Screen[None]):
    """Wires the keys to a review session, and what came of them to the view."""

    BINDINGS = bindings()

    class Opened(Message):
        """Another article is on the bench."""

    def __init__(
        self, store: Store, scheme: Scheme, meter: EffortMeter, backstage: Backstage
    ) -> None:
        super().__init__()
        self._backstage = backstage
        self._store = store
        self._scheme = scheme
        self._meter = meter
        self._articles: Sequence[str] = ()
        self._page: Page | None = None
        self.view = BenchView(scheme)

    def compose(self) -> ComposeResult:
        """The view fills the screen."""
        yield self.view

    def on_mount(self) -> None:
        """Open the article last left, or the first with work left."""
        self._articles = [card.id for card in self._store.library()]
        last = self._store.last_article()
        first = last if last in self._articles else self._store.next_open()
        self.open(first or self._articles[0])

    @property
    def page(self) -> Page | None:
        """What is on the bench."""
        return self._page

    @property
    def article_id(self) -> str | None:
        """The article on the bench."""
        return self._page.article.id if self._page else None

    def is_protected(self, article_id: str) -> bool:
        """Whether a new run must wait: the article is on the bench, with marks."""
        page = self._page
        if page is None or page.article.id != article_id:
            return False
        return bool(page.session.reading.marks)

    def open(self, article_id: str) -> None:
        """Put an article on the bench, where its reviewer left it."""
        self.leave()
        article = self._store.article(article_id)
        text = article.revision.text
        reading = self._store.reading(article_id)
        session = Session(reading, text, self._scheme, Words(text), self._meter)
        number = self._articles.index(article_id) + 1
        self._page = Page(article, number, len(self._articles), session)
        self.view.show(self._page)
        self.post_message(self.Opened())

    def leave(self) -> None:
        """Keep the place in the article on the bench."""
        if self._page is not None:
            self._page.session.remember()

    def take_suggestions(self, article_id: str) -> None:
        """Show new suggestions for an article; the cursor stays where it is."""
        if self._page is None or article_id != self._page.article.id:
            return
        self._page.session.take_suggestions()
        self.view.show_marks()

    def warn(self, message: str) -> None:
        """Tell of a fault that does not stop anything."""
        self.notify(drawable(message), severity="warning", markup=False, timeout=12)

    def show_step(self, step: Step | None) -> None:
        """Say what the worker is at."""
        if step is None:
            self.view.waiting("")
        elif step.article_id == self.article_id:
            self.view.waiting(say(f"建议中 {step.done:.0%}", f"suggesting {step.done:.0%}"))
        else:
            self.view.waiting(
                say(
                    f"建议中 · 还有 {step.waiting + 1} 篇", f"suggesting · {step.waiting + 1} to go"
                )
            )

    def take_words(self, article_id: str, text: str, boundaries: Sequence[int]) -> None:
        """Move by these word boundaries from now on."""
        page = self._page
        if page and article_id == page.article.id and text == page.session.text:
            page.session.cursor.words = Words(text, boundaries)

    # Keys

    def action_do(self, name: str) -> None:
        """Carry out a verb of the session."""
        self._act(VERBS[name])

    def action_label(self, key: str) -> None:
        """Give the label that a digit stands for."""
        label = self._scheme.label_for_key(key)
        if label is None:
            self.view.keys.say(say(f"{key} 没有标签", f"no label has the key {key}"))
        else:
            self._act(lambda session: session.label(label.name))

    def action_rows(self, by: int) -> None:
        """Move the text cursor up or down by rows of the pane."""
        pane = self.view.spread.annotated
        self._act(
            lambda session: session.put_caret(
                pane.offset_in_row(pane.row_of(session.cursor.caret) + by, session.cursor.caret)
            )
        )

    def action_page(self, by: int) -> None:
        """Move the text cursor by pages."""
        self.action_rows(by * max(1, self.view.spread.annotated.height - 1))

    def action_article(self, by: int) -> None:
        """Go to the next or the previous article."""
        if self._page is None:
            return
        number = self._page.number + by
        if 1 <= number <= len(self._articles):
            self.open(self._articles[number - 1])
        else:
            self.view.keys.say(
                say("没有更多文章 · L 文章库", "no more articles this way · L library")
            )

    def action_list(self) -> None:
        """Put the list of marks in place of the source, or the source back."""
        if self._page is not None:
            self.view.spread.toggle_list(self._page.session)

    def action_switch(self) -> None:
        """Show the other pane on a narrow terminal."""
        if self.view.is_narrow:
            self.view.spread.switch_pane()
        else:
            self.view.keys.say(say("两栏都在屏上", "both panes are on the screen"))

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen())

    def action_repairs(self) -> None:
        """Show what cleaning changed."""
        if self._page is not None:
            self.app.push_screen(RepairsScreen(self._repairing(self._page)), self._go_to)

    def action_library(self) -> None:
        """Show every article."""
        self.leave()
        current = self._page.article.id if self._page else None
        self.app.push_screen(LibraryScreen(self._store.library(), current), self._open_chosen)

    # Mouse

    @on(TextPane.Pointed)
    def point(self, event: TextPane.Pointed) -> None:
        """Put the cursor where the mouse points, select what it drags over."""
        if self._page is None:
            return
        offset = event.offset
        if event.pane is self.view.spread.source:
            offset, _ = self._page.article.revision.alignment.to_clean(offset, offset)
        self._act(lambda session: session.point(offset, double=event.double, drag=event.drag))

    @on(TextPane.Scrolled)
    def keep_in_step(self, event: TextPane.Scrolled) -> None:
        """Let one pane follow the other."""
        if event.pane is self.view.spread.source:
            self.view.spread.lead_annotated()
        else:
            self.view.spread.lead_source()

    @on(RowList.Chosen)
    def go_to_listed(self, event: RowList.Chosen) -> None:
        """Go to a mark of the list pane."""
        if isinstance(event.rows, MarkList):
            self._act(lambda session: session.go_to(session.reading.marks[event.index]))

    # What came of it

    def _act(self, verb: Verb) -> None:
        if self._page is None:
            return
        revision = self._page.session.reading.revision_id
        try:
            outcome = verb(self._page.session)
        except JinbiaoError as error:
            self.notify(drawable(str(error)), severity="error", markup=False, timeout=12)
            return
        if outcome.edit is not None:
            self.view.saved(f"{datetime.now().astimezone():%H:%M:%S}")
        if outcome.leave:
            self._go_on()
            return
        if revision != self._page.session.reading.revision_id:
            self._reopen(self._page)
        self.view.repaint(outcome.touched)
        self.view.refresh_page()
        self._say(outcome)

    def _reopen(self, page: Page) -> None:
        """Show the article in the revision that it is read in now, the cursor on the same words."""
        caret = page.session.cursor.caret
        raw = page.article.revision.alignment.to_raw(caret, caret)
        self.open(page.article.id)
        if self._page is not None:
            offset, _ = self._page.article.revision.alignment.to_clean(*raw)
            self._page.session.put_caret(offset)

    def _say(self, outcome: Outcome) -> None:
        if outcome.notice:
            self.view.keys.say(outcome.notice, warning=outcome.warning)

    def _go_on(self) -> None:
        """To the next article with work left; stay where there is none."""
        if self._page is None:
            return
        following = self._store.next_open(after=self._page.article.id)
        if following is not None:
            self.open(following)
            return
        self.view.refresh_page()
        self.view.keys.say(
            say(
                "全部完成 · q 退出后：jinbiao export",
                "all articles are done · q quit, then: jinbiao export",
            )
        )

    def _repairing(self, page: Page) -> Repairing:
        """The ways in which the repairs of the article on the bench are shown and changed."""

        async def rule(rulings: Mapping[Key, str | None]) -> None:
            revision = await self._backstage.revision(page.article, rulings)
            self._act(lambda session: session.revise(revision, rulings))

        return Repairing(
            article=lambda: (self._page or page).article,
            rulings=lambda: (self._page or page).session.reading.rulings,
            rule=rule,
            alternatives=partial(self._backstage.alternatives, page.article.raw),
            undo=lambda: self._act(VERBS["undo"]),
        )

    def _go_to(self, offset: int | None) -> None:
        if offset is not None:
            self._act(lambda session: session.put_caret(offset))

    def _open_chosen(self, article_id: str | None) -> None:
        if article_id is not None:
            self.open(article_id)

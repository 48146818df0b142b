"""The bench: one article side by side, and a key for every decision."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from store.store import Store
from text.scheme import Scheme
from tui.backstage import Backstage
from tui.keymap import bindings
from tui.language import say
from tui.review.effort import EffortMeter
from tui.review.holding import Holding
from tui.review.rulings import Key
from tui.review.verbs import VERBS
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.library import LibraryScreen, shelf
from tui.screens.repairs import Repairing, RepairsScreen
from tui.watch import StoreChanged
from tui.widgets.bench_view import BenchView, Page
from tui.widgets.mark_list import MarkList
from tui.widgets.row_list import RowList
from tui.widgets.text_pane import TextPane
from tui.workplace import Workplace


class BenchScreen(Screen[None]):
    """Wires the keys to a review session, and what came of them to the view."""

    BINDINGS = bindings()

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        meter: EffortMeter,
        backstage: Backstage,
        holding: Holding,
    ) -> None:
        super().__init__()
        self._backstage = backstage
        self._store = store
        self._scheme = scheme
        self.view = BenchView(scheme)
        self.work = Workplace(store, scheme, meter, holding, self.view)

    def compose(self) -> ComposeResult:
        """The view fills the screen."""
        yield self.view

    def on_mount(self) -> None:
        """Open an article."""
        self.work.begin()

    @property
    def page(self) -> Page | None:
        """What is on the bench."""
        return self.work.page

    @property
    def article_id(self) -> str | None:
        """The article on the bench."""
        return self.work.article_id

    @on(StoreChanged)
    async def take_in(self) -> None:
        """Show what others wrote."""
        await self.work.take_in()

    @on(Workplace.Opened)
    def wake_backstage(self) -> None:
        """Let the worker see to the article that was opened."""
        self._backstage.wake()

    @on(Workplace.Grown)
    def tell_backstage(self) -> None:
        """Let the worker see to what others imported."""
        self._backstage.look_again()

    # Keys

    async def action_do(self, name: str) -> None:
        """Carry out a verb of the session."""
        await self.work.act(VERBS[name])

    async def action_label(self, key: str) -> None:
        """Give the label that a digit stands for."""
        label = self._scheme.label_for_key(key)
        if label is None:
            self.view.keys.say(say(f"{key} 没有标签", f"no label has the key {key}"))
        else:
            await self.work.act(lambda session: session.label(label.name))

    async def action_rows(self, by: int) -> None:
        """Move the text cursor up or down by rows of the pane."""
        pane = self.view.spread.annotated
        await self.work.act(lambda session: session.put_caret(pane.below(session.cursor.caret, by)))

    async def action_page(self, by: int) -> None:
        """Move the text cursor by pages."""
        await self.action_rows(by * max(1, self.view.spread.annotated.height - 1))

    def action_article(self, by: int) -> None:
        """Go to the next or the previous article."""
        self.work.open_beside(forward=by > 0)

    def action_list(self) -> None:
        """Put the list of marks in place of the source, or the source back."""
        if self.page is not None:
            self.view.spread.toggle_list(self.page.session)

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
        if self.page is not None:
            self.app.push_screen(RepairsScreen(self._repairing(self.page)), self._go_to)

    def action_history(self) -> None:
        """Show every edit of the article."""
        if self.page is not None:
            with self.work.telling():
                article_id = self.page.article.id
                after = partial(self._store.after_edit, article_id)
                chapters = self._store.history(article_id)
                self.app.push_screen(HistoryScreen(chapters, after, self._scheme))

    def action_library(self) -> None:
        """Show every article."""
        self.work.remember()
        with self.work.telling():
            screen = LibraryScreen(partial(shelf, self._store), self.article_id)
            self.app.push_screen(screen, self._open_chosen)

    # Mouse

    @on(TextPane.Pointed)
    async def point(self, event: TextPane.Pointed) -> None:
        """Put the cursor where the mouse points, select what it drags over."""
        if self.page is None:
            return
        offset = event.offset
        if event.pane is self.view.spread.source:
            offset, _ = self.page.article.revision.alignment.to_clean(offset, offset)
        await self.work.act(
            lambda session: session.point(offset, double=event.double, drag=event.drag)
        )

    @on(TextPane.Scrolled)
    def keep_in_step(self, event: TextPane.Scrolled) -> None:
        """Let one pane follow the other."""
        if event.pane is self.view.spread.source:
            self.view.spread.lead_annotated()
        else:
            self.view.spread.lead_source()

    @on(RowList.Chosen)
    async def go_to_listed(self, event: RowList.Chosen) -> None:
        """Go to a mark of the list pane."""
        if isinstance(event.rows, MarkList):
            await self.work.act(lambda session: session.go_to(session.reading.marks[event.index]))

    # Within

    def _repairing(self, page: Page) -> Repairing:
        """The ways in which the repairs of the article on the bench are shown and changed."""

        async def rule(rulings: Mapping[Key, str | None]) -> None:
            revision = await self._backstage.revision(page.article, rulings)
            await self.work.act(lambda session: session.revise(revision, rulings))

        return Repairing(
            article=lambda: (self.page or page).article,
            rulings=lambda: (self.page or page).session.reading.rulings,
            rule=rule,
            alternatives=partial(self._backstage.alternatives, page.article.raw),
            undo=lambda: self.work.act(VERBS["undo"]),
        )

    async def _go_to(self, offset: int | None) -> None:
        if offset is not None:
            await self.work.act(lambda session: session.put_caret(offset))

    def _open_chosen(self, article_id: str | None) -> None:
        if article_id is not None:
            self.work.open(article_id)

"""The bench: one article side by side, and a key for every decision."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from store.batches import BulkVerb
from store.store import Store
from text.scheme import Scheme
from tui.backstage import Backstage
from tui.keymap import bindings
from tui.language import say
from tui.retold import Retold
from tui.review.bulk import decide_here
from tui.review.cycling import Cycling
from tui.review.effort import EffortMeter
from tui.review.holding import Holding
from tui.review.outcome import NOTHING
from tui.review.readings import Readings
from tui.review.verbs import VERBS
from tui.watch import StoreChanged
from tui.widgets.bench_view import BenchView, Page
from tui.widgets.ground import Ground
from tui.widgets.mark_list import MarkList
from tui.widgets.row_list import RowList
from tui.widgets.text_pane import TextPane
from tui.workplace import Workplace

if TYPE_CHECKING:
    from tui.screens.windows import Windows


class BenchScreen(Screen[None], Ground):
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
        self.scheme = scheme
        self.view = BenchView(scheme)
        self.work = Workplace(store, scheme, meter, holding, self.view)
        self._cycling = Cycling()
        self._readings = Readings(backstage.readings)
        self._store = store

    @cached_property
    def _windows(self) -> Windows:
        # Half of what there is to import lies over the bench, and the first article waits for it.
        from tui.screens.windows import Windows  # noqa: PLC0415 - see above

        return Windows(self._store, self.scheme, self._backstage, self.work)

    def compose(self) -> ComposeResult:
        """The view fills the screen."""
        yield self.view

    def on_mount(self) -> None:
        """Open an article."""
        self.work.begin()

    def on_screen_resume(self) -> None:
        """Take the terminal's own cursor back from what stood over the bench."""
        self.view.lead_cursor()

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

    @on(Retold)
    def retell(self) -> None:
        """Say who else is here in the language chosen; the view suits itself."""
        self.work.show_company()

    @on(Workplace.Opened)
    def wake_backstage(self) -> None:
        """Let the worker see to the article that was opened."""
        self._backstage.wake()

    @on(Workplace.Empty)
    def greet(self) -> None:
        """Say what to do first."""
        self._windows.greet(self.app)

    @on(Workplace.Grown)
    def tell_backstage(self) -> None:
        """Let the worker see to what others imported."""
        self._backstage.look_again()

    # Keys

    async def action_do(self, name: str) -> None:
        """Carry out a verb of the session."""
        await self.work.act(VERBS[name])

    async def action_every(self, verb: BulkVerb) -> None:
        """Decide on every mention like the current one; in the store where none waits here."""
        outcome = await self.work.act(lambda session: decide_here(session, self._store, verb))
        if outcome == NOTHING:
            self._windows.open(f"{verb}-alike", self.app)

    async def action_boundaries(self) -> None:
        """Let the current span take its next likely range."""
        if self.page is None:
            return
        mark, text = self.page.session.current, self.page.session.text
        found = await self._readings.of(mark, text) if mark else []
        await self.work.act(lambda session: self._cycling.go_on(session, found))

    async def action_label(self, key: str) -> None:
        """Give the label that a digit stands for."""
        label = self.scheme.label_for_key(key)
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
            self.view.spread.toggle_list(self.page.session, narrow=self.view.is_narrow)

    def action_switch(self) -> None:
        """Show the other pane on a narrow terminal."""
        if self.view.is_narrow:
            self.view.spread.switch_pane()
        else:
            self.view.keys.say(say("两栏都在屏上", "both panes are on the screen"))

    def action_show(self, name: str) -> None:
        """Open a screen over the bench."""
        self._windows.open(name, self.app)

    # Mouse

    @on(TextPane.Pointed)
    async def point(self, event: TextPane.Pointed) -> None:
        """Put the cursor where the mouse points, select what it drags over."""
        if self.page is None or event.text != event.pane.text:
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

    @on(BenchView.Rested)
    def look_closer(self) -> None:
        """Tell more of the mark that is looked at."""
        self.work.look_closer()

    @on(RowList.Chosen)
    async def go_to_listed(self, event: RowList.Chosen) -> None:
        """Go to a mark of the list pane."""
        if isinstance(event.rows, MarkList) and not event.is_stale:
            await self.work.act(lambda session: session.go_to(session.reading.marks[event.index]))

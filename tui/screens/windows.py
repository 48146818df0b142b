"""The screens that open over the bench, and what comes back from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from textual.app import App

from store.figures import Figure
from store.store import Store
from text.scheme import Scheme
from tui.backstage import Backstage
from tui.keymap import cap_of
from tui.language import say
from tui.review.ledger import View
from tui.review.outline import Landmark
from tui.review.rulings import Key
from tui.review.verbs import VERBS
from tui.screens.asking import Asking
from tui.screens.describing import Describing
from tui.screens.guidelines import GuidelinesScreen
from tui.screens.history import HistoryScreen
from tui.screens.jump import JumpScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.repairs import Repairing, RepairsScreen
from tui.screens.search import SearchScreen
from tui.screens.shelving import Shelving
from tui.widgets.bench_view import Page
from tui.workplace import Workplace


class Windows:
    """Opens a screen by its name, on what is on the bench."""

    def __init__(self, store: Store, scheme: Scheme, backstage: Backstage, work: Workplace) -> None:
        self._store = store
        self._scheme = scheme
        self._backstage = backstage
        self._work = work
        self._sought = ""
        self._ledger_view = View()
        self._shelving = Shelving(store, scheme, work)
        self._by_name: Mapping[str, Callable[[App[None], Page], None]] = {
            "guidelines": self._guidelines,
            "history": self._history,
            "jump": self._jump,
            "ledger": self._ledger,
            "progress": self._progress,
            "repairs": self._repairs,
            "search": self._search,
            **Asking(store, scheme, work).by_name,
            **Describing(scheme, work).by_name,
            **self._shelving.by_name,
        }

    def open(self, name: str, app: App[None]) -> None:
        """Open the screen called `name`; what fails is told. KeyError where there is none."""
        window = self._by_name[name]
        if self._work.page is not None:
            with self._work.telling():
                window(app, self._work.page)

    def greet(self, app: App[None]) -> None:
        """Say what to do where there is no article."""
        self._shelving.greet(app)

    def _guidelines(self, app: App[None], page: Page) -> None:
        mark = page.session.current
        app.push_screen(GuidelinesScreen(self._scheme, mark.span.label if mark else None))

    def _history(self, app: App[None], page: Page) -> None:
        article_id = page.article.id
        after = partial(self._store.after_edit, article_id)
        chapters = self._store.history(article_id)
        app.push_screen(HistoryScreen(chapters, after, self._scheme))

    def _ledger(self, app: App[None], _page: Page) -> None:
        self._work.remember()
        screen = LedgerScreen(self._store.figures, self._ledger_view, self._scheme)
        app.push_screen(screen, self._go_to_figure)

    async def _go_to_figure(self, figure: Figure | None) -> None:
        if figure is None:
            return
        if figure.home.article != self._work.article_id:
            self._work.open(figure.home.article)
        await self._work.act(lambda session: session.go_to_span(figure.mark, figure.start))
        ledger = cap_of("ledger")
        self._work.tell(say(f"{ledger} 回到台账", f"{ledger} goes back to the ledger"))

    def _progress(self, app: App[None], _page: Page) -> None:
        # Plots take a third of a second to import, which only those who look at them pay.
        from tui.screens.progress import Account, ProgressScreen  # noqa: PLC0415 - see above

        store = self._store
        today = datetime.now().astimezone().date()

        def account() -> Account:
            return Account(store.stats(), store.course())

        app.push_screen(ProgressScreen(account, self._scheme, today))

    def _repairs(self, app: App[None], page: Page) -> None:
        app.push_screen(RepairsScreen(self._repairing(page)), self._go_to)

    async def _go_to(self, offset: int | None) -> None:
        if offset is not None:
            await self._work.act(lambda session: session.put_caret(offset))

    def _repairing(self, page: Page) -> Repairing:
        """The ways in which the repairs of the article on the bench are shown and changed."""

        async def rule(rulings: Mapping[Key, str | None]) -> None:
            revision = await self._backstage.revision(page.article, rulings)
            await self._work.act(lambda session: session.revise(revision, rulings))

        return Repairing(
            article=lambda: (self._work.page or page).article,
            rulings=lambda: (self._work.page or page).session.reading.rulings,
            rule=rule,
            alternatives=partial(self._backstage.alternatives, page.article.raw),
            undo=lambda: self._work.act(VERBS["undo"]),
        )

    def _jump(self, app: App[None], page: Page) -> None:
        session = page.session
        revision, caret = page.article.revision, session.cursor.caret
        app.push_screen(
            JumpScreen(revision, session.reading.marks, self._scheme, caret), self._land
        )

    async def _land(self, landmark: Landmark | None) -> None:
        if landmark is None:
            return
        mark = landmark.mark
        await self._work.act(
            lambda session: session.go_to(mark) if mark else session.put_caret(landmark.start)
        )

    def _search(self, app: App[None], page: Page) -> None:
        session = page.session
        came_from = session.cursor.caret, session.current

        async def show(found: tuple[int, int]) -> None:
            await self._work.act(lambda session: session.select(*found))

        async def settle(found: tuple[int, int] | None) -> None:
            self._sought = screen.words
            if found is not None:
                await show(found)
                told = say(
                    "已选中 · 数字键标注 · Esc 放弃", "selected · a digit labels it · Esc gives up"
                )
                self._work.tell(told)
                return
            caret, mark = came_from
            await self._work.act(lambda s: s.go_to(mark) if mark else s.put_caret(caret))

        screen = SearchScreen(session.text, session.cursor.caret, self._sought, show)
        app.push_screen(screen, settle)

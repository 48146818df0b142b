"""The library over the bench, and what stands there while there is no article."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import App

from store.store import Store
from text.scheme import Scheme
from tui.importing import Importer, Tally
from tui.screens.greeting import GreetingScreen
from tui.screens.library import LibraryScreen, LibraryView
from tui.widgets.bench_view import Page
from tui.widgets.import_panel import summary
from tui.workplace import Workplace


class Shelving:
    """Opens the library, by its name, or the greeting; an import goes on behind either."""

    def __init__(self, store: Store, scheme: Scheme, work: Workplace) -> None:
        self._store = store
        self._work = work
        self._view = LibraryView()
        self._importer = Importer(store.db.path, store.person, scheme, self._tell)
        self.by_name: Mapping[str, Callable[[App[None], Page], None]] = {"library": self._library}

    def greet(self, app: App[None]) -> None:
        """Say what to do where there is no article; the first that comes is opened."""
        place = str(self._store.db.path)
        screen = GreetingScreen(place, self._importer, lambda: bool(self._store.library(limit=1)))
        app.push_screen(screen, lambda _: self._work.begin())

    def _library(self, app: App[None], page: Page) -> None:
        self._work.remember()
        screen = LibraryScreen(self._store, self._importer, self._view, page.article.id)
        app.push_screen(screen, self._open_chosen)

    def _open_chosen(self, article_id: str | None) -> None:
        if article_id is not None:
            self._work.open(article_id)

    def _tell(self, tally: Tally, stopped: bool) -> None:
        told = summary(tally, stopped=stopped)
        if tally.faults or stopped:
            self._work.warn(told)
        else:
            self._work.inform(told)

"""The library: the articles in the order of the queue, to filter, rank, add to and open."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Input

from store.errors import StoreError
from store.store import Store
from text.errors import JinbiaoError
from tui.importing import Importer
from tui.keymap import HELP, Group, Key, bindings, moving
from tui.language import Phrase, say
from tui.page.cells import drawable
from tui.retold import Retold
from tui.review.shelf import Shelf
from tui.screens.answering import Answering
from tui.turns import in_turns
from tui.watch import StoreChanged
from tui.widgets.bars import KeyBar
from tui.widgets.card_row import card_row
from tui.widgets.framed import framed
from tui.widgets.import_panel import ImportPanel
from tui.widgets.lines import Lines
from tui.widgets.row_list import RowList
from tui.widgets.typed_line import TypedLine

KEYS = Group(
    "文章库",
    "library",
    (
        Key("enter", "choose", "打开", "open"),
        Key("/", "filter", "筛选", "filter"),
        Key("+", "rank(1)", "提前", "sooner"),
        Key("-", "rank(-1)", "推后", "later"),
        Key("i", "ask_paths", "导入", "import"),
        Key("X", "stop", "停止导入", "stop the import"),
        Key("0", "all", "全部", "all"),
        HELP,
        Key("escape L q", "close", "返回", "back"),
    ),
)

FILTER = Phrase(
    "词语 -不要的词 -status:done date>=2024 has:flag · 空：全部",
    "words -not these -status:done date>=2024 has:flag · empty: all",
)


@dataclass(slots=True)
class LibraryView:
    """What one looks at in the library, kept for when one comes back to it."""

    filter: str = ""


class CardList(RowList):
    """A click puts the cursor on an article, a double click opens it."""

    def on_click(self, event: events.Click) -> None:
        """Follow the mouse."""
        event.prevent_default()
        self.put_cursor(event.y + self.scroll_offset.y)
        if event.chain > 1:
            self.action_choose()


class LibraryScreen(Answering[str | None]):
    """Answers with the id of the article chosen, or None; `view` is kept by who opens it."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, store: Store, importer: Importer, view: LibraryView, current: str | None
    ) -> None:
        super().__init__()
        self._store = store
        self._importer = importer
        self._view = view
        self._sought = current
        self._shelf = Shelf(store)
        self._done = self._total = 0
        self._loading = self._stale = False
        self._rows = CardList(id="library")
        self._note = Lines(id="nothing")
        self._typed = TypedLine(id="typed")
        self._panel = ImportPanel(importer, id="import")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list, what is typed, an import under way, and a line of keys."""
        yield self._rows
        yield self._note
        yield self._typed
        yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Begin to read."""
        self._note.display = False
        self.set_focus(self._rows)
        self._load()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list, and as many keys as there is room for."""
        self._typed.retell()
        self._panel.retell()
        self._show()
        self.call_after_refresh(self._show_keys)

    # Reading

    @on(StoreChanged)
    def take_in(self) -> None:
        """Show what others wrote; the cursor stays on its article."""
        if self._loading:
            self._stale = True
        else:
            self._sought = self._here
            self._load()

    @work(exclusive=True, group="library")
    async def _load(self) -> None:
        """Read the queue anew, some at a time; what is shown stays until there is more to show."""
        self._loading = True
        try:
            await self._read()
        except JinbiaoError as error:
            self._fail(error)
        self._loading = False
        self._show()
        if self._stale:
            self._stale = False
            self.take_in()

    async def _read(self) -> None:
        shelf = Shelf(self._store)
        shelf.look_again()
        self._done, self._total = self._store.count("status:done"), self._store.count()

        def show() -> None:
            # A list that is read anew is not shorter meanwhile than it was.
            if len(shelf) >= len(self._shelf):
                self._swap(shelf)

        async for some in in_turns(self._store.queue(self._view.filter), show):
            shelf.take(some)
        self._swap(shelf)

    def _swap(self, shelf: Shelf) -> None:
        here = self._here
        self._shelf = shelf
        place = shelf.place(self._sought)
        if place is not None:
            self._sought = None
        elif (place := shelf.place(here)) is None:
            place = self._rows.cursor
        self._show(place)

    @property
    def _here(self) -> str | None:
        """The article under the cursor."""
        ids, cursor = self._shelf.ids, self._rows.cursor
        return ids[cursor] if 0 <= cursor < len(ids) else None

    # Keys

    def action_close(self) -> None:
        """Give typing up, or go back."""
        if self._panel.is_typing:
            self._panel.close()
        elif self._typed.is_open:
            self._end_typing()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Open the article under the cursor."""
        self._rows.action_choose()

    def action_filter(self) -> None:
        """Type a filter."""
        self._typed.ask(FILTER, self._view.filter)

    def action_all(self) -> None:
        """Leave the filter off."""
        self._filter("")

    def action_rank(self, by: int) -> None:
        """Have the article under the cursor taken sooner or later; the cursor goes with it."""
        here = self._here
        if here is None:
            return
        try:
            self._store.prioritise(here, by)
        except StoreError as error:
            self._fail(error)
            return
        self._sought = here
        self._load()

    def action_ask_paths(self) -> None:
        """Type what to import."""
        self._panel.ask()

    def action_stop(self) -> None:
        """Stop the import."""
        self._importer.stop()

    @on(Input.Submitted, "#typed")
    def take_filter(self, event: Input.Submitted) -> None:
        """Filter by what was typed; what is wrong in it is told, and it can be typed on."""
        wanted = event.value.strip()
        try:
            self._store.queue(wanted)
        except JinbiaoError as error:
            self._keys.say(str(error), warning=True)
            return
        self._end_typing()
        self._filter(wanted)

    @on(ImportPanel.Closed)
    def take_keys(self) -> None:
        """Have the list listen to keys again."""
        self.set_focus(self._rows)

    @on(RowList.Moved)
    def stay(self) -> None:
        """Where one moves, the cursor goes nowhere by itself."""
        self._keys.show_again()
        self._sought = None

    @on(RowList.Chosen)
    def open_article(self) -> None:
        """Answer with the article chosen."""
        if self._here is not None:
            self.dismiss(self._here)

    # Showing

    def _filter(self, wanted: str) -> None:
        self._sought = self._sought or self._here
        self._view.filter = wanted
        self._shelf = Shelf(self._store)
        self._show(0)
        self._load()

    def _end_typing(self) -> None:
        self._typed.close()
        self.set_focus(self._rows)
        self._show_keys()

    def _show(self, cursor: int | None = None) -> None:
        count, wanted = len(self._shelf), self._view.filter
        told = [say("文章库", "library")]
        if wanted:
            told.append(wanted)
            told.append(say(f"{count:,} 篇符合", f"{count:,} fit"))
        else:
            done, total = self._done, self._total
            told.append(say(f"{done:,}/{total:,} 完成", f"{done:,} of {total:,} done"))
        if self._loading:
            told.append(say("读取中…", "reading…"))
        self._rows.border_title = framed(" · ".join(told))
        self._rows.show(count, self._row, self._rows.cursor if cursor is None else cursor)
        nothing = not count and not self._loading
        self._note.display = nothing
        if nothing:
            self._note.put([Text(_nothing(filtered=bool(wanted)))])

    def _row(self, index: int, width: int) -> Text:
        try:
            card = self._shelf.card(index)
        except StoreError as error:
            return Text(drawable(str(error))[:width])
        claim = self._shelf.claims.get(card.id) if card else None
        return card_row(card, claim, width)

    def _show_keys(self) -> None:
        # Where an import can be stopped, its own line says so.
        told = KEYS.without("stop").told
        self._keys.show([told[0], moving(), *told[1:]])

    def _fail(self, error: JinbiaoError) -> None:
        self.notify(drawable(str(error)), severity="error", markup=False, timeout=12)


def _nothing(*, filtered: bool) -> str:
    if filtered:
        return say(
            " 没有符合的文章 · / 改筛选 · 0 全部 · Esc 返回",
            " no article fits · / another filter · 0 all of them · Esc back",
        )
    return say(" 还没有文章 · i 导入 · Esc 返回", " no article yet · i imports · Esc back")

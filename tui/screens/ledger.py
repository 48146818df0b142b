"""The targets ledger: every target and result over all articles, to sort, compare and export."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from store.figures import Figure
from store.matching import match
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.around import beside
from tui.keymap import HELP, Group, Key, bindings
from tui.language import Phrase, say
from tui.page.cells import drawable
from tui.retold import Retold
from tui.review.ledger import Choice, Grouping, Heading, Ledger, Row, View, places_of
from tui.review.ledger_export import EXPORT, export
from tui.review.ledger_filter import TYPED, parse_filter
from tui.review.ledger_order import Column
from tui.screens.answering import Answering
from tui.turns import in_turns
from tui.watch import StoreChanged
from tui.widgets.bars import KeyBar
from tui.widgets.ledger_detail import LedgerDetail
from tui.widgets.ledger_frame import subtitle, title
from tui.widgets.ledger_table import LedgerHead, figure_row, heading_row
from tui.widgets.row_list import RowList
from tui.widgets.typed_line import TypedLine

KEYS = Group(
    "目标台账",
    "targets ledger",
    (
        Key("enter", "choose", "去原处", "go there"),
        Key("/", "filter", "筛选", "filter"),
        Key("s", "sort(1)", "排序列", "sort", "s S"),
        Key("S", "sort(-1)", "", ""),
        Key("r", "turn", "倒序", "reverse"),
        Key("o", "group", "分组", "group"),
        Key("v", "choice", "只看", "rows"),
        Key("m", "counterpart", "对照", "compare"),
        Key("D", "decided", "只看已定", "decided"),
        Key("e", "export", "导出", "export"),
        Key("R", "load", "重读", "reread"),
        HELP,
        Key("escape t q", "close", "返回", "back"),
    ),
)

PATH = Phrase("CSV 文件的路径", "path of a CSV file")


class LedgerScreen(Answering[Figure | None]):
    """Answers with the figure to go to on the bench, or None; `view` is kept by who opens it."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, load: Callable[[str], Iterator[tuple[Figure, ...]]], view: View, scheme: Scheme
    ) -> None:
        super().__init__()
        self._load = load
        self._view = view
        self._ledger = Ledger()
        self._shown: Sequence[Row] = ()
        self._loading = False
        self._stale = False
        self._asking = ""
        self._head = LedgerHead(id="head")
        self._rows = RowList(id="ledger")
        self._table = Vertical(id="table")
        self._detail = LedgerDetail(scheme, id="detail")
        self._typed = TypedLine(id="typed")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The rows under the names of their columns, what there is to say of one, and the keys."""
        with self._table:
            yield self._head
            yield self._rows
        yield self._detail
        yield self._typed
        yield self._keys

    def on_mount(self) -> None:
        """Begin to read."""
        self.set_focus(self._rows)
        self.action_load()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show as many keys and columns as there is room for."""
        self._typed.retell()
        self.call_after_refresh(self._keys.show, KEYS.told)
        self.call_after_refresh(self._show)

    @on(StoreChanged)
    def tell_change(self) -> None:
        """Say that others wrote; rows stay as they were read until one asks."""
        self._stale = True
        self._show_state()

    # Reading

    @work(exclusive=True, group="ledger")
    async def action_load(self) -> None:
        """Read the figures anew, a few articles at a time."""
        self._ledger, self._loading, self._stale = Ledger(), True, False
        self._show()
        try:
            await self._read()
        except JinbiaoError as error:
            self._fail(error)
        self._show()
        # A second's work for a full ledger, on values that nothing changes any more.
        self._ledger.matches = await asyncio.to_thread(match, self._ledger.figures)
        self._loading = False
        self._show()

    async def _read(self) -> None:
        ledger, view = self._ledger, self._view
        wanted = parse_filter(view.filter)
        async for some in in_turns(self._load(wanted.query), self._show):
            ledger.take(some, wanted, decided_only=view.decided_only)
            if ledger.full:
                return

    # Keys

    def action_close(self) -> None:
        """Give typing up, or go back."""
        if self._typed.is_open:
            self._end_typing()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Go to the figure under the cursor."""
        self._rows.action_choose()

    def action_sort(self, by: int) -> None:
        """Sort by another column."""
        self._sort(beside(Column, self._view.column, by))

    def action_turn(self) -> None:
        """Sort the other way round."""
        self._view.descending = not self._view.descending
        self._show()

    def action_group(self) -> None:
        """Group by owner, by year, or not."""
        self._view.grouping = beside(Grouping, self._view.grouping, 1)
        self._show()

    def action_choice(self) -> None:
        """Show all rows, or only some."""
        self._view.choice = beside(Choice, self._view.choice, 1)
        self._show()

    def action_decided(self) -> None:
        """Leave suggestions out, or show them too."""
        self._view.decided_only = not self._view.decided_only
        self.action_load()

    def action_counterpart(self) -> None:
        """Go to the row that the one under the cursor is compared with."""
        place = self._place
        others = [] if place is None else self._ledger.counterparts(place)
        row = next((self._shown.index(other) for other in others if other in self._shown), None)
        if row is not None:
            self._rows.put_cursor(row)
            self.note_place()
        elif others:
            self._keys.say(say("对照行未列出 · v 全部", "it is not among the rows shown · v"))
        else:
            self._keys.say(say("没有可对照的", "nothing to compare it with"))

    def action_filter(self) -> None:
        """Type a filter."""
        self._asking = "filter"
        self._typed.ask(TYPED, self._view.filter)

    def action_export(self) -> None:
        """Type where to export to."""
        self._asking = "export"
        self._typed.ask(PATH, EXPORT)

    @on(Input.Submitted)
    def take_typed(self, event: Input.Submitted) -> None:
        """Filter, or export, by what was typed."""
        self._end_typing()
        if self._asking == "export":
            self._export(event.value.strip())
        else:
            self._view.filter = event.value.strip()
            self.action_load()

    @on(LedgerHead.Sorted)
    def sort_clicked(self, event: LedgerHead.Sorted) -> None:
        """Sort by the column clicked; clicked again, the other way round."""
        if event.column is self._view.column:
            self.action_turn()
        else:
            self._sort(event.column)

    @on(RowList.Moved)
    def note_place(self) -> None:
        """Keep the place, and show what there is to say of the row."""
        self._keys.show_again()
        place = self._place
        if place is not None:
            figure = self._ledger.figures[place]
            self._view.place = figure.home.article, figure.mark
        self._show_detail()

    @on(RowList.Chosen)
    def go_there(self) -> None:
        """Answer with the figure under the cursor."""
        place = self._place
        if place is not None:
            self.note_place()
            self.dismiss(self._ledger.figures[place])

    # Showing

    @property
    def _place(self) -> int | None:
        """The place of the figure under the cursor."""
        row = self._shown[self._rows.cursor] if self._shown else None
        return None if isinstance(row, Heading) else row

    def _sort(self, column: Column) -> None:
        self._view.column, self._view.descending = column, False
        self._show()

    def _show(self) -> None:
        """Draw the rows anew, the cursor on the row that it was on."""
        self._shown = self._ledger.rows(self._view)
        self._head.show(self._view)
        cursor = self._ledger.cursor(self._shown, self._view)
        self._rows.show(len(self._shown), self._row, cursor, self._nothing())
        self._show_state()
        self._show_detail()

    def _row(self, index: int, width: int) -> Text:
        row = self._shown[index]
        if isinstance(row, Heading):
            return heading_row(row, width)
        matches = self._ledger.matches
        standing = matches.standings.get(row)
        return figure_row(self._ledger.figures[row], standing, row in matches.conflicts, width)

    def _show_state(self) -> None:
        ledger, loading, stale = self._ledger, self._loading, self._stale
        self._table.border_title = title(ledger, self._shown)
        self._table.border_subtitle = subtitle(ledger, self._view, loading=loading, stale=stale)

    def _show_detail(self) -> None:
        self._detail.show(self._ledger, self._place)

    def _nothing(self) -> str:
        """Why there are no rows."""
        view = self._view
        if self._loading:
            return ""
        if view.filter or view.decided_only or self._ledger.figures:
            return say(
                "没有这样的目标或成果 · / v D 放宽 · Esc 返回",
                "no such target or result · / v D widen · Esc back",
            )
        return say("还没有目标或成果 · Esc 返回", "no target or result yet · Esc back")

    # Within

    def _end_typing(self) -> None:
        self._typed.close()
        self.set_focus(self._rows)

    def _export(self, typed: str) -> None:
        places = places_of(self._shown)
        try:
            path = export(self._ledger, places, typed)
        except JinbiaoError as error:
            self._fail(error)
        else:
            count, where = len(places), drawable(str(path))
            self._keys.say(say(f"已写 {count} 条 · {where}", f"{count} rows · {where}"))

    def _fail(self, error: JinbiaoError) -> None:
        self.notify(drawable(str(error)), severity="error", markup=False)

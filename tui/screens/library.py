"""The library: every article of the store with its state, to open one."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from store.store import Card
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.widgets.bars import KeyBar
from tui.widgets.row_list import RowList

DIM = Style(dim=True)
KEYS = (
    ("Enter", "打开", "open"),
    ("j k ↑ ↓", "走动", "move"),
    ("g G", "首尾", "first, last"),
    ("Esc", "返回", "back"),
)
STATUS = {
    "new": ("○", Phrase("未开始", "new"), "#9aa4b2"),
    "open": ("◐", Phrase("进行中", "open"), "#ffd866"),
    "done": ("●", Phrase("已完成", "done"), "#57d98a"),
}


class LibraryScreen(Screen[str | None]):
    """Answers with the id of the article chosen, or None."""

    BINDINGS = [("escape,L,q", "dismiss", "back")]

    def __init__(self, cards: Sequence[Card], current: str | None) -> None:
        super().__init__()
        self._cards = cards
        self._current = current

    def compose(self) -> ComposeResult:
        """The list and a line of keys."""
        rows = RowList(id="library")
        done = sum(card.status == "done" for card in self._cards)
        rows.border_title = say(
            f"文章库 · {done}/{len(self._cards)} 完成",
            f"library · {done} of {len(self._cards)} done",
        )
        yield rows
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Fill the list, the cursor on the article in hand."""
        place = next((i for i, c in enumerate(self._cards) if c.id == self._current), 0)
        rows = self.query_one("#library", RowList)
        rows.show(len(self._cards), lambda i, width: card_row(self._cards[i], width), place)
        rows.focus()

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self.call_after_refresh(self.query_one(KeyBar).show, KEYS, None)

    @on(RowList.Chosen)
    def open_article(self, event: RowList.Chosen) -> None:
        """Answer with the article chosen."""
        self.dismiss(self._cards[event.index].id)


def card_row(card: Card, width: int) -> Text:
    """A row of `width` cells for an article."""
    sign, name, colour = STATUS[card.status]
    source = drawable(card.source.rsplit("/", 1)[-1])
    title = drawable(card.title or source).replace("\n", " ")
    progress = f"{card.decided}/{card.decided + card.undecided}" if card.suggested else "…"
    line = Text(" ")
    narrow = width < 80
    line.append(fit(sign if narrow else f"{sign} {name}", 2 if narrow else 10), Style(color=colour))
    line.append(fit(progress, 9))
    rest = width - line.cell_len - 1
    side = 0 if narrow else min(36, rest // 3)
    line.append(fit(title, rest - side - 1) + " ")
    line.append(fit(f"{card.published or ''} {source if card.title else ''}", side), DIM)
    return line

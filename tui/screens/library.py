"""The library: every article of the store with its state, to open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from store.claims import Claim
from store.errors import StoreError
from store.store import Card, Store
from tui.choices.theme import Role, ink
from tui.language import Phrase, say
from tui.notices import company as company_of
from tui.page.cells import cells, drawable, fit
from tui.watch import StoreChanged
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
    "new": ("○", Phrase("未开始", "new"), Role.QUIET),
    "open": ("◐", Phrase("进行中", "open"), Role.NOTICE),
    "done": ("●", Phrase("已完成", "done"), Role.GOOD),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles, and who else is at work on which."""

    cards: Sequence[Card]
    claims: Mapping[str, Claim]


def shelf(store: Store) -> Shelf:
    """What the store holds now. Raises StoreError."""
    return Shelf(store.library(), store.claimed_by_others())


class LibraryScreen(Screen[str | None]):
    """Answers with the id of the article chosen, or None."""

    BINDINGS = [("escape,L,q", "dismiss", "back")]

    def __init__(self, load: Callable[[], Shelf], current: str | None) -> None:
        super().__init__()
        self._load = load
        self._shelf = load()
        self._current = current

    def compose(self) -> ComposeResult:
        """The list and a line of keys."""
        yield RowList(id="library")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Fill the list, the cursor on the article in hand."""
        self._show(self._current)
        self.query_one("#library", RowList).focus()

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self.call_after_refresh(self.query_one(KeyBar).show, KEYS, None)

    @on(RowList.Chosen)
    def open_article(self, event: RowList.Chosen) -> None:
        """Answer with the article chosen."""
        self.dismiss(self._shelf.cards[event.index].id)

    @on(StoreChanged)
    def take_in(self) -> None:
        """Show what others wrote; the cursor stays on its article."""
        here = self._shelf.cards[self.query_one("#library", RowList).cursor].id
        try:
            self._shelf = self._load()
        except StoreError as error:
            self.notify(drawable(str(error)), severity="error", markup=False)
        self._show(here)

    def _show(self, article_id: str | None) -> None:
        cards, claims = self._shelf.cards, self._shelf.claims
        done = sum(card.status == "done" for card in cards)
        rows = self.query_one("#library", RowList)
        rows.border_title = say(
            f"文章库 · {done}/{len(cards)} 完成", f"library · {done} of {len(cards)} done"
        )
        place = next((i for i, card in enumerate(cards) if card.id == article_id), 0)
        rows.show(
            len(cards), lambda i, width: card_row(cards[i], claims.get(cards[i].id), width), place
        )


def card_row(card: Card, claim: Claim | None, width: int) -> Text:
    """A row of `width` cells for an article, and for who else is at it."""
    sign, name, role = STATUS[card.status]
    source = drawable(card.source.rsplit("/", 1)[-1])
    title = drawable(card.title or source).replace("\n", " ")
    progress = f"{card.decided}/{card.decided + card.undecided}" if card.suggested else "…"
    line = Text(" ")
    narrow = width < 80
    line.append(fit(sign if narrow else f"{sign} {name}", 2 if narrow else 10), ink(role))
    line.append(fit(progress, 9))
    if claim is not None:
        company = drawable(company_of(claim)).replace("\n", " ")
        line.append(fit(company, min(cells(company), width // 4)) + " ", ink(Role.WARNING))
    rest = width - line.cell_len - 1
    side = 0 if narrow else min(36, rest // 3)
    line.append(fit(title, rest - side - 1) + " ")
    line.append(fit(f"{card.published or ''} {source if card.title else ''}", side), DIM)
    return line

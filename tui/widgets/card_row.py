"""An article of the library on a row of its own."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from store.claims import Claim
from store.store import Card
from tui.choices.theme import Role, ink
from tui.language import Phrase
from tui.notices import company as company_of
from tui.page.cells import cells, drawable, fit

DIM = Style(dim=True)
STATUS = {
    "new": ("○", Phrase("未开始", "new"), Role.QUIET),
    "open": ("◐", Phrase("进行中", "open"), Role.NOTICE),
    "done": ("●", Phrase("已完成", "done"), Role.GOOD),
}
NARROW = 80
"""Cells below which rows do without names of states, sources and comments."""
TIGHT = 40
"""Cells below which they do without figures too, so that one still sees which article it is."""


def card_row(card: Card | None, claim: Claim | None, width: int) -> Text:
    """A row of `width` cells for an article, and for who else is at it; empty for none."""
    if card is None:
        return Text(" " * width)
    sign, name, role = STATUS[card.status]
    source = _one_line(card.source.rsplit("/", 1)[-1])
    progress = f"{card.decided}/{card.decided + card.undecided}" if card.suggested else "…"
    line = Text(" ")
    narrow = width < NARROW
    line.append(fit(sign if narrow else f"{sign} {name}", 2 if narrow else 10), ink(role))
    # A colour on blanks would show where the row is reversed.
    line.append(fit(_rank(card.priority), 3), ink(Role.NOTICE) if card.priority else "")
    line.append(*("⚑ ", ink(Role.WARNING)) if card.flag else ("  ",))
    if width >= TIGHT:
        line.append(fit(progress, 9))
    if claim is not None:
        company = _one_line(company_of(claim))
        line.append(fit(company, min(cells(company), width // 4)) + " ", ink(Role.WARNING))
    rest = max(0, width - line.cell_len - 1)
    side = 0 if narrow else min(36, rest // 3)
    line.append_text(_name(card, max(0, rest - side - 1))).append(" ")
    line.append(fit(f"{card.published or '':10} {source if card.title else ''}", side), DIM)
    return line


def _rank(priority: int) -> str:
    return f"{'↑' if priority > 0 else '↓'}{abs(priority)}" if priority else ""


def _name(card: Card, room: int) -> Text:
    """The title in `room` cells, and as much of the comment as is left beside it."""
    title = _one_line(card.title or card.source.rsplit("/", 1)[-1])
    if not card.comment:
        return Text(fit(title, room))
    taken = min(cells(title), max(room // 2, room - cells(card.comment) - 4))
    comment = fit(f"  ✎ {_one_line(card.comment)}", max(0, room - taken))
    return Text(fit(title, taken)).append(comment, ink(Role.QUIET))


def _one_line(words: str) -> str:
    return drawable(words).replace("\n", " ")

"""How a mark looks: shape tells its state, underline or background its layer, colour its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from rich.style import Style

from store.mark import Mark, State
from text.scheme import Scheme
from tui.choices.label_colours import LabelInk, label_ink
from tui.choices.theme import Role, colour, ink
from tui.language import Phrase
from tui.page.paint import Paint

GLYPHS = {
    State.SUGGESTED: ("▏", "▕"),
    State.ACCEPTED: ("▌", "▐"),
    State.ADDED: ("▌", "▐"),
    State.CORRECTED: ("≈", "▐"),
    State.REJECTED: ("", ""),
}
SYMBOLS = {
    State.SUGGESTED: "▏",
    State.ACCEPTED: "✓",
    State.ADDED: "+",
    State.CORRECTED: "≈",
    State.REJECTED: "✗",
}
STATE_NAMES = {
    State.SUGGESTED: Phrase("建议", "suggested"),
    State.ACCEPTED: Phrase("接受", "accepted"),
    State.ADDED: Phrase("新增", "added"),
    State.CORRECTED: Phrase("修正", "corrected"),
    State.REJECTED: Phrase("拒绝", "rejected"),
}

CURRENT_LEVEL = 10
SELECTION_LEVEL = 11
CARET_LEVEL = 12

CURRENT = Style(reverse=True, bold=True)
CARET = Style(reverse=True, blink=False)
REJECTED = Style(strike=True, dim=True)

_OUTER, _INNER = 0, 1


def selection() -> Style:
    """What is selected; underlined, so that it stands out without colours too."""
    ground, words = colour(Role.SELECTION), colour(Role.SELECTED)
    return Style(bgcolor=ground, color=words, bold=True, underline=True)


def mended(*, certain: bool) -> Style:
    """What cleaning put in place of something else."""
    if certain:
        return Style(italic=True, color=colour(Role.MENDED))
    return Style(italic=True, underline=True, color=colour(Role.NOTICE))


def paint_mark(mark: Mark, scheme: Scheme) -> Paint:
    """The paint of `mark`: an entity lies on a background, a target is underlined."""
    span = mark.span
    opening, closing = GLYPHS[mark.state]
    label = scheme.label(span.label)
    inner = label.layer == scheme.layers[0].name
    ink = label_ink(label, scheme)
    style, edge = _styles(mark.state, ink, inner=inner)
    level = _INNER if inner else _OUTER
    badge = ink.letter if opening else ""
    return Paint(span.start, span.end, style, opening, closing, edge, level, badge)


def paint_marks(marks: Iterable[Mark], scheme: Scheme) -> Iterator[tuple[str, Paint]]:
    """The id and the paint of each of `marks`; there are few looks, and marks by the thousand."""
    looks: dict[tuple[str, State], Paint] = {}
    for mark in marks:
        span = mark.span
        look = looks.get((span.label, mark.state))
        if look is None:
            look = looks[span.label, mark.state] = paint_mark(mark, scheme)
        yield mark.id, look.at(span.start, span.end)


def paint_hint(mark: Mark, scheme: Scheme, code: str) -> Paint:
    """The paint of `mark` while the one or two letters of `code` pick it.

    They stand where its glyphs do, so that the text does not move.
    """
    paint = paint_mark(mark, scheme)
    letters = ink(Role.NOTICE, bold=True) + Style(reverse=True)
    closing = code[1:] or paint.closing
    style = paint.style + Style(bold=True)
    return replace(paint, style=style, opening=code[:1], closing=closing, edge=letters)


@cache
def _styles(state: State, ink: LabelInk, *, inner: bool) -> tuple[Style, Style]:
    """The style of a mark's words and of its edges; there are few, and marks by the thousand."""
    edge = Style(color=ink.words, bold=state is not State.SUGGESTED)
    return _style(state, ink, inner=inner), edge


def _style(state: State, ink: LabelInk, *, inner: bool) -> Style:
    if state is State.REJECTED:
        return REJECTED
    decided = state is not State.SUGGESTED
    if inner:
        if decided:
            return Style(color=ink.on_fill, bgcolor=ink.fill, bold=True)
        return Style(color=ink.words, bgcolor=ink.wash)
    if decided:
        return Style(color=ink.words, underline2=True, bold=True)
    return Style(color=ink.words, underline=True)

"""How a mark looks: shape tells its state, underline or background its layer, colour its label."""

from __future__ import annotations

from functools import cache

from rich.color import Color
from rich.style import Style

from store.mark import Mark, State
from text.scheme import Scheme
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
SELECTION = Style(bgcolor="#3d6fb6", color="#ffffff", bold=True)
CARET = Style(reverse=True, blink=False)
REJECTED = Style(strike=True, dim=True)

_DARK = (24, 26, 32)
_OUTER, _INNER = 0, 1


def paint_mark(mark: Mark, scheme: Scheme) -> Paint:
    """The paint of `mark`: an entity lies on a background, a target is underlined."""
    span = mark.span
    opening, closing = GLYPHS[mark.state]
    label = scheme.label(span.label)
    inner = label.layer == scheme.layers[0].name
    style, edge = _styles(mark.state, label.colour, inner=inner)
    level = _INNER if inner else _OUTER
    return Paint(span.start, span.end, style, opening, closing, edge, level)


@cache
def _styles(state: State, colour: str, *, inner: bool) -> tuple[Style, Style]:
    """The style of a mark's words and of its edges; there are few, and marks by the thousand."""
    edge = Style(color=colour, bold=state is not State.SUGGESTED)
    return _style(state, colour, inner=inner), edge


def _style(state: State, colour: str, *, inner: bool) -> Style:
    if state is State.REJECTED:
        return REJECTED
    decided = state is not State.SUGGESTED
    if inner:
        if decided:
            return Style(color="#101216", bgcolor=colour, bold=True)
        return Style(color=colour, bgcolor=blend(colour, 0.22))
    if decided:
        return Style(color=colour, underline2=True, bold=True)
    return Style(color=colour, underline=True)


def blend(colour: str, share: float) -> str:
    """`colour` (`#rrggbb`) mixed into the dark of the page by `share` (0 to 1)."""
    triplet = Color.parse(colour).get_truecolor()
    mixed = (round(d + (c - d) * share) for c, d in zip(triplet, _DARK, strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)

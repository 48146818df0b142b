"""The colours of labels: as the scheme has them, made readable in the theme worn now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from text.scheme import Label, Scheme
from tui.choices.contrast import contrast, mixed, readable
from tui.choices.preferences import Theme
from tui.choices.theme import PALETTES, Palette, Role, rich_name, worn

WASH = 0.22
"""How much of a label's colour is in the ground under the words of a suggestion."""
BLACK, WHITE = "#101216", "#ffffff"


@dataclass(frozen=True, slots=True)
class LabelInk:
    """The colours of a label, as Rich calls them.

    `words` are on the page or on the `wash`, a faint ground (None: there is none); `fill` is the
    ground of what is decided, and `on_fill` the words there. `letter` tells the label besides,
    empty where the theme leaves it to the colour.
    """

    words: str
    wash: str | None
    fill: str
    on_fill: str
    letter: str


def label_ink(label: Label, scheme: Scheme) -> LabelInk:
    """The colours of a label of `scheme` in the theme worn now."""
    return _label_ink(worn(), scheme.labels.index(label), label.colour, label.key or "·")


@cache
def _label_ink(theme: Theme, place: int, own: str, letter: str) -> LabelInk:
    palette = PALETTES[theme]
    base = palette.labels[place % len(palette.labels)] if palette.labels else own
    shown = letter if palette.letters else ""
    if palette.ansi:
        name = rich_name(base)
        return LabelInk(name, None, name, "black", shown)
    return _mixed(base, palette, shown)


def _mixed(base: str, palette: Palette, letter: str) -> LabelInk:
    roles = palette.roles
    wash = mixed(roles[Role.GROUND], base, WASH)
    grounds = (wash, roles[Role.GROUND], roles[Role.BAR], roles[Role.RAISED])
    words = readable(base, grounds, roles[Role.TEXT], palette.contrast)
    on_fill = max((BLACK, WHITE), key=lambda ink: contrast(ink, base))
    fill = readable(base, (on_fill,), WHITE if on_fill == BLACK else BLACK, palette.contrast)
    return LabelInk(words, wash, fill, on_fill, letter)

"""The themes: every colour of the bench by the role that it plays, and the theme worn now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rich.style import Style

from tui.choices.preferences import Theme


class Role(StrEnum):
    """What a colour is for; `bench.tcss` calls the role `ground` `$bench-ground`."""

    GROUND = "ground"
    BAR = "bar"
    RAISED = "raised"
    TEXT = "text"
    QUIET = "quiet"
    FRAME = "frame"
    TITLE = "title"
    LIT_FRAME = "lit-frame"
    HEADING = "heading"
    SCROLL = "scroll"
    NOTICE = "notice"
    WARNING = "warning"
    GOOD = "good"
    BAD = "bad"
    MENDED = "mended"
    SELECTION = "selection"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, as `#rrggbb` or as a terminal's own (`ansi_red`).

    `labels` are for the labels in their order, where the scheme's own colours will not do; with
    `letters` each label is told by its key as well. `contrast` is what words have at the least on
    what they stand on, as WCAG 2.2 computes it.
    """

    roles: Mapping[Role, str]
    dark: bool = True
    ansi: bool = False
    labels: tuple[str, ...] = ()
    letters: bool = False
    contrast: float = 4.5


_DARK = {
    Role.GROUND: "#181a20",
    Role.BAR: "#22252e",
    Role.RAISED: "#1c1f27",
    Role.TEXT: "#d8dee9",
    Role.QUIET: "#9aa4b2",
    Role.FRAME: "#3b4252",
    Role.TITLE: "#8fa1b3",
    Role.LIT_FRAME: "#5e81ac",
    Role.HEADING: "#88c0d0",
    Role.SCROLL: "#4c566a",
    Role.NOTICE: "#ffd866",
    Role.WARNING: "#ff9a4d",
    Role.GOOD: "#57d98a",
    Role.BAD: "#ff6b6b",
    Role.MENDED: "#8fbcbb",
    Role.SELECTION: "#3768ac",
    Role.SELECTED: "#ffffff",
}
_LIGHT = {
    Role.GROUND: "#fbfbf9",
    Role.BAR: "#e6e8ee",
    Role.RAISED: "#f1f2f5",
    Role.TEXT: "#14171c",
    Role.QUIET: "#4f5866",
    Role.FRAME: "#b4bac8",
    Role.TITLE: "#4d5a6c",
    Role.LIT_FRAME: "#3f6ea8",
    Role.HEADING: "#1f5f7d",
    Role.SCROLL: "#9aa3b5",
    Role.NOTICE: "#6d4b00",
    Role.WARNING: "#973a00",
    Role.GOOD: "#14652e",
    Role.BAD: "#ab1d1d",
    Role.MENDED: "#1d6664",
    Role.SELECTION: "#2f62ad",
    Role.SELECTED: "#ffffff",
}
_CONTRAST = {
    Role.GROUND: "#000000",
    Role.BAR: "#000000",
    Role.RAISED: "#000000",
    Role.TEXT: "#ffffff",
    Role.QUIET: "#d0d0d0",
    Role.FRAME: "#a0a0a0",
    Role.TITLE: "#ffffff",
    Role.LIT_FRAME: "#ffffff",
    Role.HEADING: "#66e0ff",
    Role.SCROLL: "#ffffff",
    Role.NOTICE: "#ffe14d",
    Role.WARNING: "#ffb066",
    Role.GOOD: "#66ff99",
    Role.BAD: "#ff9999",
    Role.MENDED: "#7fffd4",
    Role.SELECTION: "#ffe14d",
    Role.SELECTED: "#000000",
}
# M. Okabe and K. Ito, "Color Universal Design", https://jfly.uni-koeln.de/color/ (2008): told apart
# with every kind of colour vision. Their black is the page, and is white here.
_ORANGE, _SKY, _GREEN, _YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
_BLUE, _VERMILLION, _PURPLE, _WHITE = "#0072b2", "#d55e00", "#cc79a7", "#f2f2f2"
_COLOUR_BLIND = _DARK | {
    Role.HEADING: _SKY,
    Role.NOTICE: _YELLOW,
    Role.WARNING: _ORANGE,
    Role.GOOD: _SKY,
    Role.BAD: "#ea7826",
    Role.MENDED: _PURPLE,
}
# Which colours these are is the terminal's business; those of the labels bear black words on them.
_ANSI = {
    Role.GROUND: "ansi_default",
    Role.BAR: "ansi_default",
    Role.RAISED: "ansi_default",
    Role.TEXT: "ansi_default",
    Role.QUIET: "ansi_default",
    Role.FRAME: "ansi_default",
    Role.TITLE: "ansi_default",
    Role.LIT_FRAME: "ansi_cyan",
    Role.HEADING: "ansi_cyan",
    Role.SCROLL: "ansi_cyan",
    Role.NOTICE: "ansi_yellow",
    Role.WARNING: "ansi_red",
    Role.GOOD: "ansi_green",
    Role.BAD: "ansi_red",
    Role.MENDED: "ansi_cyan",
    Role.SELECTION: "ansi_cyan",
    Role.SELECTED: "ansi_black",
}
_ANSI_LABELS = (
    "ansi_magenta",
    "ansi_bright_blue",
    "ansi_green",
    "ansi_yellow",
    "ansi_bright_magenta",
    "ansi_red",
    "ansi_cyan",
    "ansi_bright_red",
    "ansi_bright_green",
    "ansi_bright_yellow",
    "ansi_bright_cyan",
)

PALETTES: Mapping[Theme, Palette] = {
    Theme.DARK: Palette(_DARK),
    Theme.LIGHT: Palette(_LIGHT, dark=False),
    Theme.CONTRAST: Palette(_CONTRAST, contrast=7.0),
    Theme.COLOUR_BLIND: Palette(
        _COLOUR_BLIND,
        labels=(_ORANGE, _SKY, _GREEN, _YELLOW, _BLUE, _VERMILLION, _PURPLE, _WHITE),
        letters=True,
    ),
    Theme.ANSI: Palette(_ANSI, ansi=True, labels=_ANSI_LABELS, letters=True),
}


DIMMED = 0.65
"""The share of their colour that dim words keep; the rest is of what they stand on."""


class _Wardrobe:
    """What is worn now; one for the process, as there is one terminal."""

    theme = Theme.DARK


def wear(theme: Theme) -> None:
    """Draw in `theme` from now on; what is on the screen changes as it is drawn anew."""
    _Wardrobe.theme = theme


def worn() -> Theme:
    """The theme that is drawn in now."""
    return _Wardrobe.theme


def palette() -> Palette:
    """The colours of the theme worn now."""
    return PALETTES[_Wardrobe.theme]


def colour(role: Role) -> str:
    """The colour of a role now, as Rich calls it."""
    return rich_name(palette().roles[role])


def ink(role: Role, *, bold: bool = False) -> Style:
    """Words in the colour of a role."""
    return _ink(colour(role), bold=bold)


def rich_name(name: str) -> str:
    """What Rich calls a colour that Textual calls `ansi_red` or `#rrggbb`."""
    return name.removeprefix("ansi_")


@cache
def _ink(name: str, *, bold: bool) -> Style:
    # Bold is left open where it is not asked for, so that it goes on from what is around.
    return Style(color=name, bold=bold or None)

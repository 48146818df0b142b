"""How many terminal cells a character takes, and text made fit to be drawn."""

from __future__ import annotations

import re

from rich.cells import get_character_cell_size

from text.visible import visible


class _Widths(dict[str, int]):
    """Cells by character, filled as characters are met: a dict lookup for all but the first."""

    def __missing__(self, character: str) -> int:
        width = get_character_cell_size(character)
        self[character] = width
        return width


WIDTHS = _Widths()

_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f]")
"""They change the width of the character before them in some terminals and not in others."""


def cells(text: str) -> int:
    """The width of `text` in cells, character by character."""
    return sum(map(WIDTHS.__getitem__, text))


def drawable(text: str) -> str:
    """`text` safe to draw, code point for code point; line feeds stay, a tab becomes a space."""
    return _VARIATION_SELECTORS.sub("�", visible(text, keep="\n\t").replace("\t", " "))


def fit(text: str, width: int, *, end: str = "…") -> str:
    """`text` cut or padded with spaces to exactly `width` cells; a cut shows `end`."""
    total = cells(text)
    if total <= width:
        return text + " " * (width - total)
    if width <= 0:
        return ""
    room = width - cells(end)
    used = 0
    for position, character in enumerate(text):
        if used + WIDTHS[character] > room:
            return text[:position] + end + " " * (room - used) if room >= 0 else " " * width
        used += WIDTHS[character]
    return text + " " * (width - total)

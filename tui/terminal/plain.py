"""Stand-ins for characters that some terminals draw two cells wide and others one."""

from __future__ import annotations

import unicodedata

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = "“”‘’…—–―·•×÷≈≥≤±°←→↑↓│┃─━╭╮╰╯┌┐└┘├┤┬┴┼▏▕▌▐█▉▊▋▍▎○●◐▲▼□"
_PLAIN = """""''.---..x/~><+o<>^v||--+++++++++++++()[]####==o*%^v_"""
"""In the same order; what tells states apart still does."""


class _Table(dict[int, str]):
    """For `str.translate`: an ambiguous character's stand-in of one cell."""

    def __missing__(self, code: int) -> str:
        self[code] = _stand_in(chr(code))
        return self[code]


def _stand_in(character: str) -> str:
    if unicodedata.east_asian_width(character) != "A" or unicodedata.combining(character):
        return character
    simple = unicodedata.normalize("NFKD", character)
    return next((part for part in simple if "!" <= part <= "~"), "?")


_TABLE = _Table({ord(sign): plain for sign, plain in zip(_SIGNS, _PLAIN, strict=True)})


class PlainCharacters(LineFilter):
    """Draws stand-ins of one cell for what the terminal would draw in two.

    Frames, signs and text are laid out for one cell; a terminal that takes two would push the rest
    of each line out of its place. The text itself stays as it is: only what is drawn is plainer.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with stand-ins, cell for cell."""
        del background
        return [
            Segment(text.translate(_TABLE), style, control) for text, style, control in segments
        ]

"""Letter-spaced lines, as PDF copies set headlines: `新 质 生 产 力` → `新质生产力`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.change import Change

KIND = "spacing"

_SPACE = "[ \u3000\xa0]"
_LETTER_SPACED = re.compile(rf"(?:[^\s]{_SPACE}{{1,3}}){{5}}")
_GAP = re.compile(rf"(?<=\S){_SPACE}+(?=\S)")
_HAN = re.compile("[\u3007\u3400-\u9fff]")

# Of a line's words so many are single characters; a list of words never comes near.
_SINGLE_SHARE = 0.85
_FEWEST = 6
_FEW = 12


def find(text: str) -> list[Change]:
    """The spaces within lines that are set with a space after each character.

    A wider gap in such a line was a word space and stays. Names (`章 澜`) and headlines of spaced
    words stand in lines of other words and are left alone; a short line is uncertain.
    """
    return [
        change
        for match in _lines(text)
        if _LETTER_SPACED.search(text, *match)
        for change in _in_line(text, *match)
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer("[^\n]+", text):
        yield match.span()


def _in_line(text: str, start: int, end: int) -> Iterator[Change]:
    words = text[start:end].split()
    single = sum(len(word) == 1 for word in words)
    han = sum(len(word) == 1 and bool(_HAN.match(word)) for word in words)
    if single < max(_FEWEST, _SINGLE_SHARE * len(words)) or 2 * han < single:
        return
    for gap in _GAP.finditer(text, start, end):
        if gap.end() - gap.start() == 1 and not _between_words(text, gap.start()):
            yield Change(*gap.span(), "", KIND, certain=single >= _FEW)


def _between_words(text: str, space: int) -> bool:
    """Whether Latin letters stand on both sides of the space."""
    before, after = text[space - 1], text[space + 1]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()

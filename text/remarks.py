"""What a reader stumbles over in sound text: told, never removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST_HEADLINE = 60
_SHORTEST_HEADLINE = 6

# Twice the same two to four characters; 研究研究 is Chinese, so this is only a remark.
_DOUBLED = re.compile("([\u4e00-\u9fff]{2,4})\\1")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Remark:
    """`text[start:end]` of the clean text (half-open code points), and what of it is to be told."""

    kind: str
    start: int
    end: int


def find_remarks(text: str) -> list[Remark]:
    """Doubled words and repeated headlines of the clean `text`, in order."""
    found = [Remark("doubled words", *match.span()) for match in _DOUBLED.finditer(text)]
    found += _repeated_lines(text)
    return sorted(found, key=lambda remark: (remark.start, remark.end))


def _repeated_lines(text: str) -> Iterator[Remark]:
    seen: set[str] = set()
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if _SHORTEST_HEADLINE <= len(line) <= _LONGEST_HEADLINE:
            if line in seen:
                start = match.start() + match[0].index(line)
                yield Remark("repeated line", start, start + len(line))
            seen.add(line)

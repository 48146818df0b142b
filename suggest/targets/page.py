"""An article as the target grammar reads it: its words, names, times and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suggest.identifiers import find_identifiers
from suggest.numerals import fold
from suggest.periods import Time, find_times
from suggest.targets.clauses import Clauses, read_clauses
from suggest.tokens import Token
from text.span import Suggestion

_COUNTED = re.compile(r"[0-9]+[多余]?(?:个|所|家|座|条|项|户|处|批|场)")
_NAMED = frozenset({"PROJECT", "PROGRAM", "EVENT", "ORG", "PER"})


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is folded, offset for offset the article's own; all offsets are code points in it.

    `tokens`, `names` and `times` stand by where they start, `ends` holds the tokens by their end,
    `run` all of them in order. `blocked` is not zero where numbers only identify, or belong to a
    name or a time.
    """

    text: str
    tokens: Mapping[int, Token]
    ends: Mapping[int, Token]
    names: Mapping[int, Suggestion]
    times: Mapping[int, Time]
    clauses: Clauses
    blocked: bytes
    run: Sequence[Token]
    _places: Sequence[int]
    _starts: Sequence[int]

    def words(self, start: int, end: int) -> Sequence[Token]:
        """The words that begin in `start:end`."""
        return self.run[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def names_within(self, start: int, end: int) -> list[Suggestion]:
        """The names that begin in `start:end`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [self.names[place] for place in self._starts[low:high]]

    def tag(self, position: int) -> str:
        """The part of speech of the word that begins at `position`, empty where none does."""
        token = self.tokens.get(position)
        return token.tag if token else ""

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether a number there only identifies, or belongs to a name or a time."""
        return self.blocked.find(1, start, end) >= 0


def read_page(text: str, tokens: Sequence[Token], entities: Sequence[Suggestion]) -> Page:
    """The page of a clean `text`."""
    text = fold(text)
    times = list(find_times(text))
    # A name cannot begin in the middle of a number: LAC reads 万立方米 as an organisation. Nor is
    # it one where things are counted: 5所小学新建工程.
    entities = [
        name
        for name in entities
        if not text[max(0, name.start - 1) : name.start].isdigit()
        and not _COUNTED.match(text, name.start)
    ]
    named = [(name.start, name.end) for name in entities if name.label in _NAMED]
    blocked = bytearray(len(text))
    for start, end in [
        *find_identifiers(text),
        *named,
        *((time.start, time.end) for time in times),
    ]:
        blocked[start:end] = b"\x01" * (end - start)
    names = {name.start: name for name in sorted(entities, key=lambda name: name.start)}
    return Page(
        text=text,
        tokens={token.start: token for token in tokens},
        ends={token.end: token for token in tokens},
        names=names,
        times={time.start: time for time in times},
        clauses=read_clauses(text),
        blocked=bytes(blocked),
        run=tokens,
        _places=[token.start for token in tokens],
        _starts=list(names),
    )

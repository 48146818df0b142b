"""An article as the target grammar reads it: folded text with its words, names, times and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suggest.identifiers import find_identifiers
from suggest.numerals import fold
from suggest.periods import Time, find_times
from suggest.tokens import Token
from text.span import Suggestion

LONGEST_CLAUSE = 100
"""Code points that are looked at on either side of a figure: clauses are shorter, and it bounds time."""

_STOPS = frozenset("，。；：！？\n,;:!?…")
_PAIRS = {"）": "（", ")": "(", "”": "“", "’": "‘", "》": "《", "】": "【", "〕": "〔", "」": "「"}
_OPENING = frozenset(_PAIRS.values())
_LONGEST_GROUP = 30
_NAMED = frozenset({"PROJECT", "PROGRAM", "EVENT", "ORG", "PER"})


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is folded, offset for offset the article's own; all offsets are code points in it.

    `partner` gives, for each bracket or quotation mark of a short group, the other one.
    """

    text: str
    tokens: Mapping[int, Token]
    ends: Mapping[int, Token]
    entities: Sequence[Suggestion]
    names: Mapping[int, Suggestion]
    times: Mapping[int, Time]
    timeline: Sequence[Time]
    partner: Mapping[int, int]
    blocked: bytes

    def clause_start(self, position: int, floor: int = 0) -> int:
        """Where the clause that holds `position` begins, not before `floor`."""
        floor = max(floor, position - LONGEST_CLAUSE)
        while position > floor:
            before = position - 1
            if self.text[before] in _PAIRS and before in self.partner:
                position = max(floor, self.partner[before])
            elif self._stops(before) or self.text[before] in _PAIRS:
                break
            else:
                position = before
        return position

    def clause_end(self, position: int, ceiling: int | None = None) -> int:
        """Where the clause that goes on at `position` ends, not after `ceiling`."""
        limit = len(self.text) if ceiling is None else ceiling
        limit = min(limit, position + LONGEST_CLAUSE)
        while position < limit:
            if self.text[position] in _OPENING and position in self.partner:
                position = min(limit, self.partner[position] + 1)
            elif self._stops(position) or self.text[position] in _PAIRS:
                break
            else:
                position += 1
        return position

    def _stops(self, position: int) -> bool:
        character = self.text[position]
        if character in _OPENING:
            return True
        if character in _STOPS:
            return True
        if character == "—":
            return (
                self.text[position - 1 : position + 1] == "——"
                or self.text[position + 1 : position + 2] == "—"
            )
        return character in " \u3000\t" and _between_han(self.text, position)

    def words(self, start: int, end: int) -> list[Token]:
        """The words that begin in `start:end`."""
        found = []
        position = start
        while position < end:
            token = self.tokens.get(position)
            if token is None:
                position += 1
                continue
            found.append(token)
            position = max(token.end, position + 1)
        return found

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether a number there only identifies, or belongs to a name."""
        return self.blocked.find(1, start, end) >= 0


def read_page(text: str, tokens: Sequence[Token], entities: Sequence[Suggestion]) -> Page:
    """The page of a clean `text`."""
    text = fold(text)
    timeline = list(find_times(text))
    blocked = bytearray(len(text))
    named = [entity for entity in entities if entity.label in _NAMED]
    for start, end in [*find_identifiers(text), *((e.start, e.end) for e in [*named, *timeline])]:
        blocked[start:end] = b"\x01" * (end - start)
    return Page(
        text=text,
        tokens={token.start: token for token in tokens},
        ends={token.end: token for token in tokens},
        entities=sorted(entities, key=lambda entity: entity.start),
        names={entity.start: entity for entity in entities},
        times={time.start: time for time in timeline},
        timeline=timeline,
        partner=_partners(text),
        blocked=bytes(blocked),
    )


def _states(text: str, start: int, end: int) -> bool:
    """Whether a bracket holds figures of its own, not part of a name such as （CPI）."""
    return text[start] in "（(" and any(character.isdigit() for character in text[start:end])


def _between_han(text: str, position: int) -> bool:
    around = text[max(0, position - 1) : position] + text[position + 1 : position + 2]
    return all(not character.isascii() or character.isspace() for character in around)


def _partners(text: str) -> dict[int, int]:
    """The brackets and quotation marks of groups that stand inside a clause."""
    partner: dict[int, int] = {}
    open_at: list[int] = []
    for position, character in enumerate(text):
        if character in _OPENING:
            open_at.append(position)
        elif character in _PAIRS:
            while open_at and text[open_at[-1]] != _PAIRS[character]:
                open_at.pop()
            if open_at:
                start = open_at.pop()
                if position - start <= _LONGEST_GROUP and not _states(text, start, position):
                    partner[position], partner[start] = start, position
        elif character in _STOPS:
            open_at.clear()
    return partner

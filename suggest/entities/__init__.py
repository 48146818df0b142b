"""Named entities: LAC's names, mended and completed by grammar.

Each module offers spans of one label, every offer under the name of the rule that made it. What an
offer is worth was measured (see `offers`); which of overlapping offers stands, `resolve` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from suggest.entities.enumeration import enumerated
from suggest.entities.event import events
from suggest.entities.mentions import mentions
from suggest.entities.organisation import organisations
from suggest.entities.person import people, people_after
from suggest.entities.place import places
from suggest.entities.program import programs
from suggest.entities.project import projects
from suggest.entities.title import posts, titles
from suggest.entities.words import Words
from suggest.resolve import choose
from suggest.tokens import Token
from text.span import Suggestion

LEAST_LIKELY = 0.3
"""Offers with a lower score are not shown: rejecting three costs more than adding one."""


def suggest_entities(text: str, tokens: Sequence[Token]) -> list[Suggestion]:
    """The entities offered for `text` that are worth showing; they may overlap."""
    return likely(offers(Words(text, tokens)))


def offers(words: Words) -> list[Suggestion]:
    """Every entity that a rule offers, likely or not."""
    owners = [*organisations(words), *places(words), *projects(words)]
    others = [*programs(words), *events(words), *enumerated(words)]
    persons = [*people(words), *people_after(words, posts(words))]
    first = [*owners, *others, *persons, *titles(words, owners, persons)]
    return [*first, *mentions(words, choose(likely(first)))]


def likely(spans: Iterable[Suggestion]) -> list[Suggestion]:
    """Those of `spans` that are worth showing."""
    return [span for span in spans if span.score >= LEAST_LIKELY]

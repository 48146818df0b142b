"""Named entities: LAC's names, mended and completed by grammar.

Each module offers spans of one label, every offer under the name of the rule that made it. What an
offer is worth was measured (see `scores`); which of overlapping offers stands, `resolve` decides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from suggest.entities.enumeration import enumerated
from suggest.entities.event import events
from suggest.entities.mentions import mentions
from suggest.entities.organisation import organisations
from suggest.entities.person import people
from suggest.entities.place import places
from suggest.entities.program import programs
from suggest.entities.project import projects
from suggest.entities.scores import Scores, measured
from suggest.entities.title import posts, titles
from suggest.entities.words import Words, read_words
from suggest.resolve import choose
from suggest.tokens import Token
from text.span import Suggestion

_HOLDS = {"EVENT": ("PROJECT", "ORG"), "PROJECT": ("LOC",)}
"""Whose names begin names of what: a meeting may be named after a project."""

LEAST_LIKELY = 0.35
"""What is less likely is not shown: rejecting two costs more than adding one."""


def suggest_entities(
    text: str, tokens: Sequence[Token], scores: Scores | None = None
) -> list[Suggestion]:
    """The entities of `text`, none of which overlaps another, with how likely each is right."""
    scores = scores or measured()
    shown = scores.show(chosen(every_offer(read_words(text, tokens), scores)))
    return [span for span in shown if span.score >= LEAST_LIKELY]


def every_offer(words: Words, scores: Scores) -> list[Suggestion]:
    """Every entity that a rule offers, likely or not, with the rate of its rule as score."""
    return weighed(words, offers_of_rules(words), scores)


def offers_of_rules(words: Words) -> list[Suggestion]:
    """The offers of all rules but those for further mentions, not weighed yet."""
    owners = [*organisations(words), *places(words), *projects(words)]
    others = [*programs(words), *events(words), *enumerated(words)]
    persons = list(people(words, posts(words)))
    return outside_titles([*owners, *others, *persons, *titles(words, owners, persons)])


def weighed(words: Words, offers: Sequence[Suggestion], scores: Scores) -> list[Suggestion]:
    """`offers` by what `scores` say of their rules, and further mentions of what is likely then."""
    first = told_apart(scores.weigh(offers), scores)
    return [*first, *scores.weigh(mentions(words, chosen(first), first))]


def outside_titles(offers: Sequence[Suggestion]) -> list[Suggestion]:
    """`offers` without those within the title of a document, which is one name."""
    titles = sorted((span.start, span.end) for span in offers if span.by == "document")
    starts = [start for start, _ in titles]
    kept = []
    for span in offers:
        title = titles[bisect_right(starts, span.start) - 1] if titles else (0, 0)
        if span.by == "document" or not title[0] < span.start < span.end <= title[1]:
            kept.append(span)
    return kept


def told_apart(offers: Sequence[Suggestion], scores: Scores) -> list[Suggestion]:
    """`offers`, those with a likely and longer one from the same place by a rule of their own.

    A name is taken at its longest: 罗凤高速公路 is worth less where 罗凤高速公路第6标段 is offered.
    """
    longest: dict[tuple[str, int], int] = {}
    for span in offers:
        if span.score >= LEAST_LIKELY:
            for label in (span.label, *_HOLDS.get(span.label, ())):
                longest[label, span.start] = max(longest.get((label, span.start), 0), span.end)
    return [
        replace(span, by=f"cut-{span.by}", score=scores.rate(span.label, f"cut-{span.by}"))
        if longest.get((span.label, span.start), 0) > span.end
        else span
        for span in offers
    ]


def chosen(offers: Iterable[Suggestion]) -> list[Suggestion]:
    """The best of `offers` without overlap, leaving out what is hardly likely."""
    return choose([span for span in offers if span.score >= LEAST_LIKELY])

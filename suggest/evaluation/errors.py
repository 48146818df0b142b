"""Every difference between gold and suggestions, with the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from suggest.evaluation.attributes import differences, matched_figures
from suggest.evaluation.matching import shared
from suggest.evaluation.sample import Sample
from suggest.evaluation.scores import SomeSpan
from text.alignment import Range
from text.scheme import Scheme
from text.span import Span, Suggestion

AROUND = 16
"""Code points of the clean text shown on either side."""


class Kind(StrEnum):
    """In what a suggestion went wrong."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    EDGE = "wrong edge"
    LABEL = "wrong label"
    ATTRIBUTE = "wrong attribute"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to mend in the article `source`.

    `gold` is None for a spurious suggestion, `suggested` for a missed span; their ranges are raw.
    `context` is clean text around both, in which they stand at `gold_at` and `suggested_at`.
    `attributes` are the wrong ones: what is right, what was suggested.
    """

    kind: Kind
    source: str
    gold: Span | None
    suggested: Suggestion | None
    context: str
    gold_at: Range | None
    suggested_at: Range | None
    attributes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def find_errors(sample: Sample, scheme: Scheme) -> list[Difference]:
    """The differences in one article, in the order of its text."""
    found = [*_wrong_spans(sample, scheme), *_wrong_attributes(sample, scheme)]
    return sorted(found, key=_start)


def _wrong_spans(sample: Sample, scheme: Scheme) -> Iterator[Difference]:
    """A suggestion that touches an unmatched gold span of its layer is that span gone wrong."""
    layers = {label.name: label.layer for label in scheme.labels}
    missed = _without(sample.gold, sample.suggested)
    free = _without(sample.suggested, sample.gold)
    for span in missed:
        touching = [
            other
            for other in free
            if span.overlaps(other) and layers[span.label] == layers[other.label]
        ]
        if not touching:
            yield _difference(Kind.MISSED, sample, span, None)
            continue
        best = max(touching, key=lambda s: (s.label == span.label, shared(span, s)))
        free.remove(best)
        kind = Kind.EDGE if best.label == span.label else Kind.LABEL
        yield _difference(kind, sample, span, best)
    for spurious in free:
        yield _difference(Kind.SPURIOUS, sample, None, spurious)


def _wrong_attributes(sample: Sample, scheme: Scheme) -> Iterator[Difference]:
    for gold, suggested in matched_figures(sample, scheme):
        if wrong := differences(gold, suggested):
            yield _difference(Kind.ATTRIBUTE, sample, gold, suggested, wrong)


def _without(spans: Sequence[SomeSpan], others: Sequence[Span]) -> list[SomeSpan]:
    known = {(span.start, span.end, span.label) for span in others}
    return [span for span in spans if (span.start, span.end, span.label) not in known]


def _difference(
    kind: Kind,
    sample: Sample,
    gold: Span | None,
    suggested: Suggestion | None,
    attributes: Mapping[str, tuple[str, str]] | None = None,
) -> Difference:
    text, alignment = sample.revision.text, sample.revision.alignment
    places = [alignment.to_clean(s.start, s.end) if s else None for s in (gold, suggested)]
    first = max(0, min(place[0] for place in places if place) - AROUND)
    last = max(place[1] for place in places if place) + AROUND
    gold_at, suggested_at = (_from(first, place) for place in places)
    return Difference(
        kind,
        sample.name,
        gold,
        suggested,
        text[first:last],
        gold_at,
        suggested_at,
        attributes or {},
    )


def _from(first: int, place: Range | None) -> Range | None:
    return (place[0] - first, place[1] - first) if place else None


def _start(difference: Difference) -> int:
    return min(s.start for s in (difference.gold, difference.suggested) if s)

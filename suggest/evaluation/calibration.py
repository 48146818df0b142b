"""Whether a score means what it says, and which suggester is how often right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from suggest.evaluation.sample import Sample
from text.span import Suggestion

BINS = 10
"""Scores are put together by tenths."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The suggestions with a score from `low` to below `high` (1.0 is in the last bin).

    Well calibrated is where the share of right ones is about their mean `score`.
    """

    low: float
    high: float
    suggested: int
    exact: int
    score: float


@dataclass(frozen=True, slots=True)
class Suggester:
    """What one suggester (`by`) offered, and how much of it is exact."""

    name: str
    suggested: int
    exact: int


Judged = tuple[Suggestion, bool]


def judged(samples: Iterable[Sample]) -> Iterator[Judged]:
    """Each suggestion, and whether its range and label are in the gold."""
    for sample in samples:
        gold = {(span.start, span.end, span.label) for span in sample.gold}
        for span in sample.suggested:
            yield span, (span.start, span.end, span.label) in gold


def calibration(outcomes: Iterable[Judged]) -> list[Bin]:
    """The bins that have suggestions, from the lowest score on."""
    ordered = sorted(outcomes, key=lambda outcome: outcome[0].score)
    return [_bin(number, list(group)) for number, group in groupby(ordered, key=_bin_number)]


def suggesters(outcomes: Iterable[Judged]) -> list[Suggester]:
    """Each suggester, the one that offered most first."""
    groups = groupby(sorted(outcomes, key=_by), key=_by)
    counts = [(name, [right for _, right in group]) for name, group in groups]
    found = [Suggester(name, len(rights), sum(rights)) for name, rights in counts]
    return sorted(found, key=lambda suggester: -suggester.suggested)


def _by(outcome: Judged) -> str:
    return outcome[0].by


def _bin_number(outcome: Judged) -> int:
    return min(int(outcome[0].score * BINS), BINS - 1)


def _bin(number: int, outcomes: Sequence[Judged]) -> Bin:
    mean = sum(span.score for span, _ in outcomes) / len(outcomes)
    right = sum(right for _, right in outcomes)
    return Bin(number / BINS, (number + 1) / BINS, len(outcomes), right, round(mean, 3))

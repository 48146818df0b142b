"""Precision, recall and F1, strict and by overlap, for labels and for groups of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from suggest.evaluation.matching import partners
from suggest.evaluation.sample import Sample
from text.scheme import Scheme
from text.span import Span

SomeSpan = TypeVar("SomeSpan", bound=Span)

FIGURES = "figures"
"""The group of the labels that have a value: what is counted, promised or reached."""

KIND_IGNORED = "figures, kind ignored"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of spans, summed over articles.

    `exact` are the gold spans of which range and label were suggested, `near` those for which a
    suggestion with the same label stands (see `matching`).
    """

    name: str
    gold: int
    suggested: int
    exact: int
    near: int

    @property
    def precision(self) -> float:
        """Percent of the suggestions that are exact."""
        return _percent(self.exact, self.suggested)

    @property
    def recall(self) -> float:
        """Percent of the gold that was suggested exactly."""
        return _percent(self.exact, self.gold)

    @property
    def strict(self) -> float:
        """F1 in percent, exact ones counting."""
        return self._f1(self.exact)

    @property
    def overlap(self) -> float:
        """F1 in percent, near ones counting."""
        return self._f1(self.near)

    def _f1(self, right: int) -> float:
        if not right:
            return 0.0
        precision, recall = right / self.suggested, right / self.gold
        return round(200 * precision * recall / (precision + recall), 1)


def label_scores(samples: Sequence[Sample], scheme: Scheme) -> list[Score]:
    """The score of each label of `scheme`, in its order."""
    return [_of_label(samples, label.name) for label in scheme.labels]


def group_scores(scores: Sequence[Score], scheme: Scheme) -> Iterator[Score]:
    """The labels of each layer together, then the figures, where the scheme has any."""
    for layer in scheme.layers:
        labels = {label.name for label in scheme.labels if label.layer == layer.name}
        yield _together(layer.name, scores, labels)
    if figures := figure_labels(scheme):
        yield _together(FIGURES, scores, figures)


def figures_whatever_kind(samples: Iterable[Sample], scheme: Scheme) -> Score:
    """The figures as though they all bore one label."""
    labels = figure_labels(scheme)
    pairs = [(spans_of(s.gold, labels), spans_of(s.suggested, labels)) for s in samples]
    return _score(KIND_IGNORED, pairs)


def figure_labels(scheme: Scheme) -> frozenset[str]:
    """The labels that have an attribute `value`."""
    return frozenset(name for a in scheme.attributes if a.name == "value" for name in a.labels)


def spans_of(spans: Iterable[SomeSpan], labels: Collection[str]) -> list[SomeSpan]:
    """Those of `spans` that bear one of `labels`."""
    return [span for span in spans if span.label in labels]


def _of_label(samples: Iterable[Sample], label: str) -> Score:
    return _score(
        label, [(spans_of(s.gold, [label]), spans_of(s.suggested, [label])) for s in samples]
    )


def _score(name: str, pairs: Sequence[tuple[Sequence[Span], Sequence[Span]]]) -> Score:
    """The score over articles, each as gold and suggestions with labels that are as one."""
    exact = near = 0
    for gold, suggested in pairs:
        ranges = {(span.start, span.end) for span in suggested}
        exact += sum((span.start, span.end) in ranges for span in gold)
        near += sum(partner is not None for partner in partners(gold, suggested))
    gold_count = sum(len(gold) for gold, _ in pairs)
    return Score(name, gold_count, sum(len(suggested) for _, suggested in pairs), exact, near)


def _together(name: str, scores: Sequence[Score], labels: Collection[str]) -> Score:
    members = [score for score in scores if score.name in labels]
    return Score(
        name,
        sum(score.gold for score in members),
        sum(score.suggested for score in members),
        sum(score.exact for score in members),
        sum(score.near for score in members),
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0

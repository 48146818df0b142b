"""All that is measured on a set of articles, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suggest.evaluation.attributes import Accuracy, accuracies
from suggest.evaluation.calibration import Bin, Suggester, calibration, judged, suggesters
from suggest.evaluation.errors import Difference, find_errors
from suggest.evaluation.sample import Sample
from suggest.evaluation.scores import (
    Score,
    figure_labels,
    figures_whatever_kind,
    group_scores,
    label_scores,
)
from text.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Report:
    """`groups` are the layers of the scheme in its order, then the figures."""

    articles: int
    labels: tuple[Score, ...]
    groups: tuple[Score, ...]
    attributes: tuple[Accuracy, ...]
    suggesters: tuple[Suggester, ...]
    calibration: tuple[Bin, ...]
    errors: tuple[Difference, ...]

    @property
    def overall(self) -> float:
        """Strict F1, in percent, over the labels of the scheme's first layer: the entities."""
        return self.groups[0].strict


def evaluate(samples: Sequence[Sample], scheme: Scheme) -> Report:
    """What the suggestions of `samples` are worth."""
    labels = label_scores(samples, scheme)
    groups = [*group_scores(labels, scheme)]
    if figure_labels(scheme):
        groups.append(figures_whatever_kind(samples, scheme))
    outcomes = list(judged(samples))
    return Report(
        len(samples),
        tuple(labels),
        tuple(groups),
        tuple(accuracies(samples, scheme)),
        tuple(suggesters(outcomes)),
        tuple(calibration(outcomes)),
        tuple(error for sample in samples for error in find_errors(sample, scheme)),
    )

"""How often what is said of a figure is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from suggest.evaluation.matching import partners
from suggest.evaluation.sample import Sample
from suggest.evaluation.scores import figure_labels, spans_of
from text.scheme import Scheme
from text.span import Span, Suggestion

KIND = "kind"
"""The label of a figure, told beside its attributes."""

MEASURED = ("value", "unit", "comparator", "change", "period", "certainty", "indicator")
"""Those that say what a figure means; `base_value` and its like follow from them."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of `total` matched figures with this attribute, in gold or suggested, `right` agree."""

    name: str
    right: int
    total: int

    @property
    def percent(self) -> float:
        """The share of right ones."""
        return round(100 * self.right / self.total, 1) if self.total else 0.0


def accuracies(samples: Iterable[Sample], scheme: Scheme) -> list[Accuracy]:
    """The kind and each measured attribute, over all figures that have a suggestion."""
    pairs = [pair for sample in samples for pair in matched_figures(sample, scheme)]
    kinds = [gold.label == suggested.label for gold, suggested in pairs]
    found = [Accuracy(KIND, sum(kinds), len(kinds))]
    for name in MEASURED:
        values = [(_value(name, gold), _value(name, suggested)) for gold, suggested in pairs]
        stated = [wanted == got for wanted, got in values if wanted or got]
        found.append(Accuracy(name, sum(stated), len(stated)))
    return [accuracy for accuracy in found if accuracy.total]


def matched_figures(sample: Sample, scheme: Scheme) -> Iterator[tuple[Span, Suggestion]]:
    """The gold figures of `sample` with the suggestions that stand for them, whatever the kind."""
    labels = figure_labels(scheme)
    gold, suggested = spans_of(sample.gold, labels), spans_of(sample.suggested, labels)
    for span, partner in zip(gold, partners(gold, suggested), strict=True):
        if partner is not None:
            yield span, suggested[partner]


def differences(gold: Span, suggested: Span) -> Mapping[str, tuple[str, str]]:
    """The measured attributes in which the two differ: what is right, what was suggested."""
    return {
        name: (gold.attributes.get(name, ""), suggested.attributes.get(name, ""))
        for name in MEASURED
        if _value(name, gold) != _value(name, suggested)
    }


def _value(name: str, span: Span) -> str:
    """An attribute in a form to compare: empty where it is absent, numbers by what they are."""
    value = str(span.attributes.get(name) or "").strip()
    if name != "value":
        return value
    try:
        return str(float(value.replace(",", "")))
    except ValueError:
        return value

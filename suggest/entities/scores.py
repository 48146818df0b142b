"""What the offer of an entity rule is worth: how often such offers were right, as measured.

`scores.txt` is written by `python -m bench.entity_scores --write` from the gold in `tests/gold`:

- The *rate* of a rule for a label is (right + r) / (offered + 2) over all its offers, with r
  the rate of all offers for that label: a rule that was seen rarely stays near half of that. A
  place within a right and longer name counts half.
- A rate counts every offer, also those that a better one covers, so that overlapping offers can be
  weighed. What is *shown* is how often the chosen ones were right: an isotonic map from rate to
  acceptance, fitted to the choices that the rates of all other articles lead to (leave one out).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from text.span import Suggestion

NEVER_SEEN = 0.3
"""The rate of a rule that none of the measured articles called."""

Key = tuple[str, str]
Step = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """`rates` by label and rule; `steps` of (rate, acceptance), both rising."""

    rates: Mapping[Key, float]
    steps: tuple[Step, ...] = ()

    def weigh(self, offers: Iterable[Suggestion]) -> list[Suggestion]:
        """`offers` with the rate of their rule as score; one that has a score keeps it."""
        return [
            span if span.score else replace(span, score=self.rate(span.label, span.by))
            for span in offers
        ]

    def rate(self, label: str, rule: str) -> float:
        """The rate at which offers of `rule` for `label` are right."""
        return self.rates.get((label, rule), NEVER_SEEN)

    def show(self, spans: Iterable[Suggestion]) -> list[Suggestion]:
        """`spans` with the acceptance that their rate stands for as score."""
        return [replace(span, score=self._acceptance(span.score)) for span in spans]

    def _acceptance(self, rate: float) -> float:
        """The acceptance at `rate`, on the straight line between two steps."""
        if not self.steps:
            return rate
        index = bisect_left(self.steps, (rate, 0.0))
        if index in (0, len(self.steps)):
            return self.steps[min(index, len(self.steps) - 1)][1]
        (low, below), (high, above) = self.steps[index - 1], self.steps[index]
        return round(below + (above - below) * (rate - low) / (high - low), 3)


@cache
def measured() -> Scores:
    """The scores that ship with the package."""
    content = files(__package__).joinpath("scores.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in content.splitlines() if line and not line.startswith("#")]
    rates = {(row[0], row[1]): float(row[2]) for row in rows if row[0] != "shown"}
    steps = tuple((float(row[1]), float(row[2])) for row in rows if row[0] == "shown")
    return Scores(rates, steps)

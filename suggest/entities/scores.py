"""What the offer of an entity rule is worth: how often such offers were right, as measured.

`scores.txt` is written by `python -m bench.entity_scores --write` from the gold in `tests/gold`:

- The names of rules form families: work-plain-built is of work-plain, of work, of all. The *rate*
  of a rule for a label is (right + r) / (offered + 2) over all its offers, with r the rate of its
  family: a rule that was seen rarely stays near half of that. A place within a right and longer
  name counts half.
- A rate counts every offer, also those that a better one covers, so that overlapping offers can be
  weighed. What is *shown* is how often the chosen offers were right, with the choices in each
  article made by the rates of all others (leave one out): for a rule, drawn with the weight of
  four suggestions towards an isotonic map from rate to acceptance over all rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from text.span import Suggestion

NEVER_SEEN = 0.5
"""The rate of a rule of whose label nothing was measured."""

EVERY = "*"
"""How the file calls the family of all rules of a label."""

Key = tuple[str, str]
Step = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """`rates` and `shown` by label and rule; `steps` of (rate, acceptance), both rising."""

    rates: Mapping[Key, float]
    shown: Mapping[Key, float]
    steps: tuple[Step, ...] = ()

    def weigh(self, offers: Iterable[Suggestion]) -> list[Suggestion]:
        """`offers` with the rate of their rule as score; one that has a score keeps it."""
        return [
            span if span.score else replace(span, score=self.rate(span.label, span.by))
            for span in offers
        ]

    def rate(self, label: str, rule: str) -> float:
        """The rate at which offers of `rule` for `label` are right, or of its next family."""
        known = (self.rates.get((label, family)) for family in families(rule))
        return next((rate for rate in known if rate is not None), NEVER_SEEN)

    def show(self, spans: Iterable[Suggestion]) -> list[Suggestion]:
        """`spans`, which have their rate as score, with the acceptance to expect instead."""
        return [
            replace(
                span, score=self.shown.get((span.label, span.by)) or self.acceptance(span.score)
            )
            for span in spans
        ]

    def acceptance(self, rate: float) -> float:
        """The acceptance at `rate`, on the straight line between two steps."""
        if not self.steps:
            return rate
        index = bisect_left(self.steps, (rate, 0.0))
        if index in (0, len(self.steps)):
            return self.steps[min(index, len(self.steps) - 1)][1]
        (low, below), (high, above) = self.steps[index - 1], self.steps[index]
        return round(below + (above - below) * (rate - low) / (high - low), 3)


@cache
def families(rule: str) -> tuple[str, ...]:
    """`rule` and the families that it is of, the widest, of all rules, last: a-b, a, nothing."""
    parts = rule.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), -1, -1))


@cache
def measured() -> Scores:
    """The scores that ship with the package."""
    content = files(__package__).joinpath("scores.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in content.splitlines() if line and not line.startswith("#")]
    rules = {(row[0], row[1].replace(EVERY, "")): row for row in rows if row[0] != "step"}
    return Scores(
        rates={key: float(row[2]) for key, row in rules.items()},
        shown={key: float(row[3]) for key, row in rules.items()},
        steps=tuple((float(row[1]), float(row[2])) for row in rows if row[0] == "step"),
    )

"""How an entity rule offers a span: with its label, its own name, and the score that it earns."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from text.span import Suggestion

_NEVER_SEEN = 0.5


def offer(start: int, end: int, label: str, rule: str) -> Suggestion:
    """`start:end` as `label`, offered by `rule` at the rate at which its offers were right."""
    return Suggestion(start, end, label, score=earned(label, rule), by=rule)


def earned(label: str, rule: str) -> float:
    """The rate at which the offers of `rule` for `label` were right, 0.5 for a rule never seen."""
    return _scores().get((label, rule), _NEVER_SEEN)


@cache
def _scores() -> dict[tuple[str, str], float]:
    content = files(__package__).joinpath("scores.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in content.splitlines() if line and not line.startswith("#")]
    return {(label, rule): float(score) for label, rule, score, *_ in rows}

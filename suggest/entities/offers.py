"""How an entity rule offers a span: with its label, its own name, and no score yet."""

from __future__ import annotations

from text.span import Suggestion


def offer(start: int, end: int, label: str, rule: str) -> Suggestion:
    """`start:end` as `label`, offered by `rule`; what that is worth `Scores` knows."""
    return Suggestion(start, end, label, by=rule)

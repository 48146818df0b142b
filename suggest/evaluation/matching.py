"""Which suggestion stands for which gold span."""

from __future__ import annotations

from collections.abc import Sequence

from text.span import Span

ENOUGH = 0.5
"""Two ranges stand for each other where they share at least this part of the longer one."""


def shared(one: Span, other: Span) -> float:
    """The part (0 to 1) of the longer range that both have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start)


def partners(gold: Sequence[Span], suggested: Sequence[Span]) -> list[int | None]:
    """For each of `gold` the index of the suggestion that stands for it, whatever its label.

    From left to right each takes the free one that it shares most with, if that is `ENOUGH`; of
    equals the later one.
    """
    free = dict(enumerate(suggested))
    found: list[int | None] = []
    for span in gold:
        touching = ((shared(span, other), index) for index, other in free.items())
        most, index = max(touching, default=(0.0, -1))
        if most >= ENOUGH:
            del free[index]
        found.append(index if most >= ENOUGH else None)
    return found

"""A labelled stretch of text, and what a suggester says of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` (half-open code points) under `label`, with the attributes that apply."""

    start: int
    end: int
    label: str
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES, hash=False)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Suggestion(Span):
    """A span that a suggester offers.

    `score` (0 to 1) is how likely it is right, `by` names the suggester.
    """

    score: float = 0.0
    by: str = ""

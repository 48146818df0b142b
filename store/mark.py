"""What a reviewer sees of a span: a suggestion that waits, or a decision on one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from text.span import Span, Suggestion


class State(StrEnum):
    """Where a mark stands."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"

    @property
    def kept(self) -> bool:
        """Whether the mark is a span of the gold set."""
        return self in (State.ACCEPTED, State.CORRECTED, State.ADDED)


@dataclass(frozen=True, slots=True)
class Mark:
    """An undecided suggestion or a decided span.

    `id` stays when the suggestion is decided. `suggested` is the copy of what was judged, None for
    an added span. `annotator` and `decided` (UTC, `2026-01-02T03:04:05Z`) are None while undecided.
    """

    id: str
    span: Span
    state: State
    suggested: Suggestion | None
    annotator: str | None = None
    decided: str | None = None


def suggestion_id(suggestion: Span) -> str:
    """The mark id of a suggestion: the same in every run that suggests the same."""
    return f"s{suggestion.start}-{suggestion.end}-{suggestion.label}"


def suggestion_place(mark_id: str) -> tuple[int, int, str]:
    """Start, end and label of the suggestion whose mark has that id."""
    start, end, label = mark_id.removeprefix("s").split("-", 2)
    return int(start), int(end), label


def waiting(suggestion: Suggestion) -> Mark:
    """The mark of a suggestion that nobody has decided on."""
    span = Span(suggestion.start, suggestion.end, suggestion.label, suggestion.attributes)
    return Mark(suggestion_id(suggestion), span, State.SUGGESTED, suggestion)

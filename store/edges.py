"""Where an edge comes to stand."""

from __future__ import annotations

from text.span import Span


def fit(span: Span, start: int, end: int, room: tuple[int, int]) -> tuple[int, int]:
    """The range that `span` gets when asked to be `start:end` within `room` (not empty).

    All in half-open code points. An edge stops at the room's and, when it moves alone, one
    character before the other edge.
    """
    left, right = room
    if end == span.end:
        end = min(end, right)
        return min(max(start, left), end - 1), end
    start = min(max(start, left), right - 1)
    return start, min(max(end, start + 1), right)

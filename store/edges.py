"""Where an edge comes to stand."""

from __future__ import annotations

from text.span import Span


def fit(span: Span, start: int, end: int, room: tuple[int, int]) -> tuple[int, int]:
    """The range that `span` gets when asked to be `start:end` within `room`.

    All in half-open code points. `room` holds the span, or is empty: then the span stays as it is.
    An edge stops at the room's and, when it moves alone, one character before the other edge.
    """
    left, right = room
    if left == right:
        return span.start, span.end
    if end == span.end:
        return min(max(start, left), end - 1), end
    start = min(max(start, left), right - 1)
    return start, min(max(end, start + 1), right)

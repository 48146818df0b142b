"""The parts in which a text of a book's length is suggested for, so that memory stays bounded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from text.alignment import Range
from text.article import Zone
from text.span import Suggestion

LONGEST = 200_000
"""Code points; an article is far shorter, and words take some hundred bytes each while at work."""

_STOPS = ("\n", "。！？；")
"""Where to cut: where a line ends, else where a sentence does."""


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of a text that begins at `start`; its `zones` are ranges of `text`."""

    start: int
    text: str
    zones: tuple[Zone, ...]

    def telling(self, on_progress: Callable[[float], None], whole: str) -> Callable[[float], None]:
        """What turns the share of this part that is done into that of the `whole` text."""
        return lambda done: on_progress((self.start + done * len(self.text)) / len(whole))

    def placed(self, suggestion: Suggestion) -> Suggestion:
        """`suggestion`, a range of this part, as a range of the whole text."""
        start, end = suggestion.start + self.start, suggestion.end + self.start
        return replace(suggestion, start=start, end=end)


def parts(text: str, zones: Sequence[Zone], longest: int = LONGEST) -> Iterator[Part]:
    """The parts of `text` from left to right; all but very long texts are one part.

    A part ends with a line where it can, else with a sentence, else at `longest` code points.
    `zones` are in order and do not overlap.
    """
    start = 0
    while len(text) - start > longest:
        end = _end(text, start, start + longest)
        yield _part(text, zones, (start, end))
        start = end
    yield _part(text, zones, (start, len(text)))


def _end(text: str, start: int, limit: int) -> int:
    for stops in _STOPS:
        last = max(text.rfind(stop, start, limit) for stop in stops)
        if last >= 0:
            return last + 1
    return limit


def _part(text: str, zones: Sequence[Zone], place: Range) -> Part:
    start, end = place
    first = bisect_right(zones, start, key=lambda zone: zone.end)
    last = bisect_left(zones, end, key=lambda zone: zone.start)
    inside = (
        Zone(zone.kind, max(zone.start, start) - start, min(zone.end, end) - start)
        for zone in zones[first:last]
    )
    return Part(start, text[start:end], tuple(inside))

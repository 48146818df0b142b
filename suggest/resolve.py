"""One choice among overlapping suggestions: those that a reviewer most likely accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from text.article import Zone, ZoneKind
from text.span import Suggestion


def resolve(
    candidates: Iterable[Suggestion], layers: Mapping[str, str], zones: Sequence[Zone] = ()
) -> tuple[Suggestion, ...]:
    """The best of `candidates` without overlap in a layer, sorted by (start, -end).

    `layers` maps each label that may be suggested to its layer; others are dropped, and so is what
    touches a boilerplate zone. Of two that overlap the higher score stays, then the longer.
    """
    allowed = [candidate for candidate in candidates if candidate.label in layers]
    boilerplate = [zone for zone in zones if zone.kind is ZoneKind.BOILERPLATE]
    ends = [*(span.end for span in allowed), *(zone.end for zone in boilerplate)]
    length = max(ends, default=0)
    taken = {layer: bytearray(length) for layer in layers.values()}
    for places in taken.values():
        for zone in boilerplate:
            _take(places, zone.start, zone.end)
    kept = []
    for candidate in sorted(allowed, key=_preference):
        places = taken[layers[candidate.label]]
        if places.find(1, candidate.start, candidate.end) < 0:
            _take(places, candidate.start, candidate.end)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda span: (span.start, -span.end, span.label)))


def _take(places: bytearray, start: int, end: int) -> None:
    places[start:end] = b"\x01" * (end - start)


def _preference(candidate: Suggestion) -> tuple[float, int, int, str]:
    length = candidate.end - candidate.start
    return -candidate.score, -length, candidate.start, candidate.label

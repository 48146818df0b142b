"""One choice among overlapping suggestions: those that a reviewer most likely accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from text.alignment import Range
from text.article import Zone, ZoneKind
from text.span import Suggestion


def resolve(
    candidates: Iterable[Suggestion], layers: Mapping[str, str], zones: Sequence[Zone] = ()
) -> tuple[Suggestion, ...]:
    """The best of `candidates` without overlap in a layer, sorted by (start, -end).

    `layers` maps each label that may be suggested to its layer; others are dropped, and so is what
    touches a boilerplate zone.
    """
    by_layer: dict[str, list[Suggestion]] = {layer: [] for layer in layers.values()}
    for candidate in candidates:
        if candidate.label in layers:
            by_layer[layers[candidate.label]].append(candidate)
    boilerplate = [(z.start, z.end) for z in zones if z.kind is ZoneKind.BOILERPLATE]
    kept = [span for spans in by_layer.values() for span in choose(spans, boilerplate)]
    return tuple(sorted(kept, key=lambda span: (span.start, -span.end, span.label)))


def choose(candidates: Sequence[Suggestion], closed: Sequence[Range] = ()) -> list[Suggestion]:
    """Those of `candidates`, all of one layer, that neither overlap nor touch a range of `closed`.

    Of two that overlap, the one with the higher score times the square root of its length stays:
    a name is taken at its longest unless that is much less likely.
    """
    length = max([span.end for span in candidates] + [end for _, end in closed], default=0)
    taken = bytearray(length)
    for start, end in closed:
        _take(taken, start, end)
    kept = []
    for candidate in sorted(candidates, key=_preference):
        if taken.find(1, candidate.start, candidate.end) < 0:
            _take(taken, candidate.start, candidate.end)
            kept.append(candidate)
    return kept


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _preference(candidate: Suggestion) -> tuple[float, int, int, str]:
    length = candidate.end - candidate.start
    return -candidate.score * sqrt(length), -length, candidate.start, candidate.label

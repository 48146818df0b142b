"""The outline of an article: its headings and its marks, in text order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from store.mark import Mark, State
from store.words import fold
from text.article import Revision, ZoneKind

_HEADINGS = (ZoneKind.TITLE, ZoneKind.SECTION)


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something to jump to: a heading, which has no mark, or a mark. Offsets are code points."""

    start: int
    end: int
    mark: Mark | None = None


class Shown(Enum):
    """Which marks the outline has; headings are always there."""

    ALL = auto()
    UNDECIDED = auto()
    NONE = auto()


_WANTED: dict[Shown, Callable[[Mark], bool]] = {
    Shown.ALL: lambda _mark: True,
    Shown.UNDECIDED: lambda mark: mark.state is State.SUGGESTED,
    Shown.NONE: lambda _mark: False,
}


def outline(revision: Revision, marks: Sequence[Mark], shown: Shown) -> list[Landmark]:
    """The landmarks of an article by their start, a heading before the marks in it."""
    headings = [Landmark(z.start, z.end) for z in revision.zones if z.kind in _HEADINGS]
    wanted = filter(_WANTED[shown], marks)
    spans = [Landmark(m.span.start, m.span.end, m) for m in wanted]
    return sorted(headings + spans, key=_in_order)


def fitting(
    landmarks: Sequence[Landmark], typed: str, told: Callable[[Landmark], str]
) -> list[Landmark]:
    """Those that have every word of `typed` in what is `told` of them, in either script."""
    wanted = fold(typed).split()
    return [mark for mark in landmarks if all(word in fold(told(mark)) for word in wanted)]


def _in_order(landmark: Landmark) -> tuple[int, bool, int]:
    return landmark.start, landmark.mark is not None, -landmark.end

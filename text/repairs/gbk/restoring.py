"""Runs of GBK read one byte off, restored, with what is certain of them and what is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from math import exp
from typing import NamedTuple

from text.change import Change
from text.repairs.gbk import runs
from text.repairs.gbk.context import Context
from text.repairs.gbk.lattice import LOST
from text.repairs.gbk.search import Way, search

KIND = "gbk"
CERTAIN = 0.97
"""A character is certain where the readings that have it weigh so much of all (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to restore a stretch; `score` is its share among all ways (0 to 1)."""

    text: str
    score: float


def find(text: str) -> list[Change]:
    """Restore the runs that begin where a mark before a quote (`。”`, `。“`, `，“`) lost a byte.

    Characters stay in the script of the article. A run in which some characters are certain and
    others not gives a change for each part; a character lost for good is `□`.
    """
    return [change for run in _runs(text, 0) for change in run.changes()]


def readings(text: str, start: int, end: int) -> list[Reading]:
    """What `text[start:end]`, one change of `find(text)` or some in a row, may be instead.

    The likeliest first; none where no run covers the range.
    """
    for run in _runs(text, text.rfind("\n", 0, start) + 1):
        if run.start <= start and end <= run.end:
            return run.readings(start, end)
        if run.start > start:
            break
    return []


@dataclass(frozen=True, slots=True)
class _Run:
    """The stretch `start:end` of a text, and the ways to read it with their shares, best first."""

    start: int
    end: int
    ways: list[tuple[Way, float]]

    def text(self) -> str:
        """What the run was, by the best way."""
        return "".join(place.text for place in self._places())

    def changes(self) -> Iterator[Change]:
        """A change for each part that is certain or uncertain throughout."""
        parts = [
            (certain, list(places))
            for certain, places in groupby(self._places(), key=lambda place: place.certain)
        ]
        ends = [self.start + places[0].source for _, places in parts[1:]]
        for (certain, places), end in zip(parts, [*ends, self.end], strict=True):
            start = self.start + places[0].source
            after = "".join(place.text for place in places)
            yield Change(start, end, after, KIND, certain=certain, whole=True)

    def readings(self, start: int, end: int) -> list[Reading]:
        """The readings of `start:end` in the text."""
        shares: dict[str, float] = defaultdict(float)
        for way, share in self.ways:
            placed = zip(way.sources, way.text, strict=True)
            inside = (c for source, c in placed if start <= self.start + source < end)
            shares["".join(inside)] += share
        found = [Reading(text, share) for text, share in shares.items()]
        return sorted(found, key=lambda reading: -reading.score)

    def _places(self) -> Iterator[_Place]:
        """What the best way has for each character of the run that is the source of something.

        What belongs to the run though it stands as it was is put to the last of them.
        """
        best, _ = self.ways[0]
        last = max(source for source in best.sources if source < best.end)
        placed = zip(best.sources, best.text, self._certain(), strict=True)
        inside = (place for place in placed if place[0] < self.end - self.start)
        for source, group in groupby(inside, key=lambda place: min(place[0], last)):
            _, characters, certain = zip(*group, strict=True)
            yield _Place(source, "".join(characters), all(certain))

    def _certain(self) -> list[bool]:
        """For each character of the best way whether it is certain.

        One that stands alone is not, however little speaks for another: a name that no dictionary
        has may be right, or a word of which a byte more is lost.
        """
        best, _ = self.ways[0]
        judged = zip(best.text, best.alone, self._doubts(), strict=True)
        return [c != LOST and not alone and doubt <= 1 - CERTAIN for c, alone, doubt in judged]

    def _doubts(self) -> list[float]:
        """For each character of the best way the share of the ways that do not have it there."""
        best, _ = self.ways[0]
        doubts = [0.0] * len(best.text)
        for way, share in self.ways[1:]:
            front = _alike(best.text, way.text)
            back = _alike(reversed(best.text[front:]), reversed(way.text[front:]))
            end = len(best.text) - back
            # What another way has in addition casts doubt on the character before it.
            for place in range(min(front, end - 1), end):
                doubts[place] += share
        return doubts


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters the two begin with that are the same."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


class _Place(NamedTuple):
    source: int
    text: str
    certain: bool


def _runs(text: str, position: int) -> Iterator[_Run]:
    """The runs from `position` on."""
    context = Context(text)
    before = ""
    for start in runs.beginnings(text, position):
        if start >= position:
            before = (before + text[max(position, start - runs.NEAR) : start])[-runs.NEAR :]
            run = _restore(text, start, before, context)
            if run:
                yield run
                before += run.text()
            position = run.end if run else start


def _restore(text: str, start: int, before: str, context: Context) -> _Run | None:
    """The run that begins at `start`, after `before`, if that is the likeliest way to read it."""
    stretch = runs.stretch(text, start)
    openings = runs.openings(stretch, before, text[start : start + runs.NEAR]) if stretch else []
    if not stretch or not openings:
        return None
    ways = search(stretch, *context.around(start), [runs.unharmed(), *openings])
    if not ways or not ways[0].end:
        return None
    weights = [exp(way.score - ways[0].score) for way in ways]
    total = sum(weights)
    shares = [weight / total for weight in weights]
    end = runs.tail(text, start + ways[0].end)
    whole = (_reaching(way, text, start, end) for way in ways)
    return _Run(start, end, list(zip(whole, shares, strict=True)))


def _reaching(way: Way, text: str, start: int, end: int) -> Way:
    """`way` with the text behind it, so that it reaches to `end`."""
    seen = max(way.end, way.sources[-1] + 1)
    rest = text[start + seen : end]
    return way._replace(
        text=way.text + rest,
        sources=(*way.sources, *range(seen, seen + len(rest))),
        alone=way.alone + (False,) * len(rest),
    )

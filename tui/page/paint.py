"""Styles and glyphs over stretches of a text, and a row drawn with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

PLAIN = Style.null()
BADGE = Style(reverse=True)


@dataclass(frozen=True, slots=True)
class Paint:
    """Draw `start:end` (code points) in `style`, with a one-cell glyph at each edge where given.

    Behind the opening glyph stands the `badge`, one cell that tells what it is, or nothing. Of two
    paints on the same characters the one with the higher `level` has the last word.
    """

    start: int
    end: int
    style: Style
    opening: str = ""
    closing: str = ""
    edge: Style = PLAIN
    level: int = 0
    badge: str = ""

    def at(self, start: int, end: int) -> Paint:
        """The same paint over another stretch, without the detours of `replace`."""
        look = self.style, self.opening, self.closing, self.edge, self.level, self.badge
        return Paint(start, end, *look)


def glyph_places(paint: Paint | None) -> tuple[int, int]:
    """Where a paint takes cells of its own, -1 for nowhere: only a change of these moves a text."""
    if paint is None:
        return -1, -1
    return paint.start if paint.opening else -1, paint.end if paint.closing else -1


class PaintIndex:
    """Paints by key, found by the stretch that they touch.

    Buckets of `BUCKET` code points hold what starts, ends or goes on in them, so that drawing a row
    and changing one paint cost the same in a short text and in a long one.
    """

    BUCKET = 256

    def __init__(self) -> None:
        self._paints: dict[str, Paint] = {}
        self._buckets: dict[int, set[str]] = {}
        self.extra: dict[int, int] = {}

    def get(self, key: str) -> Paint | None:
        """The paint under `key`."""
        return self._paints.get(key)

    def put(self, key: str, paint: Paint) -> None:
        """Set the paint under `key`, in place of one already there."""
        if key in self._paints:
            self.discard(key)
        self._paints[key] = paint
        for bucket in self._span(paint):
            self._buckets.setdefault(bucket, set()).add(key)
        self._count_glyphs(paint, 1)

    def discard(self, key: str) -> Paint | None:
        """Take the paint under `key` away and return it; None where there is none."""
        paint = self._paints.pop(key, None)
        if paint is not None:
            for bucket in self._span(paint):
                self._buckets[bucket].discard(key)
            self._count_glyphs(paint, -1)
        return paint

    def over(self, start: int, end: int) -> list[Paint]:
        """The paints that touch `start:end`, outer before inner at each level."""
        keys: set[str] = set()
        for bucket in range(start // self.BUCKET, max(start, end - 1) // self.BUCKET + 1):
            keys |= self._buckets.get(bucket, set())
        found = (self._paints[key] for key in keys)
        touching = [p for p in found if p.start < end and start < p.end]
        return sorted(touching, key=lambda p: (p.level, p.start, -p.end))

    def _span(self, paint: Paint) -> range:
        last = max(paint.start, paint.end - 1)
        return range(paint.start // self.BUCKET, last // self.BUCKET + 1)

    def _count_glyphs(self, paint: Paint, by: int) -> None:
        opening = paint.opening + paint.badge
        for offset, glyphs in ((paint.start, opening), (paint.end - 1, paint.closing)):
            if glyphs:
                cells = self.extra.get(offset, 0) + by * len(glyphs)
                if cells:
                    self.extra[offset] = cells
                else:
                    del self.extra[offset]


def draw(
    text: str, start: int, end: int, paints: Sequence[Paint], base: Style
) -> Iterator[Segment]:
    """The segments of the row `text[start:end]` under `paints` (in order of level)."""
    if not paints:
        yield Segment(text[start:end], base)
        return
    cuts = {start, end}
    for paint in paints:
        cuts.add(min(max(paint.start, start), end))
        cuts.add(min(max(paint.end, start), end))
    places = sorted(cuts)
    for left, right in pairwise(places):
        here = [p for p in paints if p.start <= left and right <= p.end]
        yield from _glyphs(_opening_at(here, left), base)
        yield Segment(text[left:right], _combined(base, *(p.style for p in here)))
        yield from _glyphs(_closing_at(here, right), base)


@lru_cache(1024)
def _combined(*styles: Style) -> Style:
    """The styles one over the other; there are few of them, and segments by the hundred."""
    return Style.combine(styles)


def _opening_at(paints: Iterable[Paint], offset: int) -> list[tuple[str, Style]]:
    found = [p for p in paints if p.opening and p.start == offset]
    found.sort(key=lambda p: p.start - p.end)
    return [glyph for p in found for glyph in ((p.opening, p.edge), (p.badge, p.edge + BADGE))]


def _closing_at(paints: Iterable[Paint], offset: int) -> list[tuple[str, Style]]:
    found = [p for p in paints if p.closing and p.end == offset]
    found.sort(key=lambda p: p.end - p.start)
    return [(p.closing, p.edge) for p in found]


def _glyphs(glyphs: list[tuple[str, Style]], base: Style) -> Iterator[Segment]:
    return (Segment(glyph, base + edge) for glyph, edge in glyphs if glyph)

"""Where each clean code point came from: ranges map from clean text to raw text and back."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

Range = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of clean text and the raw stretch it came from, both half-open, in code points.

    A `whole` piece was restored as one: each of its clean characters maps to the whole raw range.
    Any other piece has as many raw as clean characters, and they map one to one.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int
    whole: bool

    def raw_of(self, start: int, end: int) -> Range:
        """The raw range of the clean range `start:end`, which lies inside this piece."""
        if self.whole:
            return self.raw_start, self.raw_end
        shift = self.raw_start - self.start
        return start + shift, end + shift


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """A monotone map from every clean code point to a raw half-open range.

    Pieces cover the clean text without a gap; raw text between two pieces was removed. Lookups take
    the logarithm of the number of pieces. Built with `AlignmentBuilder`.
    """

    length: int
    raw_length: int
    _starts: array[int]
    _raw_starts: array[int]
    _raw_ends: array[int]
    _whole: bytes

    @classmethod
    def identity(cls, length: int) -> Self:
        """The alignment of a text of `length` code points that nothing changed."""
        builder = AlignmentBuilder()
        builder.copy(0, length)
        return cls(*builder.parts(length))

    def __len__(self) -> int:
        return self.length

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Alignment):
            return NotImplemented
        return self.raw_length == other.raw_length and list(self.pieces()) == list(other.pieces())

    def __hash__(self) -> int:
        return hash((self.length, self.raw_length, bytes(self._starts)))

    def pieces(self) -> Iterator[Piece]:
        """The pieces in clean order."""
        return (self._piece(index) for index in range(len(self._starts)))

    def ranges(self) -> Iterator[Range]:
        """The raw range of each clean code point, in order."""
        for piece in self.pieces():
            for position in range(piece.start, piece.end):
                yield piece.raw_of(position, position + 1)

    def to_raw(self, start: int, end: int) -> Range:
        """The raw range of the clean range `start:end`: first character's start to last one's end.

        An empty range gives the empty raw range just before the character at `start`.
        """
        if not 0 <= start <= end <= self.length:
            raise IndexError(f"clean range {start}:{end} is not within 0:{self.length}")
        if start == end:
            raw = self.raw_length if start == self.length else self._character(start)[0]
            return raw, raw
        return self._character(start)[0], self._character(end - 1)[1]

    def to_clean(self, raw_start: int, raw_end: int) -> Range:
        """The smallest clean range that holds every character made of `raw_start:raw_end`.

        Where nothing of the raw range was kept, the empty range at its place.
        """
        if not 0 <= raw_start <= raw_end <= self.raw_length:
            raise IndexError(f"raw range {raw_start}:{raw_end} is not within 0:{self.raw_length}")
        start = self._first_ending_after(raw_start)
        if raw_start == raw_end:
            return start, start
        return start, max(start, self._first_starting_at(raw_end))

    def compose(self, earlier: Alignment) -> Alignment:
        """This alignment (clean → middle) after `earlier` (middle → raw): clean → raw."""
        if self.raw_length != earlier.length:
            raise ValueError(f"cannot compose: {self.raw_length} code points on {earlier.length}")
        builder = AlignmentBuilder()
        index = 0
        for piece in self.pieces():
            if piece.whole:
                raw = earlier.to_raw(piece.raw_start, piece.raw_end)
                builder.whole(*raw, piece.end - piece.start)
            else:
                index = earlier._copy_into(builder, piece.raw_start, piece.raw_end, index)
        return builder.build(earlier.raw_length)

    def to_numbers(self) -> list[list[int]]:
        """Plain data for keeping: `[clean_length, raw_start, raw_end, whole]` for each piece."""
        return [[p.end - p.start, p.raw_start, p.raw_end, int(p.whole)] for p in self.pieces()]

    @classmethod
    def from_numbers(cls, raw_length: int, numbers: Iterable[Iterable[int]]) -> Self:
        """The alignment that `to_numbers` wrote, for a raw text of `raw_length` code points."""
        builder = AlignmentBuilder()
        for length, raw_start, raw_end, whole in numbers:
            if whole:
                builder.whole(raw_start, raw_end, length)
            else:
                builder.copy(raw_start, raw_end)
        return cls(*builder.parts(raw_length))

    def _piece(self, index: int) -> Piece:
        following = index + 1
        end = self._starts[following] if following < len(self._starts) else self.length
        return Piece(
            self._starts[index],
            end,
            self._raw_starts[index],
            self._raw_ends[index],
            bool(self._whole[index]),
        )

    def _character(self, position: int) -> Range:
        index = bisect_right(self._starts, position) - 1
        raw = self._raw_starts[index]
        if self._whole[index]:
            return raw, self._raw_ends[index]
        raw += position - self._starts[index]
        return raw, raw + 1

    def _copy_into(self, builder: AlignmentBuilder, start: int, end: int, index: int) -> int:
        """Give `builder` the raw ranges of the clean characters `start:end`.

        Looks from the piece `index` on, and returns the piece that it came to: composing goes
        through both alignments once.
        """
        starts = self._starts
        last = len(starts) - 1
        while start < end:
            while index < last and starts[index + 1] <= start:
                index += 1
            stop = end if index == last else min(end, starts[index + 1])
            raw = self._raw_starts[index]
            if self._whole[index]:
                builder.whole(raw, self._raw_ends[index], stop - start)
            else:
                raw -= starts[index]
                builder.copy(raw + start, raw + stop)
            start = stop
        return index

    def _first_ending_after(self, raw: int) -> int:
        """The first clean character whose raw range ends after `raw`."""
        index = bisect_right(self._raw_ends, raw)
        if index == len(self._starts):
            return self.length
        piece = self._piece(index)
        if piece.whole or raw <= piece.raw_start:
            return piece.start
        return piece.start + raw - piece.raw_start

    def _first_starting_at(self, raw: int) -> int:
        """The first clean character whose raw range starts at `raw` or after it."""
        index = bisect_left(self._raw_starts, raw)
        if index == 0:
            return 0
        before = self._piece(index - 1)
        if before.whole or raw >= before.raw_end:
            return before.end
        return before.start + raw - before.raw_start


class AlignmentBuilder:
    """Collects the pieces of an alignment from left to right, joining what can be joined."""

    def __init__(self) -> None:
        self._length = 0
        self._starts = array("q")
        self._raw_starts = array("q")
        self._raw_ends = array("q")
        self._whole = bytearray()

    def copy(self, raw_start: int, raw_end: int) -> None:
        """Add clean characters that map one to one to `raw_start:raw_end`."""
        if raw_start == raw_end:
            return
        if self._whole and not self._whole[-1] and self._raw_ends[-1] == raw_start:
            self._raw_ends[-1] = raw_end
        else:
            self._add(raw_start, raw_end, whole=False)
        self._length += raw_end - raw_start

    def whole(self, raw_start: int, raw_end: int, length: int) -> None:
        """Add `length` clean characters that each map to all of `raw_start:raw_end`.

        Raises ValueError for characters made of nothing: every clean character has a raw range.
        """
        if length == 0:
            return
        if raw_start >= raw_end:
            raise ValueError("a clean character needs a raw range that is not empty")
        same = self._whole and self._whole[-1] and self._raw_starts[-1] == raw_start
        if not (same and self._raw_ends[-1] == raw_end):
            self._add(raw_start, raw_end, whole=True)
        self._length += length

    def build(self, raw_length: int) -> Alignment:
        """The alignment of what was added, onto a raw text of `raw_length` code points."""
        return Alignment(*self.parts(raw_length))

    def parts(self, raw_length: int) -> tuple[int, int, array[int], array[int], array[int], bytes]:
        """The fields of the alignment, for the constructors above."""
        return (
            self._length,
            raw_length,
            self._starts,
            self._raw_starts,
            self._raw_ends,
            bytes(self._whole),
        )

    def _add(self, raw_start: int, raw_end: int, *, whole: bool) -> None:
        self._starts.append(self._length)
        self._raw_starts.append(raw_start)
        self._raw_ends.append(raw_end)
        self._whole.append(whole)

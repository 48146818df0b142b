"""What every alignment must keep to, as assertions for tests to share."""

from __future__ import annotations

from itertools import pairwise

from text.alignment import Alignment


def assert_sound(alignment: Alignment) -> None:
    """The alignment is monotone, within bounds, and leads back to where it came from."""
    ranges = list(alignment.ranges())
    assert len(ranges) == alignment.length
    assert all(0 <= start < end <= alignment.raw_length for start, end in ranges)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(ranges))
    inside_whole = [False] * alignment.length
    for piece in alignment.pieces():
        inside_whole[piece.start : piece.end] = [piece.whole] * (piece.end - piece.start)
    for start in range(alignment.length):
        for end in {start + 1, start + 2, start + 7, alignment.length}:
            if start < end <= alignment.length:
                assert_leads_back(alignment, start, end, ranges, inside_whole)


def assert_leads_back(
    alignment: Alignment,
    start: int,
    end: int,
    ranges: list[tuple[int, int]],
    inside_whole: list[bool],
) -> None:
    """Clean to raw to clean contains the range, and equals it where no edge was restored whole."""
    raw = alignment.to_raw(start, end)
    assert raw == (ranges[start][0], ranges[end - 1][1])
    back = alignment.to_clean(*raw)
    assert back[0] <= start < end <= back[1]
    if not inside_whole[start] and not inside_whole[end - 1]:
        assert back == (start, end)
        assert alignment.to_raw(*back) == raw

"""The index under the marks, against brute force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.board import Board
from store.edit import Change, Rows
from store.intervals import Interval, Intervals
from store.mark import Mark, State
from text.scheme import default_scheme
from text.span import Span, Suggestion


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A range in a short text."""
    start = draw(st.integers(0, 40))
    return Interval(start, start + draw(st.integers(1, 12)), str(draw(st.integers(0, 5))))


@given(st.lists(intervals(), unique=True), st.data())
def test_intervals_find_what_overlaps(found: list[Interval], data: st.DataObject) -> None:
    """However they were added, and after some were removed."""
    index = Intervals(found[: len(found) // 2])
    for interval in found[len(found) // 2 :]:
        index.add(interval)
    removed = data.draw(st.sets(st.sampled_from(found))) if found else set()
    for interval in removed:
        index.remove(interval)
    asked = data.draw(intervals())
    index.remove(Interval(asked.start, asked.end, "not there"))
    assert index.overlapping(asked.start, asked.end) == sorted(
        interval
        for interval in found
        if interval not in removed and interval.start < asked.end and asked.start < interval.end
    )


@given(st.lists(intervals(), unique=True), st.integers(0, 60))
def test_a_board_finds_what_holds_a_code_point(found: list[Interval], offset: int) -> None:
    """Suggestions and decisions that were added since, in text order."""
    half = len(found) // 2
    offers = [Suggestion(it.start, it.end, "ORG") for it in found[:half]]
    board = Board(default_scheme(), offers)
    for number, it in enumerate(found[half:]):
        span = Span(it.start, it.end, "TARGET")
        added = Mark(f"a{number}", span, State.REJECTED, None, "ann", "")
        board.apply(Change(before=Rows(), after=Rows((added,))))
    holding = [mark for mark in board.marks if mark.span.start <= offset < mark.span.end]
    assert board.over(offset) == holding


def test_a_suggestion_that_comes_back_under_a_kept_span_stays_hidden() -> None:
    """Also when the decision that is taken away stood elsewhere."""
    suggestion = Suggestion(0, 3, "ORG")
    moved = Mark("s0-3-ORG", Span(6, 9, "ORG"), State.CORRECTED, suggestion, "ann", "")
    over = Mark("a1", Span(2, 5, "ORG"), State.ADDED, None, "ann", "")
    board = Board(default_scheme(), [suggestion], [moved, over])
    board.apply(Change(before=Rows((moved,)), after=Rows()))
    assert board.marks == (over,)
    assert board.undecided == 0
    board.apply(Change(before=Rows((over,)), after=Rows()))
    assert [mark.state for mark in board.marks] == [State.SUGGESTED]
    assert board.undecided == 1


def test_suggestions_of_labels_that_the_scheme_lacks_are_left_out() -> None:
    """A run may be older than the scheme."""
    board = Board(default_scheme(), [Suggestion(0, 3, "OLD"), Suggestion(3, 4, "ORG")])
    assert [mark.span.label for mark in board.marks] == ["ORG"]

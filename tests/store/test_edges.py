"""Moving the edges of a mark: how far they go, and what stops them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.edges import fit
from store.reading import Reading
from tests.store.building import TEXT, find, words
from text.span import Span


def test_moving_an_edge_corrects_and_moving_it_back_accepts(reading: Reading) -> None:
    """An edge decides the suggestion."""
    mark = find(reading, "张利明")
    start, end = mark.span.start, mark.span.end
    reading.move(mark.id, start, end + 1)
    assert ("张利明说", "PER", "corrected") in words(reading)
    reading.move(mark.id, start, end)
    assert ("张利明", "PER", "accepted") in words(reading)


def test_an_edge_stops_at_a_kept_neighbour_of_the_layer(reading: Reading) -> None:
    """Where it stands it stays, and nothing is logged."""
    reading.accept(find(reading, "党委书记").id)
    mark = find(reading, "张利明")
    edit = reading.move(mark.id, 0, mark.span.end)
    assert edit is None
    edit = reading.move(mark.id, mark.span.start + 1, mark.span.end)
    reading.move(mark.id, 0, mark.span.end)
    assert ("张利明", "PER", "accepted") in words(reading)


def test_an_edge_passes_other_layers_and_the_undecided(reading: Reading) -> None:
    """A target lies over entities; an undecided neighbour goes under."""
    mark = find(reading, "党委书记")
    hidden = find(reading, "张利明")
    edit = reading.move(mark.id, mark.span.start, mark.span.end + 2)
    assert edit
    assert set(edit.touched) == {mark.id, hidden.id}
    assert ("党委书记张利", "TITLE", "corrected") in words(reading)
    assert reading.mark(hidden.id) is None
    assert reading.undecided == 2
    reading.move(mark.id, mark.span.start, mark.span.end)
    assert reading.mark(hidden.id) == hidden


def test_an_edge_stops_at_the_ends_of_the_text(reading: Reading) -> None:
    """However far it is asked to go."""
    mark = find(reading, "工业总产值突破2300亿元")
    reading.move(mark.id, -5, mark.span.end)
    reading.move(mark.id, 0, 10_000)
    moved = reading.mark(mark.id)
    assert moved
    assert (moved.span.start, moved.span.end) == (0, len(TEXT))


def test_a_mark_never_becomes_empty(reading: Reading) -> None:
    """An edge stops a character before the other one."""
    mark = find(reading, "张利明")
    reading.move(mark.id, mark.span.end + 3, mark.span.end)
    assert ("明", "PER", "corrected") in words(reading)
    reading.move(mark.id, mark.span.end - 1, 0)
    assert ("明", "PER", "corrected") in words(reading)


@given(st.integers(0, 9), st.integers(1, 9), st.data())
def test_a_fitted_range_is_never_empty_and_within_the_room(
    left: int, width: int, data: st.DataObject
) -> None:
    """Whatever both edges are asked to do."""
    right = left + width
    start = data.draw(st.integers(left, right - 1))
    end = data.draw(st.integers(start + 1, right))
    asked = data.draw(st.tuples(st.integers(-5, 25), st.integers(-5, 25)))
    got = fit(Span(start, end, "ORG"), *asked, (left, right))
    assert left <= got[0] < got[1] <= right
    if left <= asked[0] < asked[1] <= right:
        assert got == asked

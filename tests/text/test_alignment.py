"""Alignment and change: the laws that every offset in jinbiao rests on."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.laws import assert_sound
from tests.text.strategies import LETTERS, changes
from text.alignment import Alignment, AlignmentBuilder
from text.change import Change, rewrite


@given(st.data())
def test_any_changes_give_a_sound_alignment(data: st.DataObject) -> None:
    """Whatever is replaced or removed, every law of alignment holds."""
    text = data.draw(st.text(LETTERS, max_size=30))
    done = data.draw(changes(len(text)))
    after, alignment = rewrite(text, done)
    assert (alignment.length, alignment.raw_length) == (len(after), len(text))
    assert_sound(alignment)


@given(st.data())
def test_unchanged_characters_map_to_themselves(data: st.DataObject) -> None:
    """A character that no change touched comes from the same character."""
    text = data.draw(st.text(LETTERS, max_size=30))
    after, alignment = rewrite(text, data.draw(changes(len(text))))
    for piece in alignment.pieces():
        if not piece.whole and piece.end - piece.start == piece.raw_end - piece.raw_start:
            clean, raw = after[piece.start : piece.end], text[piece.raw_start : piece.raw_end]
            assert len(clean) == len(raw)
            assert all(a == b or a in "子丑寅卯" for a, b in zip(clean, raw, strict=True))


@given(st.data())
def test_composition_equals_the_two_in_turn(data: st.DataObject) -> None:
    """Clean to raw through a composed alignment is clean to middle, then middle to raw."""
    raw = data.draw(st.text(LETTERS, max_size=30))
    middle, first = rewrite(raw, data.draw(changes(len(raw))))
    clean, second = rewrite(middle, data.draw(changes(len(middle))))
    both = second.compose(first)
    assert (both.length, both.raw_length) == (len(clean), len(raw))
    assert_sound(both)
    for start in range(len(clean)):
        for end in range(start + 1, len(clean) + 1):
            assert both.to_raw(start, end) == first.to_raw(*second.to_raw(start, end))


@given(st.data())
def test_composition_is_associative(data: st.DataObject) -> None:
    """Three steps may be composed in either order."""
    text = data.draw(st.text(LETTERS, max_size=20))
    steps = []
    for _ in range(3):
        text, step = rewrite(text, data.draw(changes(len(text))))
        steps.append(step)
    one, two, three = steps
    assert three.compose(two).compose(one) == three.compose(two.compose(one))


@given(st.data())
def test_numbers_give_the_alignment_back(data: st.DataObject) -> None:
    """What an alignment writes down as JSON reads back equal."""
    text = data.draw(st.text(LETTERS, max_size=30))
    _, alignment = rewrite(text, data.draw(changes(len(text))))
    numbers = json.loads(json.dumps(alignment.to_numbers()))
    again = Alignment.from_numbers(alignment.raw_length, numbers)
    assert again == alignment
    assert hash(again) == hash(alignment)


def test_removed_characters_stay_outside() -> None:
    """A range ends with its last character's raw end: the gloss after it is not part of it."""
    text, alignment = rewrite("實(shí)現", [Change(1, 6, "", "pinyin")])
    assert text == "實現"
    assert alignment.to_raw(0, 1) == (0, 1)
    assert alignment.to_raw(0, 2) == (0, 7)
    assert alignment.to_clean(0, 7) == (0, 2)
    assert alignment.to_clean(1, 6) == (1, 1)
    assert alignment.to_clean(3, 7) == (1, 2)


def test_a_run_restored_as_a_whole_maps_as_a_whole() -> None:
    """Each of its characters comes from all of the run, even where there are as many as before."""
    text, alignment = rewrite("前?!碍h后", [Change(1, 5, "。“环保", "gbk", whole=True)])
    assert text == "前。“环保后"
    assert [alignment.to_raw(i, i + 1) for i in (1, 4)] == [(1, 5), (1, 5)]
    assert alignment.to_clean(2, 3) == (1, 5)
    assert alignment.to_raw(0, 6) == (0, 6)


def test_empty_ranges_keep_their_place() -> None:
    """An empty range maps to the empty range before the same character."""
    _, alignment = rewrite("a\x00b", [Change(1, 2, "", "hostile")])
    assert alignment.to_raw(1, 1) == (2, 2)
    assert alignment.to_raw(2, 2) == (3, 3)
    assert alignment.to_clean(3, 3) == (2, 2)


def test_an_empty_text_has_an_alignment() -> None:
    """Nothing maps to nothing."""
    alignment = Alignment.identity(0)
    assert list(alignment.ranges()) == []
    assert alignment.to_raw(0, 0) == (0, 0)
    _, gone = rewrite("ab", [Change(0, 2, "", "hostile")])
    assert gone.to_clean(0, 2) == (0, 0)
    assert gone.to_raw(0, 0) == (2, 2)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 4), (2, 1)])
def test_ranges_outside_are_refused(start: int, end: int) -> None:
    """A range that does not lie in the text is an error, both ways."""
    alignment = Alignment.identity(3)
    with pytest.raises(IndexError):
        alignment.to_raw(start, end)
    with pytest.raises(IndexError):
        alignment.to_clean(start, end)


@pytest.mark.parametrize(
    "wrong",
    [
        [Change(1, 1, "x", "insert")],
        [Change(0, 2, "", "a"), Change(1, 3, "", "b")],
        [Change(1, 2, "", "a"), Change(0, 1, "", "b")],
        [Change(2, 9, "", "a")],
    ],
)
def test_changes_out_of_place_are_refused(wrong: list[Change]) -> None:
    """Changes that overlap, stand out of order, insert, or reach beyond the text raise."""
    with pytest.raises(ValueError, match="out of place"):
        rewrite("abc", wrong)


def test_characters_out_of_nothing_are_refused() -> None:
    """Every clean character comes from somewhere."""
    with pytest.raises(ValueError, match="not empty"):
        AlignmentBuilder().whole(2, 2, 1)
    with pytest.raises(ValueError, match="cannot compose"):
        Alignment.identity(2).compose(Alignment.identity(3))

"""Ranges of one revision in another: the words stay under them, nothing vanishes or crosses."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.following import Following, apart
from text.alignment import Alignment
from text.article import Revision
from text.change import Change, rewrite

RAW = "實(shí)現稅金,,濟(jì)源高地?!卑肷交增长"


def revision(raw: str, *changes: Change) -> Revision:
    """What `changes` make of `raw`."""
    text, alignment = rewrite(raw, changes)
    return Revision(text, alignment, "1")


def at(text: str, words: str) -> tuple[int, int]:
    """The first range of `words`."""
    start = text.index(words)
    return start, start + len(words)


PINYIN = Change(1, 6, "", "pinyin")
COMMAS = Change(9, 11, "，", "doubled")
DAMAGE = (RAW.index("?"), RAW.index("增"))
RESTORED = Change(*DAMAGE, "。”半山基", "gbk", whole=True)


def test_what_no_ruling_touched_stays_where_it_was() -> None:
    """Two characters within a run that was restored as a whole do not swell to all of it."""
    old = revision(RAW, PINYIN, COMMAS, RESTORED)
    new = revision(RAW, COMMAS, RESTORED)
    following = Following(old, new)
    assert following.range(*at(old.text, "半山")) == at(new.text, "半山")
    assert following.range(*at(old.text, "增长")) == at(new.text, "增长")


def test_what_came_back_inside_a_span_is_part_of_it() -> None:
    """A gloss refused to go stands within the words again; before or after them it stays out."""
    old, new = revision(RAW, PINYIN), revision(RAW)
    following = Following(old, new)
    assert following.range(*at(old.text, "實現稅金")) == at(new.text, "實(shí)現稅金")
    assert following.range(*at(old.text, "現稅金")) == at(new.text, "現稅金")


def test_a_span_on_what_is_gone_keeps_its_place() -> None:
    """One character, at the end the last one."""
    old, new = revision("(甲)乙"), revision("(甲)乙", Change(0, 3, "", "gone"))
    assert Following(old, new).range(0, 2) == (0, 1)
    old, new = revision("乙(甲)"), revision("乙(甲)", Change(1, 4, "", "gone"))
    assert Following(old, new).range(2, 3) == (0, 1)


def test_what_is_settled_otherwise_keeps_what_both_readings_share() -> None:
    """Beginning and end of the run stay in step; between them all stands for all."""
    other = Change(*DAMAGE, "。”华山脚下基", "gbk", whole=True)
    old, new = revision(RAW, RESTORED), revision(RAW, other)
    following = Following(old, new)
    assert following.range(*at(old.text, "基增长")) == at(new.text, "基增长")
    assert following.range(*at(old.text, "。”")) == at(new.text, "。”")
    assert following.range(*at(old.text, "半")) == at(new.text, "华山脚下")


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Revision, Revision]:
    """Two revisions of one raw text, each changed in places of its own; neither is empty."""
    raw = draw(st.text("甲乙丙丁", min_size=1, max_size=14))

    def one() -> Revision:
        cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=6, unique=True)))
        changes = [
            Change(
                start, end, draw(st.text("甲乙戊己", max_size=4)), "x", whole=draw(st.booleans())
            )
            for start, end in list(pairwise(cuts))[::2]
        ]
        made = revision(raw, *changes)
        return made if made.text else Revision(raw, Alignment.identity(len(raw)), "1")

    return one(), one()


@settings(deadline=None)
@given(revisions(), st.data())
def test_ranges_stay_within_and_in_order(
    pair: tuple[Revision, Revision], data: st.DataObject
) -> None:
    """Every range finds one that is not empty; none that came first comes last."""
    old, new = pair
    following = Following(old, new)
    edges = st.integers(0, len(old.text))
    ranges = sorted(
        (min(a, b), max(a, b))
        for a, b in data.draw(st.lists(st.tuples(edges, edges), max_size=5))
        if a != b
    )
    found = [following.range(*it) for it in ranges]
    assert all(0 <= start < end <= len(new.text) for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)


@given(revisions())
def test_the_same_revision_changes_nothing(pair: tuple[Revision, Revision]) -> None:
    """Every character is led to itself."""
    old, _ = pair
    following = Following(old, old)
    ones = [(n, n + 1) for n in range(len(old.text))]
    assert [following.range(*one) for one in ones] == ones


@given(st.integers(1, 12), st.data())
def test_ranges_are_set_apart(length: int, data: st.DataObject) -> None:
    """In order, without a shared character, none empty; None only where there is no room at all."""
    start = st.integers(0, length - 1)
    drawn = data.draw(st.lists(st.tuples(start, st.integers(1, 5)), max_size=14))
    ranges = sorted((first, min(first + size, length)) for first, size in drawn)
    placed = apart(ranges, length)
    if placed is None:
        assert len(ranges) > length
        return
    assert len(placed) == len(ranges)
    assert all(0 <= first < last <= length for first, last in placed)
    assert all(left[1] <= right[0] for left, right in pairwise(placed))
    if all(left[1] <= right[0] for left, right in pairwise(ranges)):
        assert placed == ranges

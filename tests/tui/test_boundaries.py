"""Likely boundaries, and spans parted and joined."""

from __future__ import annotations

import asyncio
from unittest.mock import MagicMock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.mark import Mark, State
from store.reading import Reading
from suggest.client import WorkerError
from tests.tui.test_bench import SIZE, current_words, key_line, press, session_of
from tests.tui.test_session import by_words, words
from text.scheme import default_scheme
from text.span import Span
from tui.app import JinbiaoApp
from tui.page.words import Words
from tui.review.boundaries import likely
from tui.review.cycling import Cycling
from tui.review.effort import EffortMeter
from tui.review.parting import join, split
from tui.review.readings import AROUND, Readings
from tui.review.session import Session


def offered(session: Session, mark: Mark, *readings: Span) -> list[str]:
    """The words that `mark` may take."""
    return [session.text[start:end] for start, end in likely(session, mark, readings)]


def added(session: Session, label: str, some: str) -> Mark:
    """A new mark on the first place of `some`."""
    start = session.text.index(some)
    session.select(start, start + len(some))
    session.label(label)
    assert session.current is not None
    return session.current


def test_a_name_is_offered_with_the_post_behind_it(session: Session) -> None:
    """With the span beside it, and back without it."""
    assert "嘉善县委书记" in offered(session, by_words(session, "嘉善县委"))
    whole = added(session, "ORG", "嘉善县委书记")
    assert "嘉善县委" in offered(session, whole)


def test_parts_of_words_are_made_whole(session: Session) -> None:
    """Both ways, by the segmenter's words."""
    session.cursor.words = Words(session.text, [0, 4, 6, 9])
    mark = added(session, "ORG", "善县委书记")
    assert {"嘉善县委书记", "书记"} <= set(offered(session, mark))


def test_what_others_read_is_offered_near_by_and_in_its_layer(session: Session) -> None:
    """A target is no reading of a name, nor is what begins far away."""
    mark = by_words(session, "江海洋")
    span = mark.span
    near = Span(span.start, span.end - 1, "LOC")
    target = Span(span.start, span.end + 2, "TARGET")
    far = Span(span.start, span.end + 14, "ORG")
    found = offered(session, mark, near, target, far)
    assert "江海" in found
    assert not any(len(it) > 6 for it in found)


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("印发《行动方案》通知", "《行动方案》", "行动方案"),
        ("印发《行动方案》通知", "行动方案", "《行动方案》"),
        ("中科院（嘉善）签约", "中科院（嘉善）", "中科院"),
        ("中科院（嘉善）签约", "中科院", "中科院（嘉善）"),
    ],
)
def test_brackets_come_and_go_as_a_pair(
    reading: Reading, session: Session, text: str, span: str, wanted: str
) -> None:
    """With and without what stands around a name, or behind it."""
    start = text.index(span)
    fresh = Session(reading, text, session.scheme, Words(text), session.meter)
    mark = Mark("a1", Span(start, start + len(span), "PROGRAM"), State.ADDED, None)
    assert wanted in offered(fresh, mark)


@given(st.data())
def test_what_is_offered_is_a_range_that_keeps_clear_of_others(data: st.DataObject) -> None:
    """Whatever readings come, ranges are within the line, overlap the span, and differ."""
    text = "甲《乙丙》丁（戊）\n己“庚辛”壬"
    size = len(text)
    places = st.tuples(st.integers(-3, size + 3), st.integers(-3, size + 3))
    readings = [Span(*place, "ORG") for place in data.draw(st.lists(places, max_size=6))]
    start = data.draw(st.integers(0, size - 1).filter(lambda i: text[i] != "\n"))
    mark = Mark("a1", Span(start, start + 1, "ORG"), State.ADDED, None)
    found = likely(_bare(text), mark, readings)
    assert found[0] == (start, start + 1)
    assert len(set(found)) == len(found)
    for first, last in found:
        assert 0 <= first <= start < last <= size
        assert "\n" not in text[first:last]


def _bare(text: str) -> Session:
    """A session without a store."""
    reading = MagicMock(spec=Reading, marks=(), resume=(None, 0))
    return Session(reading, text, default_scheme(), Words(text), EffortMeter())


def test_going_around_comes_back_to_what_was(session: Session) -> None:
    """The last press undoes: the suggestion waits again, as before the first."""
    cycling, before = Cycling(), session.current
    assert before is not None
    seen = []
    for _ in likely(session, before):
        cycling.go_on(session)
        seen.append(words(session))
    assert seen[-1] == "嘉善县委"
    assert len(set(seen)) == len(seen) > 1
    assert session.current == before


def test_one_undo_takes_all_of_the_cycle_back(session: Session) -> None:
    """However often the key was pressed."""
    before, cycling = session.current, Cycling()
    for _ in range(2):
        cycling.go_on(session, [Span(0, 2, "LOC")])
    assert session.current != before
    session.undo()
    assert session.current == before
    assert session.undo().edit is None


def test_after_something_else_it_begins_anew_and_undoes_nothing(session: Session) -> None:
    """What was taken stays where another key came between."""
    cycling = Cycling()
    cycling.go_on(session)
    taken = words(session)
    session.next_mark()
    session.previous_mark()
    cycling.go_on(session)
    assert words(session) != taken
    session.undo()
    assert words(session) == taken


async def test_b_asks_the_worker_too(app: JinbiaoApp) -> None:
    """What LAC reads stands in the ring, and the key line tells where in it one is."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "B")
        assert current_words(app) == "嘉善"
        assert "边界 2/" in key_line(app)
        await press(pilot, "u")
        assert current_words(app) == "嘉善县委"
        assert session_of(app).reading.undecided == 5


async def test_a_worker_that_is_slow_or_gone_keeps_nobody(session: Session) -> None:
    """Nothing is waited for long; an answer that comes late is there the next time."""
    mark = session.current
    assert mark is not None
    gate = asyncio.Event()

    async def slow(text: str) -> list[Span]:
        await gate.wait()
        return [Span(0, len(text), "ORG")]

    late = Readings(slow)
    assert await late.of(mark, session.text) == []
    gate.set()
    await asyncio.sleep(0)
    (found,) = await late.of(mark, session.text)
    assert "\n" not in session.text[found.start : found.end]
    assert found.end <= mark.span.end + AROUND

    async def gone(text: str) -> list[Span]:
        raise WorkerError("gone")

    assert await Readings(gone).of(mark, session.text) == []


def test_a_span_is_split_at_the_cursor(session: Session) -> None:
    """The innermost that has it inside; one undo joins it again."""
    session.put_caret(session.text.index("县委"))
    split(session)
    assert words(session) == "嘉善"
    assert by_words(session, "县委").span.label == "ORG"
    session.undo()
    assert by_words(session, "嘉善县委").state is State.SUGGESTED


def test_at_an_edge_there_is_nothing_to_split(session: Session) -> None:
    """The reviewer is told what to do first."""
    outcome = split(session)
    assert outcome.edit is None
    assert "光标" in (outcome.notice or "")


def test_two_spans_of_a_label_are_joined(session: Session) -> None:
    """What was split comes together, with what is between."""
    session.put_caret(session.text.index("县委"))
    split(session)
    outcome = join(session)
    assert outcome.edit is not None
    assert words(session) == "嘉善县委"


def test_other_labels_and_other_paragraphs_are_not_joined(session: Session) -> None:
    """The notice says why."""
    assert "职务" in (join(session).notice or "")
    session.go_to(session.reading.marks[-1])
    assert "没有可并" in (join(session).notice or "")

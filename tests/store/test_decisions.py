"""The verbs on one mark: what each makes of it."""

from __future__ import annotations

import pytest

from store.errors import DecisionError
from store.mark import State
from store.reading import Effort, Reading
from tests.store.building import TEXT, find, place, words
from text.scheme import SchemeError


def test_suggestions_are_shown_in_text_order(reading: Reading) -> None:
    """By start, the longer first, the entity before the target."""
    reading.add(*place("工业总产值"), "ORG")
    reading.add(*place("工业总产值突破2300亿元"), "PROJECT")
    assert words(reading) == [
        ("甘肃科技集团", "ORG", "suggested"),
        ("党委书记", "TITLE", "suggested"),
        ("张利明", "PER", "suggested"),
        ("工业总产值突破2300亿元", "PROJECT", "added"),
        ("工业总产值突破2300亿元", "TARGET", "suggested"),
    ]
    assert reading.undecided == 4


def test_accept_keeps_the_mark_and_its_id(reading: Reading) -> None:
    """With who and when, and a copy of what was judged."""
    before = find(reading, "张利明")
    edit = reading.accept(before.id, Effort(1.5, 2))
    after = reading.mark(before.id)
    assert edit
    assert (edit.verb, edit.mark, edit.touched) == ("accept", before.id, (before.id,))
    assert after
    assert (after.state, after.annotator, after.decided) == (State.ACCEPTED, "ann", edit.at)
    assert (after.span, after.suggested) == (before.span, before.suggested)
    assert reading.undecided == 3


def test_accepting_what_is_kept_changes_nothing(reading: Reading) -> None:
    """Accepted, corrected and added marks are left as they are."""
    accepted, corrected = find(reading, "张利明"), find(reading, "党委书记")
    reading.accept(accepted.id)
    reading.relabel(corrected.id, "ORG")
    added = reading.add(*place("2025年"), "EVENT")
    assert added
    assert added.mark
    for mark_id in (accepted.id, corrected.id, added.mark):
        assert reading.accept(mark_id) is None


def test_reject_leaves_the_mark_to_be_seen(reading: Reading) -> None:
    """A rejected suggestion stays in the list, and can be accepted after all."""
    mark = find(reading, "张利明")
    assert reading.reject(mark.id)
    assert ("张利明", "PER", "rejected") in words(reading)
    assert reading.reject(mark.id) is None
    assert reading.accept(mark.id)
    assert ("张利明", "PER", "accepted") in words(reading)


def test_rejecting_a_correction_rejects_what_was_suggested(reading: Reading) -> None:
    """The gold set's rejected list tells what the suggester got wrong."""
    mark = find(reading, "党委书记")
    reading.move(mark.id, mark.span.start, mark.span.end - 2)
    reading.relabel(mark.id, "ORG")
    reading.reject(mark.id)
    assert ("党委书记", "TITLE", "rejected") in words(reading)


def test_rejecting_an_added_span_deletes_it(reading: Reading) -> None:
    """There is nothing that was suggested."""
    edit = reading.add(*place("2025年"), "EVENT")
    assert edit
    assert edit.mark
    gone = reading.reject(edit.mark)
    assert gone
    assert gone.touched == (edit.mark,)
    assert reading.mark(edit.mark) is None


def test_relabel_corrects_and_going_back_accepts(reading: Reading) -> None:
    """The state says how the span compares with the suggestion, not how it got there."""
    mark = find(reading, "党委书记")
    reading.relabel(mark.id, "ORG")
    assert ("党委书记", "ORG", "corrected") in words(reading)
    reading.relabel(mark.id, "TITLE")
    assert ("党委书记", "TITLE", "accepted") in words(reading)
    assert reading.relabel(mark.id, "TITLE") is None


def test_relabelling_with_the_suggested_label_accepts(reading: Reading) -> None:
    """Saying what it says already is agreement; after a rejection too."""
    mark = find(reading, "张利明")
    reading.relabel(mark.id, "PER")
    assert ("张利明", "PER", "accepted") in words(reading)
    reading.reject(mark.id)
    reading.relabel(mark.id, "PER")
    assert ("张利明", "PER", "accepted") in words(reading)


def test_relabel_drops_attributes_that_the_label_cannot_have(reading: Reading) -> None:
    """A RESULT has a value as a TARGET has, an AIM has none."""
    mark = find(reading, "工业总产值突破2300亿元")
    reading.relabel(mark.id, "RESULT")
    kept = reading.mark(mark.id)
    assert kept
    assert kept.span.attributes == {"value": "2300", "unit": "亿元"}
    reading.relabel(mark.id, "PROJECT")
    bare = reading.mark(mark.id)
    assert bare
    assert not bare.span.attributes


def test_an_unknown_label_is_refused(reading: Reading) -> None:
    """And nothing is changed."""
    before = reading.marks
    with pytest.raises(SchemeError):
        reading.relabel(before[0].id, "NOPE")
    with pytest.raises(SchemeError):
        reading.add(0, 2, "NOPE")
    assert reading.marks == before


def test_add_makes_a_span_of_its_own(reading: Reading) -> None:
    """With an id that no other mark has."""
    first = reading.add(*place("2025年"), "EVENT")
    second = reading.add(*place("2300亿元"), "PROJECT")
    assert first
    assert second
    assert first.mark != second.mark
    assert ("2025年", "EVENT", "added") in words(reading)


def test_adding_what_was_suggested_accepts_it(reading: Reading) -> None:
    """The same range and label is agreement, and after a rejection a change of mind."""
    mark = find(reading, "张利明")
    for _ in range(2):
        edit = reading.add(mark.span.start, mark.span.end, "PER")
        assert edit
        assert edit.mark == mark.id
        assert ("张利明", "PER", "accepted") in words(reading)
        reading.reject(mark.id)
    reading.accept(mark.id)
    assert reading.add(mark.span.start, mark.span.end, "PER") is None


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_adding_no_range_is_refused(reading: Reading, start: int, end: int) -> None:
    """It says what ranges there are."""
    with pytest.raises(DecisionError, match=f"0:{len(TEXT)}"):
        reading.add(start, end, "ORG")


def test_labelling_over_replaces_in_one_edit(reading: Reading) -> None:
    """Suggestions under it are rejected, kept spans too, added ones deleted; one undo."""
    reading.accept(find(reading, "党委书记").id)
    added = reading.add(*place("说"), "EVENT")
    before = reading.marks
    over = reading.add(*place("科技集团党委书记张利明说"), "ORG")
    assert over
    assert added
    assert words(reading)[:4] == [
        ("甘肃科技集团", "ORG", "rejected"),
        ("科技集团党委书记张利明说", "ORG", "added"),
        ("党委书记", "TITLE", "rejected"),
        ("张利明", "PER", "rejected"),
    ]
    assert over.touched[0] == over.mark
    assert len(over.touched) == 5
    reading.undo()
    assert reading.marks == before


def test_labelling_over_leaves_the_other_layer(reading: Reading) -> None:
    """A target over entities replaces none of them."""
    reading.add(0, len(TEXT), "AIM")
    states = {state for _, label, state in words(reading) if label not in ("AIM", "TARGET")}
    assert states == {"suggested"}
    assert ("工业总产值突破2300亿元", "TARGET", "rejected") in words(reading)


def test_relabelling_into_the_other_layer_replaces_there(reading: Reading) -> None:
    """What it covers in the new layer gives way."""
    reading.accept(find(reading, "工业总产值突破2300亿元").id)
    edit = reading.add(*place("总产值"), "ORG")
    assert edit
    assert edit.mark
    reading.relabel(edit.mark, "RESULT")
    assert ("总产值", "RESULT", "added") in words(reading)
    assert ("工业总产值突破2300亿元", "TARGET", "rejected") in words(reading)


def test_describe_sets_the_attributes(reading: Reading) -> None:
    """Empty ones are left out, those that the label cannot have refused."""
    mark = find(reading, "工业总产值突破2300亿元")
    reading.describe(mark.id, {"value": "2300", "unit": "亿元", "certainty": ""})
    assert ("工业总产值突破2300亿元", "TARGET", "accepted") in words(reading)
    reading.describe(mark.id, {"value": "2400"})
    assert ("工业总产值突破2300亿元", "TARGET", "corrected") in words(reading)
    assert reading.describe(mark.id, {"value": "2400"}) is None
    with pytest.raises(DecisionError, match="TARGET has no colour"):
        reading.describe(mark.id, {"colour": "red"})


def test_a_mark_that_is_not_shown_is_refused(reading: Reading) -> None:
    """Unknown or hidden, every verb says so."""
    for verb in (
        lambda: reading.accept("s0-1-ORG"),
        lambda: reading.reject("s0-1-ORG"),
        lambda: reading.relabel("s0-1-ORG", "PER"),
        lambda: reading.move("s0-1-ORG", 0, 2),
    ):
        with pytest.raises(DecisionError, match="no mark s0-1-ORG"):
            verb()


def test_comment_and_flag_are_edits(reading: Reading) -> None:
    """They can be undone, and say when nothing changes."""
    assert reading.set_comment("数字可疑\n?")
    assert reading.set_flag(True)
    assert (reading.comment, reading.flag) == ("数字可疑\n?", True)
    assert reading.set_flag(True) is None
    reading.undo()
    reading.undo()
    assert (reading.comment, reading.flag) == (None, False)
    assert reading.set_comment("") is None


def test_finish_and_reopen(reading: Reading) -> None:
    """A finished article can still be decided on; twice finished is once."""
    assert reading.finish()
    assert reading.finish() is None
    assert reading.status == "done"
    reading.accept(find(reading, "张利明").id)
    assert reading.status == "done"
    assert reading.reopen()
    assert reading.status == "open"

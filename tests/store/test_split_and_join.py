"""One span made two, and two made one."""

from __future__ import annotations

import pytest

from store.edit import Relation
from store.errors import DecisionError
from store.mark import State
from store.reading import Reading
from store.store import Store
from tests.store.building import TEXT, article, find, place, suggest, words


def spans(reading: Reading, label: str) -> list[tuple[str, str]]:
    """Words and state of the marks of a label."""
    return [(on, state) for on, name, state in words(reading) if name == label]


def test_a_span_is_split(reading: Reading) -> None:
    """Two spans of its label in one edit; the first is the mark that it was."""
    mark = find(reading, "甘肃科技集团")
    before = reading.marks
    edit = reading.split(mark.id, mark.span.start + 2)
    assert edit
    assert (edit.verb, edit.mark) == ("split", mark.id)
    assert spans(reading, "ORG") == [("甘肃", "corrected"), ("科技集团", "added")]
    assert {m.id for m in reading.marks} - {m.id for m in before} <= set(edit.touched)
    assert reading.undo()
    assert reading.marks == before
    assert reading.redo()
    assert spans(reading, "ORG") == [("甘肃", "corrected"), ("科技集团", "added")]


def test_the_first_part_keeps_attributes_and_relations(reading: Reading) -> None:
    """Of the second nobody has said anything yet."""
    target, firm = find(reading, "工业总产值突破2300亿元"), find(reading, "甘肃科技集团")
    reading.relate(target.id, firm.id)
    assert reading.split(firm.id, firm.span.start + 2)
    assert reading.relations == {Relation(target.id, "owner", firm.id)}
    assert find(reading, "工业总产值突破2300亿元").span.attributes["owner"] == "甘肃"
    assert reading.split(target.id, target.span.start + 5)
    first, second = find(reading, "工业总产值", "TARGET"), find(reading, "突破2300亿元")
    assert first.span.attributes == {"value": "2300", "unit": "亿元", "owner": "甘肃"}
    assert second.span.attributes == {}


def test_where_the_second_part_was_suggested_that_is_accepted(store: Store) -> None:
    """So the gold set knows who suggested it; what else lies across the parts is rejected."""
    it = article()
    store.add(it)
    found = [suggest(on, "ORG") for on in ("甘肃科技集团", "科技集团", "肃科")]
    store.put_suggestions(it.id, "jinbiao", "1", found)
    reading = store.reading(it.id)
    mark = find(reading, "甘肃科技集团")
    assert reading.split(mark.id, mark.span.start + 2)
    assert spans(reading, "ORG") == [
        ("甘肃", "corrected"),
        ("肃科", "rejected"),
        ("科技集团", "accepted"),
    ]


@pytest.mark.parametrize("offset", [-1, 0, 6, 7])
def test_there_is_nothing_to_split_at_an_edge(reading: Reading, offset: int) -> None:
    """Nor outside."""
    mark = find(reading, "甘肃科技集团")
    with pytest.raises(DecisionError, match="nothing to split"):
        reading.split(mark.id, mark.span.start + offset)
    with pytest.raises(DecisionError, match="no mark"):
        reading.split("a0", 3)


def test_two_spans_are_joined(reading: Reading) -> None:
    """With what stands between them; named in either order; in one edit."""
    first = find(reading, "甘肃科技集团")
    reading.add(*place("党委"), "ORG")
    second = find(reading, "党委")
    before = reading.marks
    for pair in ((first.id, second.id), (second.id, first.id)):
        edit = reading.join(*pair)
        assert edit
        assert (edit.verb, edit.mark) == ("join", first.id)
        assert spans(reading, "ORG") == [("甘肃科技集团党委", "corrected")]
        assert reading.undo()
        assert reading.marks == before


def test_a_joined_span_has_what_either_had(reading: Reading) -> None:
    """Attributes and relations; where both had one, the first's counts."""
    firm = find(reading, "甘肃科技集团")
    reading.add(*place("到2025年"), "TARGET")
    first, last = find(reading, "到2025年"), find(reading, "工业总产值突破2300亿元")
    reading.describe(first.id, {"period": "2025", "value": "1"})
    reading.relate(last.id, firm.id)
    assert reading.join(first.id, last.id)
    (joined,) = (m for m in reading.marks if m.span.label == "TARGET" and m.state.kept)
    assert joined.id == first.id
    assert joined.state is State.ADDED
    assert joined.span.attributes == {
        "period": "2025",
        "value": "1",
        "unit": "亿元",
        "owner": "甘肃科技集团",
    }
    assert reading.relations == {Relation(first.id, "owner", firm.id)}
    assert reading.undo()
    assert reading.relations == {Relation(last.id, "owner", firm.id)}


def test_an_owner_that_is_joined_stays_the_owner(reading: Reading) -> None:
    """Under its new words, whichever of the two it was."""
    reading.add(*place("甘肃"), "ORG")
    reading.add(*place("科技集团"), "ORG")
    first, last = find(reading, "甘肃"), find(reading, "科技集团")
    target = find(reading, "工业总产值突破2300亿元")
    reading.relate(target.id, last.id)
    assert reading.join(first.id, last.id)
    assert reading.relations == {Relation(target.id, "owner", first.id)}
    owner = find(reading, "工业总产值突破2300亿元").span.attributes["owner"]
    assert owner == "甘肃科技集团"


def test_what_cannot_be_joined(reading: Reading) -> None:
    """A span with itself, two labels, and across another span of the layer."""
    firm, title = find(reading, "甘肃科技集团"), find(reading, "党委书记")
    start = TEXT.rindex("甘肃科技集团")
    edit = reading.add(start, start + 6, "ORG")
    assert edit
    assert edit.mark
    wrong = find(reading, "张利明")
    reading.add(*place("张"), "PER")
    assert find(reading, "张利明").state is State.REJECTED
    person = find(reading, "张").id
    for one, other in ((firm.id, firm.id), (firm.id, title.id), (person, wrong.id)):
        with pytest.raises(DecisionError, match="cannot be joined"):
            reading.join(one, other)
    reading.accept(title.id)
    before = reading.marks
    with pytest.raises(DecisionError, match="between"):
        reading.join(firm.id, edit.mark)
    assert reading.marks == before

"""Owners: relations between spans, and the attribute that holds their words."""

from __future__ import annotations

import pytest

from store.edit import Relation
from store.errors import DecisionError
from store.mark import Mark
from store.reading import Reading
from tests.store.building import article, find, words
from tests.store.conftest import OpenStore

FIGURE = "工业总产值突破2300亿元"


@pytest.fixture
def target(reading: Reading) -> Mark:
    """The suggested target."""
    return find(reading, FIGURE)


@pytest.fixture
def owner(reading: Reading) -> Mark:
    """The suggested organisation."""
    return find(reading, "甘肃科技集团")


def attribute(reading: Reading, mark: Mark) -> str | None:
    """The owner that a mark names."""
    now = reading.mark(mark.id)
    return now.span.attributes.get("owner") if now else None


def test_relating_keeps_both_and_names_the_owner(
    reading: Reading, target: Mark, owner: Mark
) -> None:
    """Choosing an owner says that both spans are right; one undo."""
    edit = reading.relate(target.id, owner.id)
    assert edit
    assert set(edit.touched) == {target.id, owner.id}
    assert reading.relations == {Relation(target.id, "owner", owner.id)}
    assert attribute(reading, target) == "甘肃科技集团"
    assert ("甘肃科技集团", "ORG", "accepted") in words(reading)
    assert (FIGURE, "TARGET", "corrected") in words(reading)
    assert reading.relate(target.id, owner.id) is None
    reading.undo()
    assert reading.relations == set()
    assert reading.undecided == 4


def test_another_owner_takes_the_place_of_the_first(
    reading: Reading, target: Mark, owner: Mark
) -> None:
    """A target has one owner; None takes it away."""
    person = find(reading, "张利明")
    reading.relate(target.id, owner.id)
    reading.relate(target.id, person.id)
    assert reading.relations == {Relation(target.id, "owner", person.id)}
    assert attribute(reading, target) == "张利明"
    reading.relate(target.id, None)
    assert reading.relations == set()
    assert attribute(reading, target) is None
    assert (FIGURE, "TARGET", "accepted") in words(reading)


def test_a_relation_goes_with_either_end(reading: Reading, target: Mark, owner: Mark) -> None:
    """And comes back with undo."""
    for gone in (target, owner):
        reading.relate(target.id, owner.id)
        reading.reject(gone.id)
        assert reading.relations == set()
        reading.undo()
        assert reading.relations == {Relation(target.id, "owner", owner.id)}


def test_the_name_follows_the_owners_edges(reading: Reading, target: Mark, owner: Mark) -> None:
    """The attribute is the words of the span, also when that moves."""
    reading.relate(target.id, owner.id)
    edit = reading.move(owner.id, owner.span.start + 2, owner.span.end)
    assert edit
    assert set(edit.touched) == {owner.id, target.id}
    assert attribute(reading, target) == "科技集团"


def test_a_label_without_owner_loses_it(reading: Reading, target: Mark, owner: Mark) -> None:
    """A target that turns out to be a project belongs to nobody."""
    reading.relate(target.id, owner.id)
    reading.relabel(target.id, "PROJECT")
    assert reading.relations == set()


def test_relations_are_there_after_a_restart(
    open_store: OpenStore, reading: Reading, target: Mark, owner: Mark
) -> None:
    """They are rows like others."""
    reading.relate(target.id, owner.id)
    assert open_store().reading(article().id).relations == reading.relations


def test_what_can_own_nothing_is_refused(reading: Reading, target: Mark, owner: Mark) -> None:
    """An entity has no owner, and nothing owns itself."""
    for head, child in ((owner, target), (target, target)):
        with pytest.raises(DecisionError, match="cannot be the owner"):
            reading.relate(head.id, child.id)


def test_an_owner_in_other_words_takes_the_place_of_a_related_one(
    reading: Reading, target: Mark, owner: Mark
) -> None:
    """Who writes the owner does not mean the span any longer; other attributes leave it be."""
    reading.relate(target.id, owner.id)
    told = dict(find(reading, FIGURE).span.attributes)
    reading.describe(target.id, {**told, "period": "2025"})
    assert reading.relations == {Relation(target.id, "owner", owner.id)}
    reading.describe(target.id, {**told, "owner": "全集团"})
    assert reading.relations == set()
    assert attribute(reading, target) == "全集团"
    reading.undo()
    assert reading.relations == {Relation(target.id, "owner", owner.id)}
    assert attribute(reading, target) == "甘肃科技集团"

"""Undo and redo: edits like others, across restarts."""

from __future__ import annotations

import json

import pytest

from store.errors import StoreError
from store.reading import Effort, Reading
from store.store import Store
from tests.store.building import article, find, place, words
from tests.store.conftest import OpenStore


def test_undo_and_redo_walk_the_same_way_back_and_forth(reading: Reading) -> None:
    """Every state comes back exactly, times and people included."""
    states = [(reading.marks, reading.status)]
    reading.accept(find(reading, "甘肃科技集团").id)
    states.append((reading.marks, reading.status))
    reading.add(*place("科技集团党委"), "ORG")
    states.append((reading.marks, reading.status))
    reading.reject(find(reading, "张利明").id)
    states.append((reading.marks, reading.status))
    reading.finish()
    states.append((reading.marks, reading.status))
    for state in reversed(states[:-1]):
        assert reading.undo()
        assert (reading.marks, reading.status) == state
    assert reading.undo() is None
    for state in states[1:]:
        assert reading.redo()
        assert (reading.marks, reading.status) == state
    assert reading.redo() is None


def test_undo_reaches_across_a_restart(open_store: OpenStore, reading: Reading) -> None:
    """So does redo."""
    before = words(reading)
    reading.accept(find(reading, "张利明").id)
    after = words(reading)
    again = open_store().reading(article().id)
    assert again.undo()
    assert words(again) == before
    once_more = open_store().reading(article().id)
    assert once_more.redo()
    assert words(once_more) == after


def test_a_new_edit_cuts_off_redo(reading: Reading) -> None:
    """What was undone is only in the log then."""
    reading.accept(find(reading, "张利明").id)
    reading.undo()
    reading.accept(find(reading, "党委书记").id)
    assert reading.redo() is None


def test_undo_says_what_it_took_back(reading: Reading) -> None:
    """The edit that it undoes, and the marks that look different."""
    done = reading.accept(find(reading, "张利明").id)
    undone = reading.undo(Effort(0.5, 1))
    assert done
    assert undone
    assert (undone.verb, undone.undoes, undone.touched) == ("undo", done.id, done.touched)
    redone = reading.redo()
    assert redone
    assert (redone.verb, redone.undoes) == ("redo", undone.id)


def test_many_undos_and_redos(reading: Reading) -> None:
    """The log grows, the marks stay right."""
    mark = find(reading, "张利明")
    for _ in range(60):
        reading.reject(mark.id)
        reading.accept(mark.id)
    for _ in range(120):
        assert reading.undo()
    assert reading.undecided == 4
    for _ in range(120):
        assert reading.redo()
    assert reading.mark(mark.id) == find(reading, "张利明")
    assert ("张利明", "PER", "accepted") in words(reading)


def test_the_log_tells_who_did_what_from_what(reading: Reading, store: Store) -> None:
    """With the words, what they cost, and the rows before and after."""
    mark = find(reading, "张利明")
    reading.accept(mark.id, Effort(2.5, 3))
    reading.reject(mark.id)
    rows = store.db.rows("SELECT person, verb, seconds, keys, before, after FROM edits")
    first, second = rows
    assert first[:4] == ("ann", "accept", 2.5, 3)
    assert json.loads(first[4]) == {}
    (after,) = json.loads(first[5])["spans"]
    assert (after["text"], after["state"], after["suggested"]["by"]) == (
        "张利明",
        "accepted",
        "lac",
    )
    assert json.loads(second[4]) == json.loads(first[5])


def test_the_log_cannot_be_changed(reading: Reading, store: Store) -> None:
    """Neither a line nor its absence."""
    reading.finish()
    for statement in ("UPDATE edits SET person = 'bob'", "DELETE FROM edits"):
        with pytest.raises(StoreError, match="append-only"):
            store.db.run(statement)
    assert store.db.rows("SELECT person, verb FROM edits") == [("ann", "finish")]

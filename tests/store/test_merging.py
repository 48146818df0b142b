"""Two stores made one: nothing lost, nothing twice, and what cannot be told apart is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.backup import automatic_backups
from store.checking import check
from store.database import APPLICATION_ID, VERSION
from store.driver import driver
from store.errors import StoreError
from store.formats.gold import gold_lines
from store.store import Store
from tests.store.building import article, find, repaired_article, suggest
from tests.store.conftest import OpenStore
from tests.store.test_migrations import old_store
from tests.store.test_opening import more_labels
from text.scheme import default_scheme

IT = article()
RUN = [suggest("甘肃科技集团", "ORG"), suggest("张利明", "PER")]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Bob's store on another machine, with an article of which he decided."""
    store = Store.open(tmp_path / "other.db", "bob", default_scheme())
    store.add(IT)
    store.put_suggestions(IT.id, "jinbiao", "1", RUN)
    reading = store.reading(IT.id)
    reading.accept(find(reading, "张利明").id)
    reading.add(0, 2, "LOC")
    reading.undo()
    yield store
    store.close()


def findings(store: Store) -> list[str]:
    """What `check` finds wrong."""
    return [finding.what for finding in check(store.db, store.scheme) if finding.wrong]


def test_everything_of_another_store_comes(
    store: Store, other: Store, open_store: OpenStore
) -> None:
    """Articles in their order, suggestions, decisions, and what can be undone and redone."""
    store.add(article("第一"))
    other.add(repaired_article())
    merged = store.merge(other.db.path)
    assert (merged.articles, merged.edits, merged.conflicts) == (2, 3, ())
    ids = [card.id for card in store.library()]
    assert ids == [article("第一").id, IT.id, repaired_article().id]
    assert store.article(repaired_article().id) == repaired_article()
    assert len(store.reading(IT.id).marks) == 2
    his = open_store("bob").reading(IT.id)
    assert his.marks == other.reading(IT.id).marks
    assert his.redo()
    assert his.undo()
    assert his.undo()
    assert findings(store) == []
    assert automatic_backups(store.db.path)


def test_new_articles_come_with_their_priority(store: Store, other: Store) -> None:
    """Those that were here keep their turn, and one that was taken back does not come again."""
    store.add(IT)
    raised = repaired_article()
    other.add(raised)
    other.prioritise(raised.id, 2)
    other.prioritise(IT.id, 1)
    store.merge(other.db.path)
    assert {card.id: card.priority for card in store.library()} == {IT.id: 0, raised.id: 2}
    assert store.next_open() == raised.id
    store.prioritise(raised.id, -2)
    store.merge(other.db.path)
    assert [card.priority for card in store.library()] == [0, 0]


def test_a_second_time_brings_nothing(store: Store, other: Store) -> None:
    """And the other store is not touched."""
    before = other.db.path.read_bytes()
    store.merge(other.db.path)
    again = store.merge(other.db.path)
    assert (again.articles, again.edits, again.conflicts) == (0, 0, ())
    assert other.db.path.read_bytes() == before


def test_work_goes_back_and_forth(store: Store, other: Store, open_store: OpenStore) -> None:
    """What went further on one side alone comes to the other, whichever it is."""
    store.merge(other.db.path)
    here = open_store("bob").reading(IT.id)
    here.accept(find(here, "甘肃科技集团").id)
    here.finish()
    assert store.merge(other.db.path).conflicts == ()
    assert other.merge(store.db.path).edits == 2
    there = other.reading(IT.id)
    assert (there.marks, there.status) == (here.marks, "done")
    there.reopen()
    assert store.merge(other.db.path).edits == 1
    here.refresh()
    assert here.status == "open"
    assert findings(store) == findings(other) == []


def test_what_went_on_in_both_is_told_and_kept_side_by_side(
    store: Store, other: Store, open_store: OpenStore
) -> None:
    """Nobody wins in silence, and nothing of either is lost."""
    store.merge(other.db.path)
    here, there = open_store("bob").reading(IT.id), other.reading(IT.id)
    here.set_comment("here")
    there.set_comment("there")
    there.finish()
    for edits in (5, 0, 0):
        merged = store.merge(other.db.path)
        assert merged.edits == edits
        (conflict,) = merged.conflicts
        assert "'bob' went on in both stores (1 edits here, 2 there)" in conflict
        assert "beside it as 'bob (other)'" in conflict
    here.refresh()
    assert (here.comment, here.status) == ("here", "open")
    beside = open_store("bob (other)").reading(IT.id)
    assert (beside.marks, beside.comment, beside.status) == (there.marks, "there", "done")
    assert findings(store) == []
    lines = [json.loads(line) for line in gold_lines(store, reading="bob (other)")]
    assert [line["meta"]["comment"] for line in lines] == ["there"]
    assert open_store("bob").stats().decided == other.stats().decided


def test_what_stands_beside_goes_on_as_well(
    store: Store, other: Store, open_store: OpenStore
) -> None:
    """It follows the other store, can be undone by itself, and is not taken for another's copy."""
    store.merge(other.db.path)
    open_store("bob").reading(IT.id).set_comment("here")
    there = other.reading(IT.id)
    there.set_comment("there")
    store.merge(other.db.path)
    there.finish()
    there.undo()
    assert store.merge(other.db.path).edits == 2
    beside = open_store("bob (other)").reading(IT.id)
    assert (beside.comment, beside.status, beside.marks) == ("there", "open", there.marks)
    assert beside.redo()
    assert beside.undo()
    assert store.merge(other.db.path).edits == 0
    assert findings(store) == []


def test_both_sides_end_with_both_readings(
    store: Store, other: Store, open_store: OpenStore
) -> None:
    """Each has its own under the person's name; what came from here does not come back twice."""
    store.merge(other.db.path)
    here, there = open_store("bob").reading(IT.id), other.reading(IT.id)
    here.set_comment("here")
    there.set_comment("there")
    assert store.merge(other.db.path).edits == 4
    assert other.merge(store.db.path).edits == 4
    for _ in range(2):
        assert store.merge(other.db.path).edits == other.merge(store.db.path).edits == 0
    names = "SELECT name FROM readings ORDER BY id"
    assert store.db.rows(names) == [("bob",), ("bob (other)",)]
    assert other.db.rows(names) == [("bob",), ("bob (jinbiao)",)]
    assert findings(store) == findings(other) == []


def test_a_third_store_gets_a_place_of_its_own(
    store: Store, other: Store, open_store: OpenStore, tmp_path: Path
) -> None:
    """Also where its file bears the same name."""
    store.merge(other.db.path)
    (tmp_path / "third").mkdir()
    other.backup(tmp_path / "third" / "other.db")
    third = Store.open(tmp_path / "third" / "other.db", "bob", default_scheme())
    for opened in (open_store("bob"), other, third):
        opened.reading(IT.id).set_comment(opened.db.path.parent.name)
    for path in (other.db.path, third.db.path, other.db.path, third.db.path):
        store.merge(path)
    names = [name for (name,) in store.db.rows("SELECT name FROM readings ORDER BY id")]
    assert names == ["bob", "bob (other)", "bob (other 2)"]
    assert open_store("bob (other 2)").reading(IT.id).comment == "third"
    assert findings(store) == []
    third.close()


def test_a_bulk_edit_stays_one(store: Store, other: Store, open_store: OpenStore) -> None:
    """Its lines come with their batch, and one undo takes all of it back."""
    second = article("甘肃科技集团又说。")
    other.add(second)
    run = [suggest("甘肃科技集团", "ORG", text=second.revision.text)]
    other.put_suggestions(second.id, "jinbiao", "1", run)
    found = list(other.identical("甘肃科技集团", "ORG"))
    other.decide_all(found[:1], "reject", found[1:])
    assert store.merge(other.db.path).edits == 5
    bob = open_store("bob")
    assert list(bob.identical("甘肃科技集团", "ORG")) == []
    undone = bob.reading(second.id).undo()
    assert undone
    assert undone.articles == 2
    assert list(bob.identical("甘肃科技集团", "ORG")) == found
    assert findings(store) == []


def test_each_persons_reading_is_their_own(store: Store, other: Store) -> None:
    """Ann's decisions on the same article stay as they are beside Bob's."""
    store.add(IT)
    store.put_suggestions(IT.id, "jinbiao", "1", RUN[:1])
    mine = store.reading(IT.id)
    mine.reject(find(mine, "甘肃科技集团").id)
    before = mine.marks
    assert store.merge(other.db.path).edits == 3
    mine.refresh()
    assert mine.marks == before
    assert findings(store) == []


def test_the_same_bytes_read_otherwise_are_told(store: Store, other: Store) -> None:
    """Offsets into one text mean nothing in the other."""
    store.add(replace(IT, raw=f"x{IT.raw[1:]}"))
    merged = store.merge(other.db.path)
    assert (merged.articles, merged.edits) == (0, 0)
    assert "another encoding" in merged.conflicts[0]
    assert findings(store) == []


def test_a_store_of_an_earlier_schema_comes_too(store: Store, tmp_path: Path) -> None:
    """A copy of it is brought up to date; itself it stays as it was."""
    old = old_store(1, tmp_path / "old.db")
    before = old.read_bytes()
    assert store.merge(old).edits == 6
    assert old.read_bytes() == before
    assert sorted(tmp_path.glob("old.db*")) == [old]
    assert findings(store) == []


def test_labels_that_the_scheme_lacks_are_refused(store: Store, tmp_path: Path) -> None:
    """Nothing of the store comes, not even its articles."""
    other = Store.open(tmp_path / "more.db", "bob", more_labels())
    other.add(IT)
    other.reading(IT.id).add(0, 2, "LAW")
    other.close()
    with pytest.raises(StoreError, match=r"LAW \(1\)"):
        store.merge(other.db.path)
    assert store.library() == []


def test_what_is_no_store_is_refused(store: Store, tmp_path: Path) -> None:
    """Under its own name, with what it is; this store is as it was, and so are its backups."""
    (tmp_path / "text").write_text("hello" * 1000)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    for name, version in (("theirs", 0), ("newer", VERSION + 1)):
        with closing(driver.connect(tmp_path / name)) as connection:
            connection.execute("CREATE TABLE things (thing)")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID if version else 77}")
            connection.execute(f"PRAGMA user_version = {version}")
    for name, what in {
        "missing.db": "there is no such file",
        "folder": "that is no file",
        "text": "cannot be read",
        "empty": "no store of jinbiao's",
        "theirs": "no store of jinbiao's",
        "newer": "made by a newer jinbiao",
    }.items():
        with pytest.raises(StoreError, match=what) as refused:
            store.merge(tmp_path / name)
        assert str(refused.value).startswith(f"store {tmp_path / name}: ")
    assert not automatic_backups(store.db.path)
    assert store.merge(store.db.path).edits == 0

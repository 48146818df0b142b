"""Many mentions decided at once: a preview, one transaction, one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.batches import Bulk
from store.checking import check
from store.errors import ConflictError, LaterEditsError, StoreError
from store.mark import State
from store.reading import Effort
from store.store import Store
from tests.store.building import article, suggest
from tests.store.conftest import OpenStore
from tests.store.firm import FIRM, IDS, put
from tests.store.test_failures import fill_up
from tests.store.test_revising import CLEAN, RAW, REFUSED, revision
from text.span import Suggestion


def states(store: Store) -> list[list[str]]:
    """The state of each mark of each article."""
    return [[mark.state.value for mark in store.reading(it).marks] for it in IDS]


def counts(store: Store) -> list[tuple[int, int]]:
    """What the queue shows."""
    return [(card.decided, card.undecided) for card in store.library()]


def sound(store: Store) -> bool:
    """Whether nothing is wrong with the store."""
    return not [finding for finding in check(store.db, store.scheme) if finding.wrong]


NEW = [["suggested", "suggested"], ["suggested", "suggested"], [], ["suggested"]]
DONE = [["accepted", "accepted"], ["suggested", "accepted"], [], ["accepted"]]


def test_all_in_one_transaction_and_one_undo(shelf: Store, open_store: OpenStore) -> None:
    """From whichever article, and in another sitting; redo likewise, and on and on."""
    found = list(shelf.identical(FIRM, "ORG"))
    assert shelf.decide_all(found, "accept", effort=Effort(2.0, 3)) == Bulk(4, 3, 0)
    assert states(shelf) == DONE
    assert counts(shelf) == [(2, 0), (1, 1), (0, 0), (1, 0)]
    logged = shelf.db.rows("SELECT verb, seconds, keys FROM edits")
    assert logged == [("accept", 2.0, 3), ("accept", 0.0, 0), ("accept", 0.0, 0)]
    assert shelf.db.row("SELECT count(DISTINCT batch) FROM edits") == (1,)
    again = open_store()
    for number in (3, 0, 1):
        reading = again.reading(IDS[number])
        undone = reading.undo()
        assert undone
        assert (undone.articles, undone.verb) == (3, "undo")
        assert states(shelf) == NEW
        assert counts(shelf) == [(0, 2), (0, 2), (0, 0), (0, 1)]
        redone = again.reading(IDS[1]).redo()
        assert redone
        assert (redone.articles, redone.touched) == (3, (found[2].mark,))
        assert states(shelf) == DONE
    assert shelf.reading(IDS[2]).undo() is None
    assert sound(shelf)


def test_a_rejection_is_a_bulk_edit_too(shelf: Store) -> None:
    """It is logged as what it is."""
    shelf.decide_all(shelf.identical(FIRM, "ORG", IDS[0]), "reject")
    assert states(shelf)[0] == ["rejected", "rejected"]
    (chapter,) = shelf.history(IDS[0])
    assert [line.verb for line in chapter.lines] == ["reject"]
    reading = shelf.reading(IDS[0])
    undone = reading.undo()
    assert undone
    assert undone.articles == 1
    assert states(shelf) == NEW


def test_what_was_left_out_stays_out(shelf: Store) -> None:
    """Of later offers, in any sitting; it is part of the edit, so undo offers it again."""
    found = list(shelf.identical(FIRM, "ORG"))
    assert shelf.decide_all(found[:1], "accept", found[1:2] + found[3:]) == Bulk(1, 2, 0)
    assert list(shelf.identical(FIRM, "ORG")) == found[2:3]
    assert [m.words for m in shelf.scored(0)] == ["张利明", FIRM]
    assert states(shelf)[0] == ["accepted", "suggested"]
    (chapter,) = shelf.history(IDS[3])
    assert [(line.verb, line.change.after.exceptions) for line in chapter.lines] == [
        ("except", (found[3].mark,))
    ]
    assert sound(shelf)
    assert shelf.reading(IDS[0]).undo()
    assert list(shelf.identical(FIRM, "ORG")) == found
    assert shelf.reading(IDS[3]).redo()
    assert list(shelf.identical(FIRM, "ORG")) == found[2:3]
    reading = shelf.reading(IDS[3])
    assert reading.accept(found[3].mark)
    assert sound(shelf)


def test_what_was_left_out_follows_into_another_revision(store: Store) -> None:
    """To where its words stand then; undo brings it back."""
    it = replace(article(RAW), raw=RAW, revision=revision())
    store.add(it)
    run = [suggest("李明", "PER", text=CLEAN)]
    store.put_suggestions(it.id, "jinbiao", "1", run)
    store.decide_all([], "accept", store.identical("李明", "PER"))
    reading = store.reading(it.id)
    assert reading.revise(revision(gloss=True), REFUSED)
    assert list(store.identical("李明", "PER")) == []
    assert sound(store)
    reading.undo()
    assert list(store.identical("李明", "PER")) == []
    reading.undo()
    assert len(list(store.identical("李明", "PER"))) == 1
    assert sound(store)


def test_a_plan_is_worked_out_before_anything_is_written(
    shelf: Store, open_store: OpenStore
) -> None:
    """An article at a time, so that a screen has its turns; who gets in between is not run over."""
    plan = shelf.plan(shelf.identical(FIRM, "ORG"), "accept")
    steps = iter(plan)
    assert (next(steps), plan.done, plan.articles) == (1, 1, 3)
    steps = iter(plan)
    assert list(steps) == [2, 3]
    assert states(shelf) == NEW
    assert plan.write() == Bulk(4, 3, 0)
    assert states(shelf) == DONE
    shelf.reading(IDS[0]).undo()
    late = shelf.plan(shelf.identical(FIRM, "ORG"), "accept")
    assert next(iter(late)) == 1
    rival = open_store().reading(IDS[0])
    rival.reject(rival.marks[0].id)
    with pytest.raises(ConflictError):
        late.write()
    assert states(shelf)[1:] == NEW[1:]


def test_mentions_that_no_longer_wait_are_passed_over(shelf: Store, open_store: OpenStore) -> None:
    """Decided in another window since, or suggested no more."""
    found = list(shelf.identical(FIRM, "ORG"))
    open_store().reading(IDS[0]).reject(found[0].mark)
    put(shelf, 1, "LOC")
    assert shelf.decide_all(found, "accept") == Bulk(2, 2, 2)
    assert states(shelf)[0] == ["rejected", "accepted"]
    assert shelf.decide_all(found, "accept") == Bulk(0, 0, 4)
    assert shelf.db.row("SELECT count(*) FROM edits") == (3,)


def test_of_two_that_overlap_the_likelier_is_accepted(store: Store) -> None:
    """The other one is rejected with it, as by hand."""
    it = article("甘肃甘肃甘")
    store.add(it)
    run = [Suggestion(at, at + 3, "LOC", {}, 0.5 + at / 10, "lac") for at in (0, 2)]
    store.put_suggestions(it.id, "jinbiao", "1", run)
    assert store.decide_all(store.identical("甘肃甘", "LOC"), "accept") == Bulk(1, 1, 1)
    assert [m.state for m in store.reading(it.id).marks] == [State.REJECTED, State.ACCEPTED]
    assert sound(store)


def test_an_undo_stops_where_something_was_edited_since(shelf: Store) -> None:
    """It says where; what is safe can be had, and the rest when the later edit is undone."""
    shelf.decide_all(shelf.identical(FIRM, "ORG"), "accept")
    second = shelf.reading(IDS[1])
    second.set_comment("later")
    first = shelf.reading(IDS[0])
    with pytest.raises(LaterEditsError, match=r"2\.txt of the 3 articles") as raised:
        first.undo()
    assert (raised.value.articles, raised.value.others) == ((IDS[1],), 2)
    assert states(shelf) == DONE
    undone = first.undo(partly=True)
    assert undone
    assert undone.articles == 2
    assert states(shelf) == [NEW[0], DONE[1], [], NEW[3]]
    second.undo()
    rest = second.undo()
    assert rest
    assert rest.articles == 1
    assert states(shelf) == NEW
    assert second.redo()
    assert first.redo()
    assert states(shelf) == DONE
    assert sound(shelf)


def test_a_redo_stops_there_too(shelf: Store) -> None:
    """What an edit cut off is not done again behind its back."""
    shelf.decide_all(shelf.identical(FIRM, "ORG"), "reject")
    first = shelf.reading(IDS[0])
    first.undo()
    fourth = shelf.reading(IDS[3])
    fourth.accept(fourth.marks[0].id)
    with pytest.raises(LaterEditsError):
        first.redo()
    redone = first.redo(partly=True)
    assert redone
    assert redone.articles == 2
    assert states(shelf) == [["rejected"] * 2, ["suggested", "rejected"], [], ["accepted"]]
    assert sound(shelf)


def test_an_open_reading_has_to_be_refreshed(shelf: Store) -> None:
    """Else it is told, as of any other window; also when it would undo."""
    reading = shelf.reading(IDS[0])
    shelf.decide_all(shelf.identical(FIRM, "ORG"), "accept")
    with pytest.raises(ConflictError):
        reading.reject(reading.marks[0].id)
    assert reading.undo()
    stale = shelf.reading(IDS[0])
    assert reading.redo()
    reading.undo()
    with pytest.raises(ConflictError):
        stale.redo()
    assert stale.redo()


def test_other_people_are_left_alone(shelf: Store, open_store: OpenStore) -> None:
    """Their readings, and their undo."""
    bob = open_store("bob")
    shelf.decide_all(shelf.identical(FIRM, "ORG"), "accept")
    bob.decide_all(bob.identical(FIRM, "ORG"), "reject")
    assert shelf.reading(IDS[0]).undo()
    assert states(shelf) == NEW
    assert states(bob)[0] == ["rejected", "rejected"]


def test_a_full_disk_in_the_middle_keeps_nothing_of_it(store: Store) -> None:
    """Neither a decision nor a line of the log; with room again it goes through."""
    texts = [f"{FIRM}第{number}篇。" + "说" * 3000 for number in range(300)]
    for text in texts:
        it = article(text)
        store.add(it)
        store.put_suggestions(it.id, "jinbiao", "1", [suggest(FIRM, "ORG", text=text)])
    found = list(store.identical(FIRM, "ORG"))
    before = store.library()
    fill_up(store)
    with pytest.raises(StoreError, match="disk is full"):
        store.decide_all(found, "accept")
    assert store.library() == before
    assert store.db.row("SELECT count(*) FROM spans") == (0,)
    assert store.db.row("SELECT count(*) FROM edits") == (0,)
    assert sound(store)
    store.db.run("PRAGMA max_page_count = 1000000")
    assert store.decide_all(found, "accept") == Bulk(300, 300, 0)
    (pages,) = store.db.row("PRAGMA page_count") or (0,)
    reading = store.reading(found[0].article)
    store.db.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        reading.undo()
    store.db.run("PRAGMA max_page_count = 1000000")
    assert store.db.row("SELECT count(*) FROM spans") == (300,)
    assert reading.undo()
    assert store.library() == [replace(card, status="open") for card in before]
    assert sound(store)

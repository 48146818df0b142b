"""Indexes that lead to what is asked for: they leave nothing out, and SQLite follows them."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.condition import Condition
from store.leads import best
from store.leads_check import check_leads
from store.library import chosen
from store.mark import State
from store.query import parse
from store.queue import _NEXT_OPEN
from store.store import Store
from tests.store.building import article, find, suggest
from text.scheme import default_scheme
from text.span import Suggestion

COUNT = 7
IDS = [article(f"第{number}篇。").id for number in range(COUNT)]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, COUNT - 1), max_size=30))
def test_what_is_left_lies_between_the_stretches_that_are_done(turns: list[int]) -> None:
    """Whatever is done or reopened, in whatever order, and whoever comes to it later."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.db"
        store = Store.open(path, "ann", default_scheme())
        for number in range(COUNT):
            store.add(article(f"第{number}篇。"))
        done: set[int] = set()
        for turn in turns:
            reading = store.reading(IDS[turn])
            (reading.reopen if turn in done else reading.finish)()
            done ^= {turn}
        left = [number for number in range(COUNT) if number not in done]
        assert store.find_ids("-status:done") == [IDS[number] for number in left]
        assert store.find_ids("status:done") == [IDS[number] for number in sorted(done)]
        begun = set(turns)
        assert store.find_ids("status:new") == [IDS[n] for n in range(COUNT) if n not in begun]
        assert store.count("status:open") == len(begun) - len(done)
        for after in range(COUNT):
            following = [*(n for n in left if n > after), *left]
            assert store.next_open(IDS[after]) == (IDS[following[0]] if following else None)
        stretches = store.db.rows(
            "SELECT first, last FROM stretches WHERE kind = 'done' ORDER BY first"
        )
        assert all(before[1] + 1 < then[0] for before, then in pairwise(stretches))
        store.close()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, 4)), max_size=25))
def test_what_waits_lies_between_the_stretches_where_nothing_does(
    turns: list[tuple[int, int]],
) -> None:
    """Whatever is decided, undone, finished or suggested anew; the checks find nothing wrong."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "s.db", "ann", default_scheme())
        for number in range(COUNT):
            store.add(article(f"第{number}篇。"))
        for version, (number, turn) in enumerate(turns):
            _act(store, IDS[number], turn, str(version))
        cards = store.library()
        for query, wanted in (
            ("has:undecided", [it.id for it in cards if it.undecided]),
            ("undecided>1", [it.id for it in cards if it.undecided > 1]),
            ("-undecided<1", [it.id for it in cards if it.undecided]),
            ("undecided:0", [it.id for it in cards if not it.undecided]),
            ("decided>0", [it.id for it in cards if it.decided]),
            ("-decided>0", [it.id for it in cards if not it.decided]),
        ):
            assert store.find_ids(query) == wanted, query
            assert store.count(query, 2) == min(2, len(wanted))
        assert list(check_leads(store.db)) == []
        store.close()


def _act(store: Store, article_id: str, turn: int, version: str) -> None:
    """One of the things that move an article in or out of a stretch, where it can be done."""
    reading = store.reading(article_id)
    waiting = [mark for mark in reading.marks if mark.state is State.SUGGESTED]
    if turn == 0:
        offers = [Suggestion(start, start + 1, "ORG", {}, 0.5, "lac") for start in (0, 2)]
        store.put_suggestions(article_id, "lac", version, offers)
    elif turn == 1 and waiting:
        reading.accept(waiting[0].id)
    elif turn in (2, 3):
        (reading.undo if turn == 2 else reading.redo)()
    elif turn == 4:
        (reading.reopen if reading.status == "done" else reading.finish)()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("甘肃", "words VIRTUAL TABLE"),
        ("status:done", "readings_in_order (name=? AND kind=? AND status=? AND article_number>?)"),
        ("status:open", "readings_in_order (name=? AND kind=? AND status=? AND article_number>?)"),
        ("status:new", "passed USING INDEX"),
        ("-status:done", "passed USING INDEX"),
        ("label:ORG", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
        ("state:added", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
        ("by:lac", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
        ("person:ann", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
        ("has:comment", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
        ("score<0.5", "facets USING PRIMARY KEY (facet=? AND value<?)"),
        ("score>=0.5", "facets USING PRIMARY KEY (facet=? AND value>?)"),
        ("date:2024-03", "revisions_by_date (published>? AND published<?)"),
        ("id:88ea", "articles_1 (id>? AND id<?)"),
        ("title:甘肃", "names VIRTUAL TABLE"),
        ("source:a.txt", "names VIRTUAL TABLE"),
        ("has:undecided", "passed USING INDEX"),
        ("undecided>10", "passed USING INDEX"),
        ("-undecided<3", "passed USING INDEX"),
        ("decided>=1", "facets USING PRIMARY KEY (facet=? AND value=? AND number>?)"),
    ],
)
def test_an_index_leads(store: Store, query: str, index: str) -> None:
    """No query of these goes through all articles."""
    steps = plan(store, chosen(store.db, "ann", parse(query, "ann")))
    assert index in steps[0]
    assert not any("SCAN articles" in step or "SCAN readings" in step for step in steps)


def test_what_is_in_import_order_is_not_sorted(store: Store) -> None:
    """So the first page of many is there at once."""
    for query in ("", "甘肃", "status:done", "-status:done", "label:ORG", "甘肃 label:ORG"):
        steps = plan(store, chosen(store.db, "ann", parse(query, "ann")))
        assert not any("TEMP B-TREE" in step for step in steps), query


def test_the_next_article_is_looked_up(store: Store) -> None:
    """By the stretch that it lies behind, whatever number of articles is done."""
    steps = plan(store, Condition(_NEXT_OPEN, ("ann", "done", "ann", "", "", 5, 5, False)))
    assert "(person=? AND kind=? AND first>?)" in steps[0]
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps)


def test_the_lead_to_the_fewest_is_taken(store: Store) -> None:
    """Of several terms the rarest leads, and the others are asked of what it leads to."""
    many = [article(f"甘肃第{number}篇") for number in range(12)]
    for it in many:
        store.add(it)
    text = many[5].revision.text
    store.put_suggestions(many[5].id, "lac", "1", [suggest("甘肃", "LOC", text=text)])
    for query in ("甘肃 label:LOC", "label:LOC status:new", "label:LOC -status:done"):
        wanted = parse(query, "ann")
        store.index_words()
        assert "LOC" in best(store.db, [it.lead for it in wanted if it.lead]).parameters
        assert store.find_ids(query) == [many[5].id]


def test_a_lead_may_be_out_of_date(store: Store) -> None:
    """What is no longer there is not found: what an index leads to is asked again."""
    it = article()
    store.add(it)
    store.put_suggestions(it.id, "lac", "1", [suggest("张利明", "PER", score=0.2)])
    reading = store.reading(it.id)
    reading.accept(find(reading, "张利明").id)
    reading.set_comment("嗯")
    for verb in (reading.undo, reading.undo):
        verb()
    store.put_suggestions(it.id, "lac", "2", [suggest("张利明", "ORG", score=0.9)])
    for query in ("label:PER", "state:accepted", "score<0.5", "has:comment"):
        assert store.find_ids(query) == []
        assert store.count(query) == 0
    assert store.find_ids("label:ORG score>0.5") == [it.id]


def test_a_page_begins_behind_an_article(store: Store) -> None:
    """So one goes on from the last that was shown; of a query too."""
    for number in range(COUNT):
        store.add(article(f"第{number}篇。"))
    store.reading(IDS[3]).finish()
    assert [card.id for card in store.library(2, after=IDS[4])] == IDS[5:7]
    assert [card.id for card in store.find("-status:done", 2, after=IDS[2])] == [IDS[4], IDS[5]]
    assert [card.id for card in store.find("篇", 1, after=IDS[0])] == [IDS[1]]
    assert store.count() == COUNT
    assert store.count("篇 -status:done") == COUNT - 1


def plan(store: Store, query: Condition) -> list[str]:
    """What SQLite says that it does, step by step."""
    rows = store.db.rows(f"EXPLAIN QUERY PLAN {query.sql}", *query.parameters)
    return [row[3] for row in rows]

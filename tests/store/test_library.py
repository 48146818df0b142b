"""The list of articles, the queue, and where one left off."""

from __future__ import annotations

from itertools import chain

import pytest

from store import priorities
from store.errors import QueryError, UnknownArticleError
from store.library import Place
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find, place, repaired_article
from tests.store.conftest import OpenStore

TEXTS = ["第一篇。", "第二篇。", "第三篇。"]


@pytest.fixture
def ids(store: Store) -> list[str]:
    """Three articles in the store."""
    articles = [article(text) for text in TEXTS]
    for it in articles:
        store.add(it)
    return [it.id for it in articles]


def finish(store: Store, *articles: str) -> None:
    """Call them done."""
    for article_id in articles:
        store.reading(article_id).finish()


def queued(store: Store, query: str = "") -> list[str]:
    """The queue, all of it."""
    return list(chain(*store.queue(query)))


def test_cards_come_in_import_order(store: Store, ids: list[str]) -> None:
    """Whatever their ids and sources sort like."""
    assert [card.id for card in store.library()] == ids


def test_a_card_tells_what_an_article_is_and_where_it_stands(store: Store) -> None:
    """Title and date of issue from its revision; new until something was decided."""
    it = repaired_article()
    store.add(it)
    (card,) = store.library()
    assert (card.title, card.source, card.published) == ("实现税金", "seeds/三.txt", "2024-03")
    assert (card.status, card.decided, card.undecided, card.suggested) == ("new", 0, 0, False)


def test_a_card_follows_every_decision(reading: Reading, store: Store) -> None:
    """Counts and status, without reading the marks."""

    def card() -> tuple[str, int, int]:
        (found,) = store.library()
        return found.status, found.decided, found.undecided

    assert card() == ("new", 0, 4)
    reading.accept(find(reading, "张利明").id)
    assert card() == ("open", 1, 3)
    reading.add(*place("甘肃科技集团党委"), "ORG")
    assert card() == ("open", 4, 1)
    reading.finish()
    assert card() == ("done", 4, 1)
    for _ in range(3):
        reading.undo()
    assert card() == ("open", 0, 4)


def test_everybody_sees_their_own_library(reading: Reading, open_store: OpenStore) -> None:
    """What ann did is new to bob."""
    reading.finish()
    (card,) = open_store("bob").library()
    assert (card.status, card.undecided) == ("new", 4)
    assert open_store("bob").next_open() == article().id


def test_the_next_article_wraps_around(store: Store, ids: list[str]) -> None:
    """Behind the last comes the first, and the same one if it alone is left."""
    first, second, third = ids
    assert store.next_open() == first
    assert store.next_open(after=first) == second
    assert store.next_open(after=third) == first
    finish(store, second, third)
    assert store.next_open(after=first) == first
    finish(store, first)
    assert store.next_open(after=first) is None
    assert store.next_open() is None


def test_an_unknown_article_starts_from_the_top(store: Store, ids: list[str]) -> None:
    """As if none had been named."""
    assert store.next_open(after="0123") == ids[0]


def test_the_place_is_remembered(open_store: OpenStore, ids: list[str]) -> None:
    """Mark and offset by article, and the article last open, by person."""
    store = open_store()
    assert store.last_article() is None
    assert store.reading(ids[0]).resume == (None, 0)
    store.reading(ids[0]).remember("s0-3-ORG", 2)
    store.reading(ids[1]).remember(None, 3)
    store.reading(ids[0]).remember("s1-3-ORG", 1)
    again = open_store()
    assert again.last_article() == ids[0]
    assert again.reading(ids[0]).resume == ("s1-3-ORG", 1)
    assert again.reading(ids[1]).resume == (None, 3)
    assert open_store("bob").last_article() is None


def test_a_place_is_no_decision(store: Store, ids: list[str]) -> None:
    """Looking at an article leaves it new."""
    store.reading(ids[0]).remember(None, 1)
    assert [card.status for card in store.library()] == ["new"] * 3


def test_neighbours_and_places_go_by_import_order(store: Store, ids: list[str]) -> None:
    """Beyond the ends there is none; a place counts from 1."""
    first, second, third = ids
    assert [store.neighbour(it, forward=True) for it in ids] == [second, third, None]
    assert [store.neighbour(it, forward=False) for it in ids] == [None, first, second]
    assert [store.place(it) for it in ids] == [Place(n, 3) for n in (1, 2, 3)]
    with pytest.raises(UnknownArticleError):
        store.place("nothing")


def test_what_is_raised_comes_first_for_everybody(
    store: Store, ids: list[str], open_store: OpenStore
) -> None:
    """In the queue and as the next article, wherever one is; lowered ones come last."""
    first, second, third = ids
    assert [store.prioritise(third, 1), store.prioritise(first, -1)] == [1, -1]
    bob = open_store("bob")
    assert queued(bob) == [third, second, first]
    assert [bob.next_open(), bob.next_open(first)] == [third, third]
    finish(bob, third)
    assert [bob.next_open(), bob.next_open(second)] == [second, second]
    finish(bob, second)
    assert bob.next_open(second) == first
    assert store.next_open() == third
    assert store.neighbour(first, forward=True) == second


def test_of_equals_the_next_one_comes(store: Store, ids: list[str]) -> None:
    """Behind where one is, from the top again; what others are at is passed over."""
    first, second, third = ids
    store.prioritise(first, 2)
    store.prioritise(third, 2)
    assert [store.next_open(it) for it in (None, first, second, third)] == [
        *(first, third, third, first),
    ]
    store.prioritise(first, -1)
    assert store.next_open(third) == third


def test_a_claimed_article_is_left_however_high_it_is(
    store: Store, ids: list[str], open_store: OpenStore
) -> None:
    """Unless those are asked for too."""
    first, second, _ = ids
    store.prioritise(second, 1)
    open_store("bob").claim(second)
    assert (store.next_open(), store.next_open(claimed=True)) == (first, second)


def test_a_priority_ends_where_it_began(store: Store, ids: list[str]) -> None:
    """It goes so far and no further, leaves no trace at 0, and queries know it."""
    first = ids[0]
    assert [store.prioritise(first, 100), store.prioritise(first, -100)] == [9, -9]
    assert store.find_ids("priority<0") == [first]
    assert store.find_ids("priority:0") == ids[1:]
    assert store.prioritise(first, 9) == 0
    assert queued(store) == ids
    assert store.db.rows("SELECT * FROM priorities") == []
    with pytest.raises(UnknownArticleError):
        store.prioritise("nothing", 1)


def test_cards_come_as_they_are_asked_for(store: Store, ids: list[str]) -> None:
    """In that order, with what the person wrote of them; strangers are left out."""
    reading = store.reading(ids[0])
    reading.set_flag(flag=True)
    reading.set_comment("再看")
    store.prioritise(ids[0], 3)
    third, first = store.cards([ids[2], "nothing", ids[0]])
    assert (third.id, third.flag, third.comment, third.priority) == (ids[2], False, None, 0)
    assert (first.id, first.flag, first.comment, first.priority) == (ids[0], True, "再看", 3)


def test_a_queue_of_some_articles_is_in_the_same_order(
    store: Store, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Raised ones that do not fit are not in it; it is the same however few are read at a time."""
    monkeypatch.setattr(priorities, "SLICE", 1)
    first, second, third = ids
    finish(store, second)
    store.prioritise(second, 5)
    store.prioritise(third, 1)
    assert queued(store, "-status:done") == [third, first]
    assert queued(store) == [second, third, first]
    store.prioritise(third, -2)
    assert queued(store, "-status:done") == [first, third]
    with pytest.raises(QueryError):
        store.queue("nonsense:1")

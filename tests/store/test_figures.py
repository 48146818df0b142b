"""The targets and results of a store, as one person sees them."""

from __future__ import annotations

import pytest

from store.mark import State
from store.query import QueryError
from store.reading import Reading
from store.store import Store
from tests.store.building import TEXT, article, find, suggest
from tests.store.conftest import OpenStore

WORDS = "工业总产值突破2300亿元"


def seen(store: Store, where: str = "") -> list[tuple[str, str, State, str]]:
    """Words, label, state and value of each figure."""
    some = [figure for of_article in store.figures(where) for figure in of_article]
    assert all(TEXT[f.start : f.end] == f.words for f in some)
    return [(f.words, f.label, f.state, f.value) for f in some]


def test_what_is_suggested_counts(store: Store, reading: Reading) -> None:
    """A suggested target is a figure with its attributes; entities are none."""
    assert seen(store) == [(WORDS, "TARGET", State.SUGGESTED, "2300")]
    ((figure,),) = store.figures()
    assert figure.home.article == reading.article_id
    assert (figure.unit, figure.owner) == ("亿元", "")


def test_decisions_take_the_place_of_suggestions(store: Store, reading: Reading) -> None:
    """What was corrected is there as corrected, once."""
    mark = find(reading, WORDS)
    reading.move(mark.id, mark.span.start + 2, mark.span.end)
    reading.describe(mark.id, {"value": "2400"})
    assert seen(store) == [(WORDS[2:], "TARGET", State.CORRECTED, "2400")]
    ((figure,),) = store.figures()
    assert figure.mark == mark.id


def test_rejected_and_relabelled_ones_are_no_figures(store: Store, reading: Reading) -> None:
    """A rejected target is gone, one called an organisation too, and undo brings it back."""
    mark = find(reading, WORDS)
    reading.reject(mark.id)
    assert seen(store) == []
    reading.undo()
    assert len(seen(store)) == 1
    reading.relabel(mark.id, "ORG")
    assert seen(store) == []


def test_a_kept_span_of_the_layer_hides_a_suggestion(store: Store, reading: Reading) -> None:
    """An aim added over a suggested target leaves no figure; an organisation there does not."""
    start = TEXT.index(WORDS)
    reading.add(start, start + 2, "ORG")
    assert len(seen(store)) == 1
    reading.add(start, start + len(WORDS), "AIM")
    assert seen(store) == []


def test_everybody_has_their_own(reading: Reading, open_store: OpenStore) -> None:
    """What ann rejects ben still sees."""
    reading.reject(find(reading, WORDS).id)
    assert len(seen(open_store("ben"))) == 1


def test_a_query_chooses_the_articles(store: Store, reading: Reading) -> None:
    """Only articles that fit are looked at; a query without sense is refused at once."""
    other = article(TEXT, "二.txt", title="第二篇")
    assert not store.add(other)
    third = article(TEXT + "完。", "三.txt")
    store.add(third)
    offer = suggest(WORDS, "RESULT", value="1")
    store.put_suggestions(third.id, "jinbiao", "1", [offer])
    assert [label for _, label, _, _ in seen(store)] == ["TARGET", "RESULT"]
    assert [label for _, label, _, _ in seen(store, "source:三")] == ["RESULT"]
    with pytest.raises(QueryError):
        store.figures("nonsense:1")


def test_articles_without_figures_give_empty_tuples(store: Store) -> None:
    """So whoever streams them can pause after each."""
    store.add(article())
    assert list(store.figures()) == [()]

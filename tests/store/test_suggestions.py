"""Suggestions: where they are missing, what a new run does, what is refused."""

from __future__ import annotations

import pytest

from store.errors import SuggestionError
from store.mark import State
from store.reading import Reading
from store.store import Store
from tests.store.building import TEXT, article, find, suggest, words
from text.scheme import SchemeError, default_scheme, parse_scheme
from text.span import Suggestion


def test_an_article_lacks_suggestions_until_they_came(store: Store) -> None:
    """Also where a run found nothing, it was made."""
    store.add(article())
    assert store.without_suggestions("jinbiao", "1") == [article().id]
    store.put_suggestions(article().id, "jinbiao", "1", [])
    assert store.without_suggestions("jinbiao", "1") == []
    (card,) = store.library()
    assert card.suggested


def test_another_version_or_suggester_has_yet_to_run(reading: Reading, store: Store) -> None:
    """A run counts for its suggester, its version and its scheme alone."""
    assert store.without_suggestions("jinbiao", "1") == []
    assert store.without_suggestions("jinbiao", "2") == [article().id]
    assert store.without_suggestions("other", "1") == [article().id]


def test_another_scheme_has_yet_to_run(reading: Reading, store: Store) -> None:
    """Even one that differs in a colour: suggesters may read all of it."""
    changed = parse_scheme(default_scheme().source + "\n# changed\n", "changed.toml")
    again = Store.open(store.db.path, "ann", changed)
    assert again.without_suggestions("jinbiao", "1") == [article().id]
    again.close()


def test_a_new_run_replaces_only_what_is_undecided(reading: Reading, store: Store) -> None:
    """Decisions stay, by revision, start, end and label; the rest is the new run's."""
    reading.accept(find(reading, "甘肃科技集团").id)
    reading.reject(find(reading, "张利明").id)
    run = [suggest(w, label) for w, label in (("甘肃科技集团", "ORG"), ("甘肃", "LOC"))]
    store.put_suggestions(
        article().id, "jinbiao", "2", [*run, suggest("张利明", "PER"), suggest("2025年", "EVENT")]
    )
    reading.refresh()
    assert words(reading) == [
        ("甘肃科技集团", "ORG", "accepted"),
        ("张利明", "PER", "rejected"),
        ("2025年", "EVENT", "suggested"),
    ]


def test_what_is_open_stays_until_it_is_refreshed(reading: Reading, store: Store) -> None:
    """A run never changes what is under the cursor, and what is on show can still be decided."""
    store.put_suggestions(article().id, "jinbiao", "2", [])
    assert len(reading.marks) == 4
    assert reading.accept(find(reading, "张利明").id)
    (card,) = store.library()
    assert (card.decided, card.undecided) == (1, 0)
    reading.refresh()
    assert words(reading) == [("张利明", "PER", "accepted")]


def test_a_new_run_brings_every_readers_count_up_to_date(reading: Reading, store: Store) -> None:
    """The queue is right without anybody opening the article."""
    reading.accept(find(reading, "甘肃科技集团").id)
    bob = Store.open(store.db.path, "bob", default_scheme())
    bob.reading(article().id).add(0, 2, "LOC")
    store.put_suggestions(
        article().id, "jinbiao", "2", [suggest("甘肃", "LOC"), suggest("张利明", "PER")]
    )
    assert [card.undecided for card in store.library()] == [1]
    assert [card.undecided for card in bob.library()] == [1]
    bob.close()


def test_two_suggesters_of_one_article_live_side_by_side(reading: Reading, store: Store) -> None:
    """The latest is shown, the earlier one need not run again."""
    store.put_suggestions(article().id, "other", "1", [suggest("张利明", "PER")])
    reading.refresh()
    assert words(reading) == [("张利明", "PER", "suggested")]
    assert store.without_suggestions("jinbiao", "1") == []


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 2), (0, len(TEXT) + 1)])
def test_a_range_outside_the_text_is_refused_with_its_run(
    reading: Reading, store: Store, start: int, end: int
) -> None:
    """Nothing of that run is kept, and the one before stays."""
    with pytest.raises(SuggestionError, match=f"{start}:{end} ORG"):
        store.put_suggestions(article().id, "jinbiao", "2", [Suggestion(start, end, "ORG")])
    reading.refresh()
    assert len(reading.marks) == 4


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_that_is_no_share_is_refused(reading: Reading, store: Store, score: float) -> None:
    """The gold set could not hold it."""
    with pytest.raises(SuggestionError, match="score"):
        store.put_suggestions(article().id, "jinbiao", "2", [Suggestion(0, 1, "ORG", {}, score)])


def test_an_unknown_label_is_refused(reading: Reading, store: Store) -> None:
    """It says which labels there are."""
    with pytest.raises(SchemeError, match="NOPE"):
        store.put_suggestions(article().id, "jinbiao", "2", [Suggestion(0, 1, "NOPE")])


def test_of_the_same_suggested_twice_the_better_counts(reading: Reading, store: Store) -> None:
    """One mark for one range and label."""
    run = [suggest("张利明", "PER", score=score) for score in (0.4, 0.8, 0.6)]
    store.put_suggestions(article().id, "jinbiao", "2", run)
    reading.refresh()
    (mark,) = reading.marks
    assert mark.suggested
    assert mark.suggested.score == 0.8
    assert mark.state is State.SUGGESTED

"""Counting: articles, decisions, acceptance, pace."""

from __future__ import annotations

import json

from store.reading import Effort, Reading
from store.stats import Acceptance, Pace
from store.store import Store
from tests.store.building import article, find, place


def test_an_empty_store_counts_nothing(store: Store) -> None:
    """Zeros, and no pace before the first decision."""
    stats = store.stats()
    assert stats.articles == {"new": 0, "open": 0, "done": 0}
    assert stats.decided == {"accepted": 0, "corrected": 0, "added": 0, "rejected": 0}
    assert (stats.undecided, stats.labels, stats.suggesters) == (0, (), ())
    assert stats.pace == Pace(0.0, 0, None, None)


def test_it_counts_what_was_decided(reading: Reading, store: Store) -> None:
    """By status, state, suggested label and suggester; corrections count for what was suggested."""
    store.add(article("别的。"))
    reading.accept(find(reading, "甘肃科技集团").id)
    reading.relabel(find(reading, "党委书记").id, "ORG")
    reading.reject(find(reading, "张利明").id)
    reading.add(*place("2025年"), "EVENT")
    stats = store.stats()
    assert stats.person == "ann"
    assert stats.articles == {"new": 1, "open": 1, "done": 0}
    assert stats.decided == {"accepted": 1, "corrected": 1, "added": 1, "rejected": 1}
    assert stats.undecided == 1
    assert stats.labels == (
        Acceptance("ORG", 1, 0, 0, 1.0),
        Acceptance("PER", 0, 0, 1, 0.0),
        Acceptance("TITLE", 0, 1, 0, 0.0),
    )
    assert stats.suggesters == (Acceptance("lac", 1, 1, 1, 0.3333),)


def test_pace_is_what_the_standing_decisions_cost(reading: Reading, store: Store) -> None:
    """Undone work took time too."""
    reading.accept(find(reading, "张利明").id, Effort(10, 1))
    reading.undo(Effort(5, 1))
    reading.accept(find(reading, "党委书记").id, Effort(15, 2))
    reading.accept(find(reading, "甘肃科技集团").id, Effort(6, 2))
    assert store.stats().pace == Pace(36.0, 6, 200.0, 3.0)


def test_it_goes_into_json(reading: Reading, store: Store) -> None:
    """Plain data all the way down."""
    reading.accept(find(reading, "张利明").id)
    told = json.loads(json.dumps(store.stats().to_json()))
    assert told["labels"][0]["name"] == "PER"
    assert told["pace"]["keys"] == 0

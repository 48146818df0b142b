"""What lies behind a mark: its edits, and what other suggesters say of its place."""

from __future__ import annotations

from store.mark import Mark
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find
from text.span import Suggestion

NAME = "甘肃科技集团"


def verbs(store: Store, reading: Reading, mark: Mark) -> list[str]:
    """What was done to a mark, the last first."""
    return [line.verb for line in store.background(reading, mark).edits]


def test_the_edits_of_a_mark_are_told_the_last_first(store: Store, reading: Reading) -> None:
    """Edits of other marks are left out, and no more than asked for are told."""
    mark = find(reading, NAME)
    assert verbs(store, reading, mark) == []
    reading.accept(mark.id)
    reading.reject(find(reading, "张利明").id)
    reading.relabel(mark.id, "LOC")
    reading.undo()
    assert verbs(store, reading, mark) == ["undo", "relabel", "accept"]
    told = store.background(reading, mark, 1).edits
    assert [line.verb for line in told] == ["undo"]
    assert told[0].words[mark.id] == NAME


def test_an_owner_is_part_of_the_story_of_both(store: Store, reading: Reading) -> None:
    """A relation names two marks."""
    owner, figure = find(reading, NAME), find(reading, "工业总产值突破2300亿元")
    reading.relate(figure.id, owner.id)
    assert verbs(store, reading, owner) == verbs(store, reading, figure) == ["relate"]


def test_other_suggesters_are_told_in_the_layer_alone(store: Store, reading: Reading) -> None:
    """What a second suggester offers over a part of the words, the best first."""
    mark = find(reading, NAME)
    start, end = mark.span.start, mark.span.end
    offers = [
        Suggestion(start, start + 2, "LOC", {}, 0.4, "other"),
        Suggestion(start, end, "ORG", {}, 0.6, "other"),
        Suggestion(start, end, "AIM", {}, 0.9, "other"),
        Suggestion(end, end + 1, "PER", {}, 0.9, "other"),
    ]
    store.put_suggestions(article().id, "other", "1", offers)
    assert [o.label for o in store.background(reading, mark).beside] == ["ORG", "LOC"]
    assert mark.suggested not in store.background(reading, mark).beside

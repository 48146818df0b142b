"""Finding mentions that wait: by their words, or by their score."""

from __future__ import annotations

from store.store import Store
from tests.store.building import article, suggest
from tests.store.firm import FIRM, IDS, TEXTS


def test_identical_mentions_come_with_what_is_around_them(shelf: Store) -> None:
    """In import order and text order, as they stand in their line."""
    found = list(shelf.identical(FIRM, "ORG"))
    assert [(m.article, m.title, m.start) for m in found] == [
        (IDS[0], "标题一", 4),
        (IDS[0], "标题一", 12),
        (IDS[1], "标题二", 8),
        (IDS[3], "标题四", 4),
    ]
    assert [(m.before, m.words, m.after) for m in found] == [
        ("", FIRM, f"说，{FIRM}到明年增产。"),
        (f"{FIRM}说，", FIRM, "到明年增产。"),
        ("张利明在", FIRM, "说。"),
        ("", FIRM, "。"),
    ]
    assert list(shelf.identical(FIRM, "ORG", IDS[0])) == found[:2]
    assert list(shelf.identical(FIRM, "LOC")) == list(shelf.identical(FIRM[:-1], "ORG")) == []


def test_what_is_decided_hidden_or_done_is_not_offered(shelf: Store) -> None:
    """A finished article is only looked into where it is named."""
    first, second = shelf.reading(IDS[0]), shelf.reading(IDS[1])
    first.reject(first.marks[0].id)
    second.add(7, 10, "LOC")
    shelf.reading(IDS[3]).finish()
    assert [m.start for m in shelf.identical(FIRM, "ORG")] == [12]
    assert [m.article for m in shelf.identical(FIRM, "ORG", IDS[3])] == [IDS[3]]


def test_words_that_only_a_ruling_brought_are_found(shelf: Store) -> None:
    """The index knows the text as it was imported, and this person reads another one."""
    other = article(TEXTS[3].replace(FIRM, "甘肃钢铁集团"), "4.txt").revision
    reading = shelf.reading(IDS[3])
    assert reading.revise(other, {("doubled", 0, 1): "甘"})
    run = [suggest("甘肃钢铁集团", "ORG", text=other.text)]
    shelf.put_suggestions(IDS[3], "jinbiao", "1", run, other)
    assert [m.article for m in shelf.identical("甘肃钢铁集团", "ORG")] == [IDS[3]]


def test_by_score(shelf: Store) -> None:
    """At least that score; of any label, or of one."""
    assert [m.words for m in shelf.scored(0.4, article_id=IDS[1])] == ["张利明", FIRM]
    assert [m.start for m in shelf.scored(0.8)] == [4, 8, 4]
    assert list(shelf.scored(0.3, "PER")) == list(shelf.scored(0.4, "PER"))
    assert list(shelf.scored(0.41, "PER")) == []

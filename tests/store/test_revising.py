"""A reading in another revision of its article: decisions follow, one undo brings all back."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from store.edit import Relation
from store.errors import ConflictError, DecisionError
from store.formats.consistency import contradictions
from store.formats.gold import gold_lines
from store.mark import State
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find, suggest, words
from tests.store.conftest import OpenStore
from text.article import Article, Repair, Revision
from text.change import Change, rewrite
from text.scheme import default_scheme

RAW = "實(shí)业(yè)集团2025年產值三亿,,李明說。"
GLOSS = ("pinyin", 4 + 2, 10)


def revision(*, gloss: bool = False, produce: str = "产", certain: bool = False) -> Revision:
    """The raw text cleaned: the second gloss stays where it was refused to go."""
    place = RAW.index("產")
    changes = [
        Change(0, 1, "实", "script"),
        Change(1, 6, "", "pinyin"),
        *([] if gloss else [Change(7, 11, "", "pinyin")]),
        Change(place, place + 1, produce, "script"),
        Change(RAW.index(",,"), RAW.index(",,") + 2, "，", "doubled"),
    ]
    text, alignment = rewrite(RAW, changes)
    start, end = alignment.to_clean(place, place + 1)
    repair = Repair("script", start, end, place, place + 1, "產", produce, certain)
    return Revision(text, alignment, "1", repairs=(repair,))


CLEAN = revision().text
KEPT = revision(gloss=True).text
REFUSED = {GLOSS: None}


@pytest.fixture
def it() -> Article:
    """The article as it was imported."""
    return replace(article(RAW), raw=RAW, revision=revision())


@pytest.fixture
def glossed(store: Store, it: Article) -> Reading:
    """Ann's reading, with a company, its target and a person suggested."""
    store.add(it)
    found = [
        suggest("实业集团", "ORG", text=CLEAN),
        suggest("产值三亿", "TARGET", text=CLEAN, value="3"),
        suggest("李明", "PER", text=CLEAN),
        suggest("2025年", "EVENT", text=CLEAN),
    ]
    store.put_suggestions(it.id, "jinbiao", "1", found)
    return store.reading(it.id)


def shown(reading: Reading, text: str) -> list[tuple[str, str, str]]:
    """Words, label and state of each mark."""
    return words(reading, text)


def test_decisions_and_suggestions_follow_their_words(glossed: Reading, store: Store) -> None:
    """Those behind the repair move, the one around it grows, and none is lost."""
    glossed.accept(find(glossed, "李明", text=CLEAN).id)
    glossed.accept(find(glossed, "实业集团", text=CLEAN).id)
    glossed.reject(find(glossed, "2025年", text=CLEAN).id)
    edit = glossed.revise(revision(gloss=True), REFUSED)
    assert edit
    assert edit.verb == "revise"
    assert shown(glossed, KEPT) == [
        ("实业(yè)集团", "ORG", "accepted"),
        ("2025年", "EVENT", "rejected"),
        ("产值三亿", "TARGET", "suggested"),
        ("李明", "PER", "accepted"),
    ]
    assert store.article(glossed.article_id).revision == revision(gloss=True)
    assert glossed.rulings == REFUSED


def test_one_undo_brings_everything_back(glossed: Reading, store: Store, it: Article) -> None:
    """Text, marks, ids, times and counts; a redo goes there again, and both survive a restart."""
    glossed.accept(find(glossed, "李明", text=CLEAN).id)
    head = find(glossed, "产值三亿", text=CLEAN).id
    glossed.relate(head, find(glossed, "实业集团", text=CLEAN).id)
    before = (glossed.marks, glossed.relations, glossed.undecided, glossed.revision_id)
    assert glossed.revise(revision(gloss=True), REFUSED)
    after = (glossed.marks, glossed.relations, glossed.undecided, glossed.revision_id)
    again = store.reading(it.id)
    undone = again.undo()
    assert undone
    assert undone.verb == "undo"
    assert {mark.id for mark in before[0]} <= set(undone.touched)
    assert (again.marks, again.relations, again.undecided, again.revision_id) == before
    assert store.article(it.id) == it
    assert again.rulings == {}
    assert again.redo()
    assert (again.marks, again.relations, again.undecided, again.revision_id) == after
    assert store.library()[0].undecided == after[2]


def test_relations_follow_and_the_attribute_has_the_new_words(glossed: Reading) -> None:
    """The owner is the same company, whose words now have the gloss in them."""
    head = find(glossed, "产值三亿", text=CLEAN).id
    glossed.relate(head, find(glossed, "实业集团", text=CLEAN).id)
    glossed.revise(revision(gloss=True), REFUSED)
    head = find(glossed, "产值三亿", text=KEPT).id
    child = find(glossed, "实业(yè)集团", text=KEPT).id
    assert glossed.relations == {Relation(head, "owner", child)}
    mark = glossed.mark(head)
    assert mark
    assert mark.span.attributes["owner"] == "实业(yè)集团"
    assert mark.suggested
    assert (mark.suggested.start, mark.suggested.end) == (mark.span.start, mark.span.end)


def test_nobody_elses_reading_changes(
    glossed: Reading, store: Store, open_store: OpenStore
) -> None:
    """The other reads on in the text as it was imported, and so does who has not begun."""
    bob = open_store("bob")
    his = bob.reading(glossed.article_id)
    his.accept(find(his, "李明", text=CLEAN).id)
    glossed.revise(revision(gloss=True), REFUSED)
    his.refresh()
    assert shown(his, CLEAN)[-1] == ("李明", "PER", "accepted")
    assert bob.article(glossed.article_id).revision == revision()
    assert open_store("carol").article(glossed.article_id).revision == revision()
    assert his.undo()


def test_an_export_line_agrees_with_its_revision(glossed: Reading, open_store: OpenStore) -> None:
    """Text, words and raw ranges are those of whoever's reading it is."""
    for store in (open_store("ann"), open_store("bob")):
        theirs = store.reading(glossed.article_id)
        theirs.accept(find(theirs, "实业集团", text=CLEAN).id)
        theirs.accept(find(theirs, "李明", text=CLEAN).id)
    glossed.refresh()
    glossed.revise(revision(gloss=True), REFUSED)
    lines = {name: json.loads(next(gold_lines(store, "all", name))) for name in ("ann", "bob")}
    assert [lines[name]["text"] for name in ("ann", "bob")] == [KEPT, CLEAN]
    for line in lines.values():
        assert (
            list(contradictions({**line, "id": line["meta"]["raw_sha256"][:16]}, default_scheme()))
            == []
        )
    for name, there in (("ann", "实业(yè)集团"), ("bob", "实业集团")):
        first, last = lines[name]["spans"]
        assert first["text"] == there
        assert RAW[first["raw_start"] : first["raw_end"]] == "實(shí)业(yè)集团"
        assert RAW[last["raw_start"] : last["raw_end"]] == "李明"


def test_a_new_run_takes_the_place_of_what_was_moved(glossed: Reading, store: Store) -> None:
    """The suggester has yet to see the new text; one that comes late, for the old, stays there."""
    glossed.reject(find(glossed, "李明", text=CLEAN).id)
    glossed.revise(revision(gloss=True), REFUSED)
    assert store.without_suggestions("jinbiao", "1") == [glossed.article_id]
    late = [suggest("三亿", "TARGET", text=CLEAN)]
    store.put_suggestions(glossed.article_id, "jinbiao", "1", late, of=revision())
    glossed.refresh()
    assert len(glossed.marks) == 4
    fresh = [suggest("李明", "PER", text=KEPT), suggest("实业", "ORG", text=KEPT)]
    store.put_suggestions(glossed.article_id, "jinbiao", "1", fresh)
    glossed.refresh()
    assert store.without_suggestions("jinbiao", "1") == []
    assert shown(glossed, KEPT) == [
        ("实业", "ORG", "suggested"),
        ("李明", "PER", "rejected"),
    ]
    glossed.undo()
    assert shown(glossed, CLEAN) == [
        ("三亿", "TARGET", "suggested"),
        ("李明", "PER", "rejected"),
    ]


def test_settling_a_repair_as_it_was_is_a_revision_too(glossed: Reading, it: Article) -> None:
    """The text is the same, but nobody need look at it again."""
    assert it.revision.repairs[0].certain is False
    settled = revision(certain=True)
    place = RAW.index("產")
    assert glossed.revise(settled, {("script", place, place + 1): "产"})
    assert glossed.revise(settled, {}) is None
    assert glossed.undo()
    assert glossed.rulings == {}


def test_spans_pressed_together_stay_apart(store: Store, it: Article) -> None:
    """Each keeps a character of its own, for as long as the text has one for each."""
    store.add(it)
    reading = store.reading(it.id)
    for start in (4, 6, 8):
        reading.add(start, start + 2, "ORG")
    text, alignment = rewrite(RAW, [Change(3, RAW.index("產"), "甲", "x", whole=True)])
    reading.revise(Revision(text, alignment, "1"), {})
    ranges = [(mark.span.start, mark.span.end) for mark in reading.marks]
    assert len(ranges) == 3
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))
    text, alignment = rewrite(RAW, [Change(0, len(RAW), "甲乙", "x", whole=True)])
    before = reading.marks
    with pytest.raises(DecisionError, match="too few for the 3"):
        reading.revise(Revision(text, alignment, "1"), {})
    assert reading.marks == before


def test_a_revision_of_another_text_is_refused(glossed: Reading) -> None:
    """Of another length, or without a character."""
    other = article("别的").revision
    gone = rewrite(RAW, [Change(0, len(RAW), "", "gone")])
    for wrong in (other, Revision(*gone, "1")):
        with pytest.raises(DecisionError, match="no revision of article"):
            glossed.revise(wrong, {})


def test_another_window_is_told(glossed: Reading, open_store: OpenStore) -> None:
    """It shows the new text and decides again; nothing was written over."""
    other = open_store().reading(glossed.article_id)
    glossed.revise(revision(gloss=True), REFUSED)
    with pytest.raises(ConflictError):
        other.accept(find(other, "李明", text=CLEAN).id)
    assert other.revision_id == glossed.revision_id
    assert other.accept(find(other, "李明", text=KEPT).id)


def test_the_log_names_the_revision(glossed: Reading, store: Store) -> None:
    """The row bears the new one, and its two sides both."""
    old = glossed.revision_id
    glossed.add(*(CLEAN.index("三"), CLEAN.index("三") + 2), "ORG")
    glossed.revise(revision(gloss=True), REFUSED)
    rows = store.db.rows("SELECT revision, before, after FROM edits WHERE verb = 'revise'")
    ((named, before, after),) = rows
    assert named == glossed.revision_id != old
    sides = [json.loads(side) for side in (before, after)]
    assert [side["reading"]["revision"] for side in sides] == [old, named]
    assert [side["spans"][0]["text"] for side in sides] == ["三亿", "三亿"]


def test_two_people_may_rule_the_same(glossed: Reading, open_store: OpenStore) -> None:
    """They read the same revision; the place of the cursor stays within the text."""
    his = open_store("bob").reading(glossed.article_id)
    glossed.revise(revision(gloss=True), REFUSED)
    his.remember(None, 10_000)
    his.revise(revision(gloss=True), REFUSED)
    assert his.revision_id == glossed.revision_id
    assert his.resume == (None, len(KEPT))
    assert [mark.state for mark in his.marks] == [State.SUGGESTED] * 4

"""The edit log as history: an article at a time, and which article a name means."""

from __future__ import annotations

import pytest

from store import clock
from store.errors import DecisionError, UnknownArticleError
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find, repaired_article


def test_an_article_at_a_time(
    reading: Reading, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What had been decided until then, that second included; undone edits are undone."""
    moments = [f"2026-01-02T03:04:0{second}Z" for second in range(6)]
    seen = []
    verbs = [
        lambda: reading.accept(find(reading, "张利明").id),
        lambda: reading.relate(
            find(reading, "工业总产值突破2300亿元").id, find(reading, "甘肃科技集团").id
        ),
        lambda: reading.set_comment("x"),
        reading.undo,
        reading.finish,
        reading.undo,
    ]
    for moment, verb in zip(moments, verbs, strict=True):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        assert verb()
        kept = {mark.id: mark for mark in reading.marks if mark.annotator}
        seen.append((kept, reading.relations, reading.status, reading.comment))
    for moment, state in zip(moments, seen, strict=True):
        past = store.at_time(reading.article_id, moment)
        marks = {mark.id: mark for mark in past.marks}
        assert (marks, past.relations, past.status, past.comment) == state
    assert store.at_time(reading.article_id, "2026-01-01T00:00:00Z").marks == ()


def test_where_the_clock_went_back_the_log_counts(
    reading: Reading, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit that claims to be older than the one before it did come after it."""
    for moment, name in (("2026-01-02T00:00:00Z", "张利明"), ("2026-01-01T00:00:00Z", "党委书记")):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        reading.accept(find(reading, name).id)
    assert store.at_time(reading.article_id, "2026-01-01T12:00:00Z").marks == ()
    assert len(store.at_time(reading.article_id, "2026-01-02T00:00:00Z").marks) == 2


def test_everybodys_edits_are_told(reading: Reading, store: Store) -> None:
    """Reading by reading, with the words before and after."""
    edit = reading.add(0, 2, "LOC")
    assert edit
    assert edit.mark
    reading.move(edit.mark, 0, 4)
    (chapter,) = store.history(reading.article_id)
    assert (chapter.kind, chapter.name) == ("personal", "ann")
    assert [line.verb for line in chapter.lines] == ["add", "move"]
    last = chapter.lines[-1]
    assert (last.old_words, last.words) == ({edit.mark: "甘肃"}, {edit.mark: "甘肃科技"})
    store.add(repaired_article())
    assert store.history(repaired_article().id) == []


def test_an_article_by_any_of_its_names(store: Store) -> None:
    """Its id, the beginning of one, or where it came from; what means several is refused."""
    it, other = article("甲"), article("乙")
    store.add(it)
    store.add(other)
    assert store.find_article(it.id) == it.id
    assert store.find_article(it.id[:5]) == it.id
    with pytest.raises(UnknownArticleError, match=f"{it.id}.*give more"):
        store.find_article(it.source)
    for name in (it.id[:3], "", "%", "nothing", "' OR 1=1 --"):
        with pytest.raises(UnknownArticleError, match="no article"):
            store.find_article(name)


def test_an_article_after_an_edit(reading: Reading, store: Store) -> None:
    """Exactly after it, whatever came in the same second; of no other article."""
    first = reading.accept(find(reading, "张利明").id)
    second = reading.relabel(find(reading, "张利明").id, "ORG")
    assert first
    assert second
    labels = [
        [mark.span.label for mark in store.after_edit(reading.article_id, edit.id).marks]
        for edit in (first, second)
    ]
    assert labels == [["PER"], ["ORG"]]
    with pytest.raises(DecisionError):
        store.after_edit("another", first.id)

"""A scheme that renames labels: decisions, suggestions and undo go on under the new name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.backup import automatic_backups
from store.checking import check
from store.errors import StoreError
from store.formats.gold import gold_lines
from store.store import Store
from tests.store.building import article, find, suggest
from text.scheme import Scheme, default_scheme, parse_scheme

IT = article()


FIRM = parse_scheme(
    default_scheme()
    .source.replace('"ORG"', '"FIRM"')
    .replace('name = "FIRM"', 'name = "FIRM"\nwas = ["ORG"]'),
    "firms.toml",
)
"""The default scheme, in which an ORG is now a FIRM."""


@pytest.fixture
def old(path: Path, store: Store) -> Path:
    """A store with decisions on an ORG, an owner among them, and what was undone."""
    store.add(IT)
    run = [
        suggest("甘肃科技集团", "ORG"),
        suggest("张利明", "ORG"),
        suggest("党委书记", "ORG"),
        suggest("工业总产值突破2300亿元", "TARGET"),
    ]
    store.put_suggestions(IT.id, "jinbiao", "1", run)
    reading = store.reading(IT.id)
    reading.relate(find(reading, "工业总产值突破2300亿元").id, find(reading, "甘肃科技集团").id)
    reading.reject(find(reading, "张利明").id)
    reading.add(*(22, 24), "ORG")
    store.close()
    return path


def labels(store: Store) -> list[tuple[str, str]]:
    """Label and state of each mark."""
    return [(mark.span.label, str(mark.state)) for mark in store.reading(IT.id).marks]


STATES = ["accepted", "suggested", "rejected", "added", "corrected"]
LABELS = ["FIRM"] * 4 + ["TARGET"]


def test_everything_bears_the_new_name(old: Path) -> None:
    """Nothing is decided twice or lost; the relation holds, and a backup was made."""
    store = Store.open(old, "ann", FIRM)
    assert labels(store) == [*zip(LABELS, STATES, strict=True)]
    reading = store.reading(IT.id)
    (relation,) = reading.relations
    assert relation.child == find(reading, "甘肃科技集团").id
    assert [finding for finding in check(store.db, FIRM) if finding.wrong] == []
    (line,) = gold_lines(store, "all")
    assert {span["label"] for span in json.loads(line)["spans"]} == {"FIRM", "TARGET"}
    assert len(automatic_backups(old)) == 1
    store.close()
    Store.open(old, "ann", FIRM).close()
    assert len(automatic_backups(old)) == 1


def test_undo_reaches_back_over_it(old: Path) -> None:
    """What the log has under the old name comes back under the new one."""
    store = Store.open(old, "ann", FIRM)
    reading = store.reading(IT.id)
    seen = [reading.marks]
    while reading.undo():
        seen.append(reading.marks)
    assert len(seen) == 4
    assert {mark.span.label for mark in reading.marks} == {"FIRM", "TARGET"}
    assert reading.undecided == 4
    for marks in reversed(seen[:-1]):
        assert reading.redo()
        assert reading.marks == marks
    assert [finding for finding in check(store.db, FIRM) if finding.wrong] == []
    store.close()


def test_it_may_be_renamed_again_and_the_name_used_anew(old: Path) -> None:
    """Each edit speaks of the labels of its time, whatever these mean later."""
    store = Store.open(old, "ann", FIRM)
    store.reading(IT.id).add(0, 2, "FIRM")
    store.close()
    again = parse_scheme(
        FIRM.source.replace('"FIRM"', '"HOUSE"').replace('["ORG"]', '["FIRM"]'), "again.toml"
    )
    store = Store.open(old, "ann", again)
    reading = store.reading(IT.id)
    while reading.undo():
        pass
    while reading.redo():
        pass
    assert {mark.span.label for mark in reading.marks} == {"HOUSE", "TARGET"}
    more = '[[labels]]\nname = "ORG"\nzh = "新"\nlayer = "entity"\ncolour = "#123456"\n'
    store.close()
    store = Store.open(old, "ann", parse_scheme(again.source + more, "more.toml"))
    reading = store.reading(IT.id)
    assert reading.add(37, 40, "ORG")
    assert reading.undo()
    assert reading.redo()
    assert [mark.span.label for mark in reading.marks if mark.span.label == "ORG"] == ["ORG"]
    assert [finding for finding in check(store.db, store.scheme) if finding.wrong] == []
    store.close()


def test_two_labels_made_one_must_not_meet(old: Path) -> None:
    """Where both were decided on at one place the renaming is refused, and nothing is changed."""
    store = Store.open(old, "ann", default_scheme())
    reading = store.reading(IT.id)
    reading.reject(find(reading, "甘肃科技集团").id)
    store.put_suggestions(IT.id, "jinbiao", "2", [suggest("甘肃科技集团", "LOC")])
    reading.refresh()
    reading.reject(find(reading, "甘肃科技集团", "LOC").id)
    store.close()
    source = default_scheme().source
    start = source.index('[[labels]]\nname = "ORG"')
    end = source.index("[[labels]]", start + 1)
    merged = source[:start] + source[end:]
    merged = merged.replace('name = "LOC"', 'name = "LOC"\nwas = ["ORG"]').replace('"ORG", ', "")
    with pytest.raises(StoreError, match="ORG to LOC would put decisions"):
        Store.open(old, "ann", parse_scheme(merged, "merged.toml"))
    store = Store.open(old, "ann", default_scheme())
    assert ("ORG", "rejected") in labels(store)
    store.close()


def test_stores_merge_only_under_the_same_names(old: Path, tmp_path: Path) -> None:
    """Then what was logged under the old name comes under the new one."""
    store = Store.open(tmp_path / "new.db", "bob", FIRM)
    with pytest.raises(StoreError, match="same scheme first"):
        Store.open(tmp_path / "third.db", "bob", default_scheme()).merge(_opened(old, FIRM))
    store.add(IT)
    store.db.run("INSERT INTO renames (old, new, until) VALUES ('ORG', 'FIRM', 0)")
    assert store.merge(old).edits == 3
    ann = Store.open(store.db.path, "ann", FIRM)
    reading = ann.reading(IT.id)
    assert [reading.undo() is not None for _ in range(3)] == [True] * 3
    assert {mark.span.label for mark in reading.marks} == {"FIRM", "TARGET"}
    assert [finding for finding in check(ann.db, FIRM) if finding.wrong] == []
    ann.close()
    store.close()


def _opened(path: Path, scheme: Scheme) -> Path:
    Store.open(path, "ann", scheme).close()
    return path

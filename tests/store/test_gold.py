"""The gold set: what a line holds, which reading it takes, and when nothing is written."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from store.errors import GoldError
from store.formats.gold import gold_lines
from store.formats.validation import validate
from store.formats.writing import write_lines
from store.reading import Reading
from store.store import Store
from tests.store.building import TEXT, article, find, place, repaired_article, suggest
from tests.store.conftest import OpenStore
from text.errors import UsageError

FIGURE = "工业总产值突破2300亿元"


def gold(store: Store, **options: Any) -> list[dict[str, Any]]:
    """The lines of the gold set, read."""
    return [json.loads(line) for line in gold_lines(store, **options)]


@pytest.fixture
def reviewed(reading: Reading) -> Reading:
    """One mark of each state, one left undecided, and the article done."""
    reading.accept(find(reading, "甘肃科技集团").id)
    title = find(reading, "党委书记")
    reading.move(title.id, title.span.start + 2, title.span.end)
    reading.reject(find(reading, "张利明").id)
    reading.add(*place("2025年"), "EVENT")
    reading.set_comment("看过")
    reading.finish()
    return reading


def test_a_line_is_as_agreed(reviewed: Reading, store: Store) -> None:
    """Every field, in the agreed order."""
    ((line, text),) = [(json.loads(text), text) for text in gold_lines(store)]
    added = next(mark for mark in reviewed.marks if mark.state == "added")
    corrected = find(reviewed, "书记")
    assert list(line) == ["id", "text", "answer", "spans", "relations", "rejected", "meta"]
    assert (line["id"], line["text"], line["answer"]) == (article().id, TEXT, "accept")
    first, second, third = line["spans"]
    decided = find(reviewed, "甘肃科技集团").decided
    assert list(first.items()) == [
        ("id", "s0-6-ORG"),
        ("start", 0),
        ("end", 6),
        ("raw_start", 1),
        ("raw_end", 7),
        ("label", "ORG"),
        ("text", "甘肃科技集团"),
        ("attributes", {}),
        ("origin", "accepted"),
        ("by", "lac"),
        ("annotator", "ann"),
        ("decided", decided),
        ("suggested", {"start": 0, "end": 6, "label": "ORG", "attributes": {}, "score": 0.9}),
    ]
    assert (second["id"], second["text"], second["origin"]) == (corrected.id, "书记", "corrected")
    assert (second["suggested"]["start"], second["suggested"]["end"]) == (6, 10)
    assert (third["id"], third["origin"]) == (added.id, "added")
    assert not third.keys() & {"by", "suggested"}
    assert line["rejected"] == [
        {"start": 10, "end": 13, "label": "PER", "text": "张利明", "by": "lac", "annotator": "ann"}
    ]
    assert line["meta"] == {
        "source": "seeds/一.txt",
        "title": None,
        "published": None,
        "status": "done",
        "undecided": 1,
        "comment": "看过",
        "annotators": ["ann"],
        "reading": "ann",
        "scheme": "policy",
        "scheme_version": store.scheme.version,
        "text_sha256": sha256(TEXT.encode()).hexdigest(),
        "raw_sha256": article().raw_sha256,
        "jinbiao": version("jinbiao"),
    }
    assert "\n" not in text


def test_offsets_point_at_the_words_in_text_and_in_raw(reviewed: Reading, store: Store) -> None:
    """As a spaCy user would read them, and in the file as it came."""
    it = repaired_article()
    store.add(it)
    repaired = store.reading(it.id)
    repaired.add(0, 2, "EVENT")
    repaired.add(2, 4, "PROJECT")
    repaired.finish()
    first, second = gold(store)
    for line, raw in ((first, article().raw), (second, it.raw)):
        assert line["spans"]
        for span in line["spans"]:
            assert line["text"][span["start"] : span["end"]] == span["text"]
            start, end = it.revision.alignment.to_raw(0, 1)
            assert raw[span["raw_start"] : span["raw_end"]]
    assert it.raw[second["spans"][0]["raw_start"] : second["spans"][0]["raw_end"]] == "實(shí)現稅"
    assert (start, end) == (0, 1)


def test_the_same_store_gives_the_same_bytes(
    reviewed: Reading, store: Store, open_store: OpenStore
) -> None:
    """Now, after a restart, and for whoever exports."""
    lines = list(gold_lines(store))
    assert list(gold_lines(open_store())) == lines
    assert list(gold_lines(open_store("bob"))) == lines


def test_only_what_is_done_unless_all_is_asked_for(reading: Reading, store: Store) -> None:
    """`all` has every article, with decided spans only."""
    store.add(article("别的。"))
    reading.accept(find(reading, "张利明").id)
    assert gold(store) == []
    first, second = gold(store, which="all")
    assert [span["text"] for span in first["spans"]] == ["张利明"]
    assert (first["meta"]["status"], first["meta"]["undecided"]) == ("open", 3)
    assert (second["meta"]["status"], second["meta"]["reading"]) == ("new", None)
    assert (second["spans"], second["meta"]["annotators"]) == ([], [])


def test_a_web_page_tells_its_address(store: Store, tmp_path: Path) -> None:
    """Others have no such key, so that their lines are as they always were."""
    store.add(replace(article(), address="https://example.org/1"))
    store.add(repaired_article())
    page, other = gold(store, which="all")
    assert page["meta"]["address"] == "https://example.org/1"
    assert "address" not in other["meta"]
    (tmp_path / "gold.jsonl").write_text(json.dumps(page), encoding="utf-8")
    assert validate(tmp_path / "gold.jsonl") == []


def test_articles_come_in_import_order(store: Store) -> None:
    """Whatever order they were done in."""
    articles = [article(f"第{number}篇。") for number in range(5)]
    for it in articles:
        store.add(it)
    for it in reversed(articles):
        store.reading(it.id).finish()
    assert [line["id"] for line in gold(store)] == [it.id for it in articles]


def test_several_readings_need_a_name(
    reviewed: Reading, store: Store, open_store: OpenStore
) -> None:
    """Both are named in the error; either can be asked for, nobody else's."""
    bob = open_store("bob").reading(article().id)
    bob.reject(find(bob, FIGURE).id)
    assert [line["meta"]["reading"] for line in gold(store)] == ["ann"]
    bob.finish()
    with pytest.raises(UsageError, match="'ann', 'bob'"):
        gold(store)
    (line,) = gold(store, reading="bob")
    assert (line["meta"]["reading"], line["meta"]["annotators"]) == ("bob", ["bob"])
    with pytest.raises(UsageError, match=r"no reading 'eve'.*'ann', 'bob'"):
        gold(store, reading="eve")


def test_the_adjudicated_reading_goes_before_all(
    reviewed: Reading, store: Store, open_store: OpenStore
) -> None:
    """Also before one that is named."""
    bob = open_store("bob").reading(article().id)
    bob.finish()
    store.db.run("UPDATE readings SET kind = 'adjudicated' WHERE name = 'bob'")
    assert [line["meta"]["reading"] for line in gold(store)] == ["bob"]
    assert [line["meta"]["reading"] for line in gold(store, reading="ann")] == ["bob"]
    store.db.run("UPDATE readings SET status = 'open' WHERE name = 'bob'")
    assert gold(store) == []


def test_stored_relations_are_exported(reading: Reading, store: Store) -> None:
    """With the ids that the spans have in the line."""
    target, owner = find(reading, FIGURE), find(reading, "张利明")
    reading.relate(target.id, owner.id)
    (line,) = gold(store, which="all")
    assert line["relations"] == [{"head": target.id, "child": owner.id, "label": "owner"}]
    (span,) = [span for span in line["spans"] if span["id"] == target.id]
    assert span["attributes"]["owner"] == "张利明"


def test_an_owner_known_by_its_words_is_the_nearest_before(store: Store) -> None:
    """Of spans with those words: the last one before the target, else the first one after."""
    text = "乙公司说。甲公司、甲公司产值1亿元，产值2亿元，甲公司。乙公司。"
    it = article(text)
    store.add(it)
    first, middle = text.index("甲公司"), text.index("甲公司", 9)
    last = text.rindex("甲公司")
    owned = [
        suggest("产值1亿元", "RESULT", text=text, owner="甲公司"),
        suggest("产值2亿元", "RESULT", text=text, owner="丙公司"),
    ]
    store.put_suggestions(it.id, "jinbiao", "1", owned)
    reading = store.reading(it.id)
    for mark in reading.marks:
        reading.accept(mark.id)
    ids = {}
    for start in (first, middle, last):
        edit = reading.add(start, start + 3, "ORG")
        assert edit
        ids[start] = edit.mark

    def owner() -> list[tuple[str, str]]:
        (line,) = gold(store, which="all")
        return [(relation["head"], relation["child"]) for relation in line["relations"]]

    head = find(reading, "产值1亿元", text=text).id
    for start in (middle, first, last):
        assert owner() == [(head, ids[start])]
        reading.reject(ids[start])
    assert owner() == []


def test_an_offset_that_does_not_hold_stops_the_export(
    reviewed: Reading, store: Store, tmp_path: Path
) -> None:
    """It is named, and what was there before stays as it was."""
    target = tmp_path / "exports" / "gold.jsonl"
    write_lines(gold_lines(store), target)
    before = target.read_bytes()
    store.db.run("UPDATE spans SET start = start + 1 WHERE text = '甘肃科技集团'")
    with pytest.raises(GoldError, match="'甘肃科技集团' but now reads '肃科技集团'") as stopped:
        write_lines(gold_lines(store), target)
    assert stopped.value.exit_status == 1
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_what_is_exported_is_valid(reviewed: Reading, store: Store, tmp_path: Path) -> None:
    """Done or all, with relations and without."""
    store.add(article("别的。", source="a\x1b[31m\u202e.txt"))
    reviewed.relate(find(reviewed, FIGURE).id, find(reviewed, "甘肃科技集团").id)
    for which in ("done", "all"):
        target = tmp_path / f"{which}.jsonl"
        write_lines(gold_lines(store, which), target)
        assert validate(target) == []
    assert "\x1b" not in target.read_text(encoding="utf-8")
    assert "\u202e" not in target.read_text(encoding="utf-8")
    assert gold(store, which="all")[1]["meta"]["source"] == "a\x1b[31m\u202e.txt"

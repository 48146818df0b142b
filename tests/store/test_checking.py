"""A sound store has no finding; each kind of damage has one, with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from store import checking
from store.backup import automatic_backups
from store.checking import Finding, check, repair
from store.reading import Reading
from store.store import Store
from store.surroundings import file_system, has_wal_reset_bug
from tests.store.building import article, find, repaired_article
from text.scheme import default_scheme


def findings(store: Store) -> list[Finding]:
    """What is wrong, dangers left out: they are the machine's."""
    return [finding for finding in check(store.db, store.scheme) if finding.wrong]


@pytest.fixture
def busy(reading: Reading, store: Store) -> Reading:
    """A reading with decisions, a relation, an undo and a comment."""
    store.add(repaired_article())
    reading.accept(find(reading, "张利明").id)
    reading.relate(find(reading, "工业总产值突破2300亿元").id, find(reading, "甘肃科技集团").id)
    reading.reject(find(reading, "党委书记").id)
    reading.undo()
    reading.set_comment("x")
    return reading


def test_a_sound_store_has_no_finding(busy: Reading, store: Store) -> None:
    """With all that a store can hold."""
    assert findings(store) == []


BY_HAND = [
    ("UPDATE spans SET start = start + 1 WHERE state = 'accepted'", "was decided on", True),
    ("UPDATE spans SET state = 'rejected' WHERE state = 'corrected'", "not what the edit", True),
    ("DELETE FROM relations", "not what the edit log led to", True),
    ("UPDATE readings SET status = 'done'", "not what the edit log led to", True),
    ("UPDATE readings SET undecided = 17", "counts 3 decided and 17 undecided", True),
    ("UPDATE articles SET run = NULL", "another run than the newest", True),
    ("DELETE FROM facets WHERE facet = 'label'", "lack what leads queries to them", True),
    ("DELETE FROM facets WHERE facet = 'highest'", "lack what leads queries to them", True),
    ("UPDATE facets SET number = number + 7", "lack what leads queries to them", True),
    ("DELETE FROM stretches", "stretches of finished", True),
    ("UPDATE stretches SET last = last + 1 WHERE kind = 'done'", "stretches of finished", True),
    ("UPDATE readings SET article_number = NULL", "do not know their article's", True),
    ("UPDATE bodies SET text = text || '。'", "its alignment is for", False),
    ("UPDATE bodies SET alignment = '[['", "cannot be read", False),
    ("UPDATE bodies SET zones = '[[\"body\", 0, 9999]]'", "outside of its text", False),
    ("UPDATE articles SET raw_sha256 = 'x'", "or another's", False),
    ("UPDATE suggestions SET end = end + 9999 WHERE label = 'PER'", "1 suggestions are", False),
    ("PRAGMA foreign_keys = OFF; DELETE FROM people", "refers to a row of people", False),
]


@pytest.mark.parametrize(("sql", "words", "mended"), BY_HAND)
def test_what_somebody_changed_by_hand_is_found(
    busy: Reading, store: Store, sql: str, words: str, mended: bool
) -> None:
    """Each is told in a line with an advice; what the log knows better is put right, safely."""
    before = busy.marks, busy.relations, busy.status
    for statement in sql.split(";"):
        store.db.run(statement)
    found = findings(store)
    assert any(words in finding.what for finding in found), found
    assert all(finding.advice and "\n" not in finding.what for finding in found)
    assert any(finding.repair is not None for finding in found) == mended
    repair(store.db, found)
    # Counts come to light when the marks that they count are right.
    repair(store.db, findings(store))
    assert bool(findings(store)) is not mended
    if mended:
        assert automatic_backups(store.db.path)
        busy.refresh()
        assert (busy.marks, busy.relations, busy.status) == before


def test_a_log_that_does_not_hold_together_is_found(busy: Reading, store: Store) -> None:
    """It is not used to put anything right."""
    store.db.run("DROP TRIGGER edits_stay")
    store.db.run("UPDATE edits SET before = '{}', after = '{}' WHERE id = 1")
    store.db.run("UPDATE edits SET before = replace(after, '张', '李') WHERE id = 2")
    found = findings(store)
    assert any("does not follow" in finding.what for finding in found)
    assert all(finding.repair is None for finding in found)


def test_overlapping_spans_are_found(busy: Reading, store: Store) -> None:
    """No verb makes them, so somebody did it by hand."""
    span = "SELECT reading, 'x', revision, start, end, label, attributes, text, 'added', annotator"
    store.db.run(
        "INSERT INTO spans (reading, id, revision, start, end, label, attributes, text, state,"
        f" annotator, decided) {span}, decided FROM spans WHERE label = 'PER'"
    )
    assert any("overlap" in finding.what for finding in findings(store))


def test_flipped_bytes_are_found(busy: Reading, store: Store, path: Path) -> None:
    """SQLite's own check tells; the advice is a backup, and nothing is repaired."""
    for number in range(30):
        store.add(article(f"第{number}篇。" * 500))
    store.close()
    data = bytearray(path.read_bytes())
    data[-8192:] = bytes(byte ^ 0xA5 for byte in data[-8192:])
    path.write_bytes(data)
    damaged = Store.open(path, "ann", default_scheme())
    found: Sequence[Finding] = findings(damaged)
    assert found
    assert any("backup" in finding.advice for finding in found)
    damaged.close()


def test_a_missing_index_entry_is_built_anew(busy: Reading, store: Store) -> None:
    """Nothing of the data is lost with an index."""
    store.db.run("PRAGMA writable_schema = ON")
    store.db.run(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX spans_by_label ON spans(label, end)'"
        " WHERE name = 'spans_by_label'"
    )
    store.close()
    again = Store.open(store.db.path, "ann", default_scheme())
    found = findings(again)
    assert any("index" in finding.what and finding.repair for finding in found)
    assert repair(again.db, found) > 0
    assert findings(again) == []
    again.close()


def test_dangers_are_told_but_are_not_wrong(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old SQLite or a network file system: what may come of it, and what to do."""
    monkeypatch.setattr("store.surroundings.driver.sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr("store.surroundings.file_system", lambda path: "nfs4")
    found = list(checking.check(store.db, store.scheme))
    assert ["WAL-reset" in found[0].what, "nfs4" in found[1].what] == [True, True]
    assert not any(finding.wrong for finding in found)
    assert all(finding.advice for finding in found)


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 40, 1), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_which_sqlite_has_the_bug(version: tuple[int, int, int], affected: bool) -> None:
    """As sqlite.org/wal.html has it."""
    assert has_wal_reset_bug(version) is affected


def test_the_file_system_is_that_of_the_innermost_mount(tmp_path: Path) -> None:
    """A later mount on the same point hides an earlier one; names may have escapes in them."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "2 1 0:5 / /srv rw shared:1 - tmpfs tmpfs rw\n"
        "3 1 0:6 / /srv rw shared:1 - nfs4 host:/x rw\n"
        "4 1 0:7 / /srv/my\\040disk rw - cifs //host/y rw\n"
    )
    assert file_system(Path("/home/a.db"), mounts) == "ext4"
    assert file_system(Path("/srv/a.db"), mounts) == "nfs4"
    assert file_system(Path("/srv/my disk/a.db"), mounts) == "cifs"
    assert file_system(Path("/srvx/a.db"), mounts) == "ext4"
    assert file_system(Path("/x"), tmp_path / "missing") is None

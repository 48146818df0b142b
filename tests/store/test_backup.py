"""Backups: whole, sound, and made while others write."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store import backup
from store.backup import automatic_backups
from store.database import VERSION
from store.errors import StoreError
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find
from tests.store.conftest import OpenStore
from tests.store.test_migrations import old_store
from text.errors import UsageError
from text.scheme import default_scheme


def test_a_backup_is_a_store_by_itself(reading: Reading, store: Store, tmp_path: Path) -> None:
    """What stands in the -wal is in it, it has none of its own, and it opens."""
    reading.accept(find(reading, "张利明").id)
    target = tmp_path / "copies" / "one.db"
    target.parent.mkdir()
    store.backup(target)
    assert [path.name for path in target.parent.iterdir()] == ["one.db"]
    copy = Store.open(target, "ann", default_scheme())
    assert copy.reading(article().id).marks == reading.marks
    assert copy.reading(article().id).undo()
    copy.close()
    assert reading.mark(find(reading, "张利明").id)


def test_a_backup_takes_the_place_of_an_earlier_one(store: Store, tmp_path: Path) -> None:
    """In one step; and another transaction in the making is not in it."""
    target = tmp_path / "one.db"
    store.backup(target)
    store.add(article())
    store.backup(target)
    copy = Store.open(target, "ann", default_scheme())
    assert copy.has(article().id)
    copy.close()


def test_a_backup_is_made_while_another_writes(
    store: Store, open_store: OpenStore, tmp_path: Path
) -> None:
    """Nobody waits; what is not committed is not in it."""
    store.add(article("一"))
    other = open_store("bob")
    with other.batch():
        other.add(article("二"))
        store.backup(tmp_path / "one.db")
    copy = Store.open(tmp_path / "one.db", "ann", default_scheme())
    assert [card.id for card in copy.library()] == [article("一").id]
    copy.close()


@pytest.mark.parametrize("name", ["jinbiao.db", ".", "nowhere/one.db"])
def test_a_place_that_cannot_be_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    """The store itself, a folder, a folder that is not there; nothing is left behind."""
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UsageError, match="backup"):
        store.backup(tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_no_backup_stays(store: Store, tmp_path: Path) -> None:
    """An article, say: there may be no other copy of it. An empty one holds nothing."""
    target = tmp_path / "一.txt"
    target.write_text("甘肃", encoding="utf-8")
    with pytest.raises(UsageError, match="is no backup, and stays"):
        store.backup(target)
    assert target.read_text(encoding="utf-8") == "甘肃"
    target.write_bytes(b"")
    store.backup(target)
    assert target.stat().st_size


def test_a_damaged_store_replaces_no_backup(store: Store, path: Path) -> None:
    """The earlier backup may be all that is left."""
    for number in range(30):
        store.add(article(f"第{number}篇。" * 500))
    store.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(byte ^ 0xA5 for byte in data[len(data) // 2 :])
    path.write_bytes(data)
    target = path.with_name("one.db")
    earlier = b"SQLite format 3\0 earlier"
    target.write_bytes(earlier)
    damaged = Store.open(path, "ann", default_scheme())
    with pytest.raises(StoreError, match=r"damaged|not made"):
        damaged.backup(target)
    damaged.close()
    assert target.read_bytes() == earlier


def test_an_older_store_is_copied_before_it_is_changed(path: Path) -> None:
    """The copy is what it was, schema and all; a store that is up to date gets none."""
    Store.open(old_store(1, path), "ann", default_scheme()).close()
    (copy,) = automatic_backups(path)
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM edits").fetchone() == (6,)
    connection.close()
    Store.open(path, "ann", default_scheme()).close()
    assert automatic_backups(path) == [copy]
    assert VERSION > 1


def test_automatic_backups_rotate(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest stay."""
    for hour in range(5):
        monkeypatch.setattr(backup.time, "strftime", lambda *_, hour=hour: f"20260101T0{hour}0000Z")
        store.db.back_up_beside()
    names = [made.name[-16:] for made in automatic_backups(path)]
    assert names == ["20260101T040000Z", "20260101T030000Z", "20260101T020000Z"]


def test_two_backups_in_one_second_are_two(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The later one is named after the next second, so it is the newer one still."""
    monkeypatch.setattr(backup.time, "time", lambda: 1_767_236_645.5)
    made = [store.db.back_up_beside() for _ in range(2)]
    assert [it.name[-16:] for it in made] == ["20260101T030405Z", "20260101T030406Z"]
    assert automatic_backups(path) == made[::-1]


def test_a_migration_without_room_for_its_backup_is_not_begun(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is as it was, and can be opened when there is room."""
    old_store(1, path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("store.backup.os.fsync", full)
        with pytest.raises(StoreError, match="No space left"):
            Store.open(path, "ann", default_scheme())
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]
    Store.open(path, "ann", default_scheme()).close()

"""A store whose files are copied, deleted or replaced; a clock gone wrong; endless undoing."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from store import clock
from store.backup import automatic_backups
from store.checking import check, repair
from store.errors import StoreError
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find
from tests.store.conftest import OpenStore
from text.scheme import default_scheme


def sound(store: Store) -> bool:
    """Whether nothing is wrong with the store."""
    return not [finding for finding in check(store.db, store.scheme) if finding.wrong]


def other_store(path: Path, target: Path) -> None:
    """Put another store in the place of the one at `path`."""
    Store.open(target, "bob", default_scheme()).close()
    target.replace(path)


@pytest.mark.parametrize("what", ["deleted", "moved", "replaced"])
def test_a_store_that_is_gone_takes_no_decision(
    reading: Reading, path: Path, tmp_path: Path, what: str
) -> None:
    """It is told, instead of saving into a file that nobody will find; put back, it goes on."""
    kept = tmp_path / "kept.db"
    os.link(path, kept)
    if what == "replaced":
        other_store(path, tmp_path / "new.db")
    else:
        path.unlink()
    before = reading.marks
    with pytest.raises(StoreError, match="deleted, moved or replaced"):
        reading.accept(find(reading, "张利明").id)
    assert reading.marks == before
    kept.replace(path)
    assert reading.accept(find(reading, "张利明").id)


def test_a_wal_that_is_gone_is_told(reading: Reading, store: Store, path: Path) -> None:
    """What was saved before is written into the store at the end."""
    mark = find(reading, "张利明").id
    assert reading.accept(mark)
    path.with_name(f"{path.name}-wal").unlink()
    with pytest.raises(StoreError, match="-wal file was deleted"):
        reading.reject(mark)
    store.close()
    again = Store.open(path, "ann", default_scheme())
    assert find(again.reading(article().id), "张利明").state == "accepted"
    assert sound(again)
    again.close()


def test_a_copy_without_its_wal_is_an_earlier_state(
    reading: Reading, path: Path, tmp_path: Path
) -> None:
    """Made while the store was in use: what is only in the -wal is missing, the rest is sound."""
    reading.accept(find(reading, "张利明").id)
    shutil.copy(path, tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db", "ann", default_scheme())
    assert copy.library() == []
    assert sound(copy)
    assert copy.add(article())
    copy.close()


def test_a_copy_with_its_wal_has_everything(reading: Reading, path: Path, tmp_path: Path) -> None:
    """Also where the store goes on meanwhile."""
    reading.accept(find(reading, "张利明").id)
    for end in ("", "-wal"):
        shutil.copy(path.with_name(f"{path.name}{end}"), tmp_path / f"copy.db{end}")
    reading.undo()
    copy = Store.open(tmp_path / "copy.db", "ann", default_scheme())
    assert find(copy.reading(article().id), "张利明").state == "accepted"
    assert sound(copy)
    copy.close()


def test_another_stores_wal_is_refused_or_left_out(
    reading: Reading, store: Store, path: Path, tmp_path: Path
) -> None:
    """A -wal that does not belong to the file never gets into it unnoticed."""
    reading.accept(find(reading, "张利明").id)
    shutil.copy(path.with_name(f"{path.name}-wal"), tmp_path / "wal")
    store.close()
    before = path.read_bytes()
    path.with_name(f"{path.name}-wal").write_bytes((tmp_path / "wal").read_bytes()[:-100])
    again = Store.open(path, "ann", default_scheme())
    # Older pages may have come back under what is derived from the decisions, and nowhere else.
    found = [finding for finding in check(again.db, again.scheme) if finding.wrong]
    assert all(finding.repair for finding in found)
    repair(again.db, found)
    assert sound(again)
    assert find(again.reading(article().id), "张利明").state == "accepted"
    again.close()
    assert len(path.read_bytes()) == len(before)


def test_undo_does_not_go_by_the_clock(
    reading: Reading, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it jumps, the last edit is the one that was made last."""
    moments = ["2026-01-03", "2026-01-01", "2036-01-01", "1970-01-01"]
    seen = [reading.marks]
    for day, name in zip(moments, ("甘肃科技集团", "党委书记", "张利明"), strict=False):
        monkeypatch.setattr(clock, "now", lambda later=0.0, day=day: f"{day}T00:00:00Z")
        reading.accept(find(reading, name).id)
        seen.append(reading.marks)
    again = open_store().reading(article().id)
    for marks in reversed(seen[:-1]):
        assert again.undo()
        assert again.marks == marks
    for marks in seen[1:]:
        assert again.redo()
        assert again.marks == marks


def test_a_backup_is_kept_though_the_clock_went_back(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It bears an earlier time than those there are, and is the newest all the same."""
    for day in ("20360101", "20360102", "20360103"):
        path.with_name(f"{path.name}.backup-{day}T000000Z").write_bytes(b"")
    monkeypatch.setattr(time, "gmtime", lambda *_: time.struct_time((2026, 1, 1, 0, 0, 0, 3, 1, 0)))
    made = store.db.back_up_beside()
    assert made.is_file()
    assert len(automatic_backups(path)) == 3


def test_thousands_of_undos(reading: Reading, store: Store, open_store: OpenStore) -> None:
    """Deciding and taking back in turn, all of it still there in another sitting."""
    mark = find(reading, "张利明").id
    # In one transaction only to be quick: the edits are the same.
    with store.batch():
        for _ in range(1_500):
            assert reading.reject(mark)
            assert reading.undo()
    again = open_store().reading(article().id)
    assert again.marks == reading.marks
    assert again.undo() is None
    assert again.redo()
    (past,) = open_store().history(article().id)
    assert len(past.lines) == 3_001

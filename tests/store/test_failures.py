"""When the store fails in the middle: an error, and memory and file as they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store import database
from store.errors import BusyError, StoreError
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find
from tests.store.conftest import OpenStore
from text.scheme import default_scheme

ROOT = Path(__file__).parents[2]


def fill_up(store: Store) -> None:
    """Let the file grow no further, as on a full disk."""
    (pages,) = store.db.row("PRAGMA page_count") or (0,)
    store.db.run(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_loses_only_the_last_action(
    reading: Reading, store: Store, open_store: OpenStore
) -> None:
    """It is said so; what is shown is what is on disk, and goes on when there is room."""
    reading.set_comment("as it was")
    before = reading.marks
    fill_up(store)
    with pytest.raises(StoreError, match="disk is full"):
        reading.set_comment("more than there is room for " * 10_000)
    assert (reading.marks, reading.comment) == (before, "as it was")
    assert open_store().reading(article().id).comment == "as it was"
    assert store.db.rows("SELECT count(*) FROM edits") == [(1,)]
    store.db.run("PRAGMA max_page_count = 1000000")
    assert reading.accept(find(reading, "张利明").id)


def test_a_locked_store_leaves_the_marks_alone(
    reading: Reading, store: Store, open_store: OpenStore
) -> None:
    """The decision is refused, and works when the lock is gone."""
    store.wait_at_most(0.02)
    before = reading.marks
    with open_store().db.transaction(), pytest.raises(BusyError, match="locked"):
        reading.accept(find(reading, "张利明").id)
    assert reading.marks == before
    assert reading.undecided == 4
    assert reading.accept(find(reading, "张利明").id)
    assert reading.undo()


def test_an_interrupt_in_a_decision_leaves_the_marks_alone(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is raised before the commit, Ctrl-C too."""

    def interrupted() -> str:
        raise KeyboardInterrupt

    before = reading.marks
    with monkeypatch.context() as patch:
        patch.setattr("store.journal.rows_json", lambda *_: interrupted())
        with pytest.raises(KeyboardInterrupt):
            reading.add(0, 3, "ORG")
    assert reading.marks == before
    assert reading.add(0, 3, "ORG")


def test_an_article_is_imported_whole_or_not_at_all(store: Store) -> None:
    """On a full disk nothing of it is there."""
    fill_up(store)
    with pytest.raises(StoreError, match="disk is full"):
        store.add(article("甲" * 1_000_000))
    assert store.library() == []
    assert store.db.rows("SELECT 1 FROM raws UNION ALL SELECT 1 FROM bodies") == []


def test_a_damaged_page_is_told(reading: Reading, store: Store, path: Path) -> None:
    """Flipped bytes in the middle of the file are an error, not a wrong answer or a crash."""
    store.close()
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(byte ^ 0xA5 for byte in data[4096:])
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path, "ann", default_scheme()).library()


def test_killed_in_the_middle_everything_that_was_saved_is_there(store: Store, path: Path) -> None:
    """`kill -9` at any moment: what was reported as saved is there, and the file is sound."""
    it = article("甘肃科技集团。" * 400)
    store.add(it)
    code = (
        "import sys; from pathlib import Path; from store.store import Store\n"
        "from text.scheme import default_scheme\n"
        "store = Store.open(Path(sys.argv[1]), 'ann', default_scheme())\n"
        "reading = store.reading(sys.argv[2])\n"
        "start = len(reading.marks)\n"
        "for number in range(start, 400):\n"
        "    edit = reading.add(number * 7, number * 7 + 6, 'ORG')\n"
        "    print(edit.mark, flush=True)\n"
    )
    printed: set[str] = set()
    for round_ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", code, path, it.id], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        for _ in range(4 + 5 * round_):
            printed.add(process.stdout.readline().strip())
        process.kill()
        printed |= {line.strip() for line in process.stdout if line.endswith("\n")}
        process.wait()
        process.stdout.close()
    reading = store.reading(it.id)
    assert printed <= {mark.id for mark in reading.marks}
    assert store.db.row("PRAGMA integrity_check") == ("ok",)
    assert store.db.rows("PRAGMA foreign_key_check") == []
    (edits,) = store.db.row("SELECT count(*) FROM edits") or (0,)
    assert edits == len(reading.marks)


def test_the_errors_of_the_driver_never_escape(store: Store) -> None:
    """Also a plain mistake in a statement leaves as a StoreError that names the file."""
    with pytest.raises(StoreError, match=str(store.db.path)):
        store.db.run("SELECT nonsense FROM nowhere")
    assert database.BUSY_SECONDS > 0

"""Opening a store: made where there is none, refused untouched where the file is not ours."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from store import database
from store.database import APPLICATION_ID, VERSION
from store.driver import driver
from store.errors import StoreError
from store.migrations import STEPS
from store.store import Store
from tests.store.building import article
from tests.store.conftest import OpenStore
from tests.store.other_account import needs_root, opened_by_nobody
from text.scheme import Scheme, SchemeError, default_scheme, parse_scheme

ROOT = Path(__file__).parents[2]


def refusal(path: Path) -> str:
    """Why the store at `path` cannot be opened."""
    with pytest.raises(StoreError) as refused:
        Store.open(path, "ann", default_scheme())
    assert refused.value.exit_status == 4
    message = str(refused.value)
    assert "\n" not in message
    assert str(path) in message
    return message


def test_a_new_store_is_durable_and_strict(store: Store, path: Path) -> None:
    """WAL, synchronous FULL, foreign keys, and every table STRICT."""
    (mode,) = store.db.row("PRAGMA journal_mode")
    (synchronous,) = store.db.row("PRAGMA synchronous")
    (foreign_keys,) = store.db.row("PRAGMA foreign_keys")
    assert (mode, synchronous, foreign_keys) == ("wal", 2, 1)
    ours = store.db.rows(
        "SELECT name, strict FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%'"
    )
    assert {name for name, _ in ours} >= {"articles", "spans", "edits"}
    assert all(strict for _, strict in ours)


def test_a_new_store_says_whose_it_is(store: Store, path: Path) -> None:
    """The file itself, without its -wal, bears the application id and the version."""
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == VERSION == len(STEPS)


def test_reopening_keeps_everything(open_store: OpenStore) -> None:
    """What was added is there after closing and opening again."""
    first = open_store()
    first.add(article())
    first.close()
    assert [card.id for card in open_store().library()] == [article().id]


def test_a_store_whose_making_was_cut_short_gets_its_wal(
    path: Path, open_store: OpenStore, store: Store
) -> None:
    """Killed between the first commit and the switch to WAL: the next opening switches."""
    store.close()
    connection = driver.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    assert open_store().db.row("PRAGMA journal_mode") == ("wal",)


def test_reopening_loads_no_migrations(path: Path, store: Store) -> None:
    """sqlite-utils is slow to import, and only a new or older store needs it; numpy never."""
    store.close()
    code = (
        "import sys; from pathlib import Path; from store.store import Store;"
        "from text.scheme import default_scheme;"
        "Store.open(Path(sys.argv[1]), 'ann', default_scheme()).close();"
        "slow = {'sqlite_utils', 'numpy', 'jsonschema', 'jieba', 'textual'};"
        "print(sorted(slow & sys.modules.keys()))"
    )
    run = [sys.executable, "-c", code]
    again = subprocess.run([*run, path], cwd=ROOT, capture_output=True, text=True, check=True)
    assert again.stdout.strip() == "[]"
    new = [*run, path.with_name("new.db")]
    first = subprocess.run(new, cwd=ROOT, capture_output=True, text=True, check=True)
    assert first.stdout.strip() == "['sqlite_utils']"


def test_an_empty_file_becomes_a_store(path: Path, open_store: OpenStore) -> None:
    """As SQLite itself takes it."""
    path.touch()
    assert open_store().library() == []


def test_an_interrupted_beginning_is_begun_again(path: Path, open_store: OpenStore) -> None:
    """A file with the id in place but no tables yet is a store to be made."""
    connection = driver.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    assert open_store().library() == []


@pytest.mark.parametrize("content", [b"hello, this is a text file, not a database\n", b"SQLite"])
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    """And left as it is, with nothing beside it."""
    path.write_bytes(content)
    assert "is no SQLite file" in refusal(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("pragma", ["application_id = 12345", "user_version = 0"])
def test_another_programs_database_is_refused(path: Path, pragma: str) -> None:
    """Whether it names itself or not; and it is left as it is."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "belongs to another program" in refusal(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_store_is_refused(path: Path, store: Store) -> None:
    """With both versions named, and not touched."""
    store.db.run(f"PRAGMA user_version = {VERSION + 1}")
    store.close()
    before = path.read_bytes()
    assert f"schema {VERSION + 1}, this one knows {VERSION}" in refusal(path)
    assert path.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """It is not made: the path may be mistyped."""
    assert "does not exist" in refusal(tmp_path / "nowhere" / "jinbiao.db")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    """A folder given as the store is refused."""
    assert "is no file" in refusal(tmp_path)


def test_a_truncated_store_is_refused(path: Path, store: Store) -> None:
    """A damaged file is called damaged."""
    for number in range(30):
        store.add(article(f"第{number}篇。" * 500))
    store.close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path, "bob", default_scheme()).library()


def test_a_locked_store_is_waited_for_and_then_refused(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program in the middle of a write: refused once the waiting is over."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with store.db.transaction():
        assert "locked" in refusal(path)


@needs_root
@pytest.mark.parametrize(
    ("locked", "words"),
    [
        ("file", "may not be written"),
        ("folder", "may not be written"),
        ("path", "cannot be read"),
        ("new", "check that it and its folder may be written"),
    ],
)
def test_a_store_that_cannot_be_written_is_refused(locked: str, words: str) -> None:
    """At once, not at the first decision."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "jinbiao.db"
    if locked != "new":
        Store.open(path, "ann", default_scheme()).close()
        path.chmod(0o644 if locked == "file" else 0o666)
    folder.chmod({"file": 0o777, "path": 0o700}.get(locked, 0o755))
    told = opened_by_nobody(path)
    shutil.rmtree(folder)
    assert words in told


def test_two_that_make_a_store_at_once_make_one(path: Path) -> None:
    """Processes that start together end with the same store."""
    code = (
        "import sys; from pathlib import Path; from store.store import Store;"
        "from text.scheme import default_scheme;"
        "Store.open(Path(sys.argv[1]), sys.argv[2], default_scheme()).close()"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", code, path, name], cwd=ROOT) for name in "abcd"
    ]
    assert [process.wait(60) for process in processes] == [0] * 4
    store = Store.open(path, "ann", default_scheme())
    people = store.db.rows("SELECT name FROM people ORDER BY name")
    store.close()
    assert people == [("a",), ("ann",), ("b",), ("c",), ("d",)]


def test_a_person_may_have_any_name(open_store: OpenStore) -> None:
    """Quotes, newlines and SQL in a name are just a name."""
    name = "O'Brien\"; DROP TABLE edits;\n李"
    store = open_store(name)
    store.add(article())
    reading = store.reading(article().id)
    reading.add(0, 6, "ORG")
    assert [mark.annotator for mark in reading.marks] == [name]


def test_a_scheme_without_a_label_in_use_is_refused(path: Path, store: Store) -> None:
    """With how many decisions use it; the store stays usable with the scheme it had."""
    store.add(article())
    store.reading(article().id).add(0, 6, "ORG")
    store.close()
    source = default_scheme().source.replace('"ORG"', '"FIRM"')
    with pytest.raises(StoreError, match=r"lacks: ORG \(1\)"):
        Store.open(path, "ann", parse_scheme(source, "firms.toml"))
    Store.open(path, "ann", default_scheme()).close()


def more_labels() -> Scheme:
    """The default scheme and a label LAW."""
    more = '[[labels]]\nname = "LAW"\nzh = "法"\nlayer = "entity"\ncolour = "#123456"\n'
    return parse_scheme(default_scheme().source + more, "more.toml")


def test_undo_of_a_label_that_is_gone_is_refused(path: Path, store: Store) -> None:
    """The scheme could not show it; nothing changes."""
    store.close()
    store = Store.open(path, "ann", more_labels())
    store.add(article())
    reading = store.reading(article().id)
    edit = reading.add(0, 2, "LAW")
    assert edit
    assert edit.mark
    reading.reject(edit.mark)
    store.close()
    store = Store.open(path, "ann", default_scheme())
    reading = store.reading(article().id)
    with pytest.raises(SchemeError, match="LAW"):
        reading.undo()
    assert reading.marks == ()
    assert reading.add(0, 2, "LOC")
    store.close()


def test_a_scheme_with_more_labels_is_adopted(path: Path, store: Store) -> None:
    """Additions apply, and the store keeps both schemes."""
    store.close()
    scheme = more_labels()
    store = Store.open(path, "ann", scheme)
    store.add(article())
    assert store.reading(article().id).add(0, 2, "LAW")
    kept = store.db.rows("SELECT hash, current FROM schemes ORDER BY current")
    store.close()
    assert kept == [(default_scheme().hash, 0), (scheme.hash, 1)]

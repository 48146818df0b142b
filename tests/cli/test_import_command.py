"""`jinbiao import`: each file whole or not at all, and twice is as good as once."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.store import Store
from tests.cli.running import Jinbiao, one_line
from text.scheme import default_scheme
from text.sources import find_files
from tui.jobs.import_articles import Imported, Known, import_articles


def sources(db: str = "jinbiao.db") -> list[str]:
    """Where the articles of the store came from, in import order."""
    store = Store.open(Path(db), "ann", default_scheme())
    found = [card.source for card in store.library()]
    store.close()
    return found


def contents(db: str) -> list[str]:
    """All rows of the store, as SQL, but for SQLite's own count of the numbers it gave out."""
    with closing(sqlite3.connect(db)) as opened:
        return [line for line in opened.iterdump() if "sqlite_sequence" not in line]


def test_each_file_is_a_line_and_the_last_line_counts(jinbiao: Jinbiao, articles: Path) -> None:
    """What was imported, with its clean length, and a summary."""
    ended = jinbiao("import", "articles")
    assert ended.stdout.splitlines() == [
        "articles/一.txt: imported, 42 characters",
        "articles/二.txt: imported, 25 characters",
        "2 articles imported",
    ]
    assert (ended.status, ended.stderr) == (0, "")
    assert sources() == ["articles/一.txt", "articles/二.txt"]


def test_importing_twice_changes_nothing_and_says_so(jinbiao: Jinbiao, articles: Path) -> None:
    """The same bytes are the same article, under whatever name they come again."""
    jinbiao("import", "articles")
    before = contents("jinbiao.db")
    (articles / "三.txt").write_bytes((articles / "一.txt").read_bytes())
    ended = jinbiao("import", "articles")
    assert ended.stdout.splitlines() == [
        "articles/一.txt: already there",
        "articles/三.txt: already there",
        "articles/二.txt: already there",
        "nothing new, 3 articles already there",
    ]
    assert ended.status == 0
    assert contents("jinbiao.db") == before


def test_what_cannot_be_read_does_not_hold_up_the_others(jinbiao: Jinbiao, articles: Path) -> None:
    """Each bad path is a line of its own; the summary counts both; the status is 3."""
    (articles / "丁.txt").write_bytes(b"\0\1\2")
    (articles / "empty").mkdir()
    ended = jinbiao("import", "missing.txt", "articles", "articles/empty")
    assert [line.split(" ")[1] for line in ended.stderr.splitlines()] == [
        *("missing.txt", "articles/丁.txt", "folder")
    ]
    assert all(line.startswith("jinbiao: ") for line in ended.stderr.splitlines())
    assert ended.stdout.splitlines()[-1] == "2 articles imported, 3 could not be read"
    assert ended.status == 3
    assert sources() == ["articles/一.txt", "articles/二.txt"]


def test_an_encoding_can_be_named(jinbiao: Jinbiao, folder: Path) -> None:
    """Text that would be read otherwise is read as told."""
    (folder / "a.txt").write_bytes("中文".encode("big5"))
    assert jinbiao("import", "a.txt", "--encoding", "big5").status == 0
    store = Store.open(folder / "jinbiao.db", "ann", default_scheme())
    [card] = store.library()
    assert store.article(card.id).raw == "中文"
    store.close()


def test_an_unknown_encoding_is_wrong_usage(jinbiao: Jinbiao, articles: Path) -> None:
    """It is named, and nothing is imported."""
    ended = jinbiao("import", "articles", "--encoding", "klingon")
    assert ended.status == 2
    assert "klingon" in one_line(ended.stderr)
    assert sources() == []


def test_a_path_cannot_write_on_the_terminal(jinbiao: Jinbiao, folder: Path) -> None:
    """Escapes, line breaks and bytes that are no UTF-8 in a file's name are made visible."""
    name = os.fsdecode(b"a\x1b[31m\n\xe4.txt")
    (folder / name).write_text("中文", encoding="utf-8")
    ended = jinbiao("import", name, name + "x")
    assert ended.stdout.splitlines()[0].startswith("a␛[31m␊")
    assert one_line(ended.stderr).startswith("nothing matches a␛[31m␊")


@pytest.mark.parametrize("length", [300, 5000])
def test_a_path_that_no_file_can_have_is_told(jinbiao: Jinbiao, folder: Path, length: int) -> None:
    """Even where the system refuses to look for it."""
    ended = jinbiao("import", "a" * length)
    assert ended.status == 3
    one_line(ended.stderr)


def test_import_wants_a_path(jinbiao: Jinbiao) -> None:
    """Without one it is wrong usage, and no store is made."""
    ended = jinbiao("import")
    assert ended.status == 2
    assert "jinbiao import --help" in one_line(ended.stderr)
    assert not Path("jinbiao.db").exists()


def test_an_interrupted_import_keeps_the_files_it_came_to(
    folder: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was told as imported is on disk, batch by batch."""
    monkeypatch.setattr("tui.jobs.import_articles.BATCH_ARTICLES", 1)
    store = Store.open(folder / "jinbiao.db", "ann", default_scheme())
    outcomes = import_articles(store, find_files(["articles"]))
    next(outcomes)
    assert sources() == ["articles/一.txt"]
    store.close()


@pytest.mark.parametrize(("limit", "value"), [("LENGTH", 0), ("SECONDS", -1.0), ("ARTICLES", 64)])
def test_a_batch_is_bounded(
    folder: Path, articles: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    """By what it holds and by the time it takes; without a bound all goes in one commit."""
    monkeypatch.setattr(f"tui.jobs.import_articles.BATCH_{limit}", value)
    (articles / "三.txt").write_text((articles / "一.txt").read_text("utf-8"), "utf-8")
    store = Store.open(folder / "jinbiao.db", "ann", default_scheme())
    outcomes = import_articles(store, find_files(["articles"]))
    first = next(outcomes)
    assert isinstance(first, Imported)
    assert len(sources()) == (2 if limit == "ARTICLES" else 1)
    rest = list(outcomes)
    assert [isinstance(outcome, Known) for outcome in rest].count(True) == 1
    assert len(sources()) == 2
    store.close()


@pytest.mark.parametrize("command", ["import", "serve"])
def test_a_path_mistyped_leaves_no_store(jinbiao: Jinbiao, folder: Path, command: str) -> None:
    """Each is told, and nothing was begun; with a store the other commands say the same."""
    (folder / "empty").mkdir()
    ended = jinbiao(command, "nowhere", "*.txt", "empty")
    assert (ended.status, ended.stdout) == (3, "")
    first, second, third = ended.stderr.splitlines()
    assert first == "jinbiao: nowhere does not exist"
    assert second == "jinbiao: nothing matches *.txt"
    assert "empty has no articles in it" in third
    assert [path.name for path in folder.iterdir()] == ["empty"]


@pytest.mark.parametrize("name", ["klingon", "base64", ""])
def test_an_encoding_that_is_none_is_told_before_anything_is_done(
    jinbiao: Jinbiao, articles: Path, name: str
) -> None:
    """Also where every article is there already, and none has to be decoded."""
    jinbiao("import", "articles")
    ended = jinbiao("import", "articles", "--encoding", name)
    assert (ended.status, ended.stdout) == (2, "")
    assert "is not a text encoding known here" in one_line(ended.stderr)


def test_what_may_not_be_read_is_for_the_reader_to_tell(
    jinbiao: Jinbiao, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is input with status 3, or a store with 4, and no wrong usage: nothing asks beforehand."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    for command in (["clean"], ["suggest"], ["import"], ["validate"], ["eval"]):
        assert jinbiao(*command, "articles/二.txt").status in (0, 3)
    assert jinbiao("--db", "articles/二.txt", "stats").status == 4
    assert jinbiao("merge", "articles/二.txt").status == 4

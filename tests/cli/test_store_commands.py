"""history, backup and check: what they tell, and with which status they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.driver import driver
from store.store import Store
from tests.cli.running import Jinbiao, one_line
from text.scheme import default_scheme
from text.span import Suggestion
from tui.cli.history import utc

SOURCE = "articles/一.txt"


@pytest.fixture
def decided(jinbiao: Jinbiao, articles: Path) -> str:
    """The id of an article with an added span, moved back and forth, a comment and an end."""
    assert jinbiao("import", "articles").status == 0
    store = Store.open(Path("jinbiao.db"), "ann", default_scheme())
    reading = store.reading(store.find_article(SOURCE))
    edit = reading.add(0, 6, "ORG")
    assert edit
    assert edit.mark
    reading.move(edit.mark, 0, 4)
    reading.undo()
    reading.set_comment("x\x1b[31m")
    reading.finish()
    store.close()
    return reading.article_id


def test_history_tells_who_changed_what(jinbiao: Jinbiao, decided: str) -> None:
    """A line for each edit, with what it was before; the id may be cut short."""
    ended = jinbiao("history", SOURCE)
    lines = ended.stdout.splitlines()
    assert ended.status == 0
    assert lines[0] == "reading of ann"
    assert "  ann  add: nothing → added ORG '甘肃科技集团' 0:6" in lines[1]
    assert "move: added ORG '甘肃科技集团' 0:6 → added ORG '甘肃科技' 0:4" in lines[2]
    assert "undo of 2:" in lines[3]
    assert lines[5].endswith("finish: status 'open' → 'done'")
    assert "\x1b" not in ended.stdout.replace("\\x1b", "")
    assert jinbiao("history", decided[:6]).stdout == ended.stdout


def test_history_tells_what_was_done_in_bulk(jinbiao: Jinbiao, decided: str) -> None:
    """Lines of one action bear its name, and what it left out is told, and taken back."""
    store = Store.open(Path("jinbiao.db"), "ann", default_scheme())
    text = store.article(decided).revision.text
    run = [Suggestion(at, at + 1, "LOC", {}, 0.5, "lac") for at in (6, 7)]
    store.put_suggestions(decided, "jinbiao", "1", run)
    one, other = store.scored(0.5, article_id=decided)
    store.decide_all([one], "reject", [other])
    store.reading(decided).undo()
    store.close()
    *_, done, undone = jinbiao("history", SOURCE).stdout.splitlines()
    assert f"undecided → rejected LOC {text[6]!r} 6:7; s7-8-LOC left out" in done
    assert " in bulk " in done
    assert done.partition(" in bulk ")[2][:16] != undone.partition(" in bulk ")[2][:16]
    assert undone.endswith("s7-8-LOC no longer left out")


def test_history_shows_an_article_as_it_was(jinbiao: Jinbiao, decided: str) -> None:
    """Before the first edit nothing was decided; for who has no reading, never."""
    now = jinbiao("history", decided, "--at", "2999-01-01").stdout.splitlines()
    assert now[0] == f"{SOURCE} ({decided}), reading of ann, done"
    assert now[2].startswith("added ORG '甘肃科技集团' 0:6  ann  ")
    then = jinbiao("history", decided, "--at", "2020-01-01T12:00").stdout.splitlines()
    assert then[1:] == ["nothing was decided"]
    his = jinbiao("--as", "bob", "history", decided, "--at", "2999-01-01").stdout
    assert "reading of bob, open\nnothing was decided" in his


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-01-02", "2026-01-02T23:59:59Z"),
        ("2026-01-02T03:04", "2026-01-02T03:04:00Z"),
        ("2026-01-02T11:04:05+08:00", "2026-01-02T03:04:05Z"),
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
    ],
)
def test_times_are_read_as_people_write_them(given: str, kept: str) -> None:
    """In UTC unless they say otherwise; a day is its end."""
    assert utc(given) == kept


@pytest.mark.parametrize("arguments", [["nothing"], [SOURCE, "--at", "soon"], ["%"], [""]])
def test_history_of_nothing_is_wrong_usage(
    jinbiao: Jinbiao, decided: str, arguments: list[str]
) -> None:
    """An article or a time that is none is named."""
    ended = jinbiao("history", *arguments)
    assert ended.status == 2
    assert repr(arguments[-1]) in one_line(ended.stderr)


def test_backup_is_a_store(jinbiao: Jinbiao, decided: str) -> None:
    """Told with its size; it can be asked as the store can."""
    ended = jinbiao("backup", "copy.db")
    assert (ended.status, ended.stdout[:9]) == (0, "copy.db: ")
    history = jinbiao("--db", "copy.db", "history", decided)
    assert history.stdout == jinbiao("history", decided).stdout


def test_backup_to_where_nothing_can_be_is_wrong_usage(jinbiao: Jinbiao, decided: str) -> None:
    """One line, and the store is untouched."""
    for place in ("jinbiao.db", "nowhere/copy.db"):
        ended = jinbiao("backup", place)
        assert ended.status == 2
        assert place in one_line(ended.stderr)


def test_check_of_a_sound_store(jinbiao: Jinbiao, decided: str) -> None:
    """Status 0, with or without --repair."""
    assert jinbiao("check").stdout.endswith("jinbiao.db is sound\n")
    ended = jinbiao("check", "--repair")
    assert ended.status == 0
    assert ended.stdout.startswith("nothing to repair\n")


def test_check_finds_and_repairs(jinbiao: Jinbiao, decided: str) -> None:
    """Status 1 with a line for each finding; after the repair all is as the log has it."""
    connection = driver.connect("jinbiao.db", isolation_level=None)
    connection.execute("UPDATE spans SET state = 'added', end = 4")
    connection.execute("UPDATE readings SET status = 'open', decided = 9")
    connection.close()
    ended = jinbiao("check")
    assert ended.status == 1
    assert all("; " in line for line in ended.stdout.splitlines())
    assert one_line(ended.stderr) == "jinbiao.db is not sound: 2 findings"
    mended = jinbiao("check", "--repair")
    assert mended.status == 0
    assert mended.stdout.count("repaired: ") == 2
    assert (
        "added ORG '甘肃科技集团' 0:6" in jinbiao("history", decided, "--at", "2999-01-01").stdout
    )
    assert list(Path().glob("jinbiao.db.backup-*"))


def test_check_of_what_cannot_be_repaired(jinbiao: Jinbiao, decided: str) -> None:
    """It stays at status 1, and names the newest backup where there is one."""
    connection = driver.connect("jinbiao.db", isolation_level=None)
    connection.execute("UPDATE bodies SET zones = '['")
    connection.execute("UPDATE readings SET decided = 9")
    connection.close()
    ended = jinbiao("check", "--repair")
    assert ended.status == 1
    assert "the newest automatic backup is jinbiao.db.backup-" in one_line(ended.stderr)


@pytest.mark.parametrize("command", [["check"], ["backup", "x.db"], ["history", "x"]])
def test_without_a_store_there_is_nothing_to_look_at(
    jinbiao: Jinbiao, folder: Path, command: list[str]
) -> None:
    """Status 4, and none is made."""
    ended = jinbiao(*command)
    assert ended.status == 4
    assert "there is no store" in one_line(ended.stderr)
    assert list(folder.iterdir()) == []


def test_merge_brings_what_another_store_has(jinbiao: Jinbiao, decided: str) -> None:
    """Told with how much came; the second time nothing new, and a conflict is status 1."""
    assert jinbiao("--db", "other.db", "merge", "jinbiao.db").stdout == (
        "2 articles and 5 edits came\n"
    )
    assert jinbiao("--db", "other.db", "merge", "jinbiao.db").stdout == "nothing new\n"
    for place, words in (("other.db", "there"), ("jinbiao.db", "here")):
        store = Store.open(Path(place), "ann", default_scheme())
        store.reading(decided).set_comment(words)
        store.close()
    ended = jinbiao("merge", "other.db")
    assert ended.status == 1
    assert "went on in both stores" in one_line(ended.stderr)


def test_merge_of_nothing_is_told(jinbiao: Jinbiao, decided: str) -> None:
    """A store that is not there."""
    ended = jinbiao("merge", "nowhere.db")
    assert ended.status == 4
    assert "nowhere.db" in one_line(ended.stderr)

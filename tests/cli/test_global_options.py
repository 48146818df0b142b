"""What stands before the command, and what is wrong usage anywhere."""

import getpass
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.running import Jinbiao, one_line
from text.scheme import default_scheme


def test_version(jinbiao: Jinbiao) -> None:
    """The name and the version of what is installed."""
    ended = jinbiao("--version")
    assert (ended.status, ended.stdout) == (0, f"jinbiao {version('jinbiao')}\n")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_the_commands(jinbiao: Jinbiao, option: str) -> None:
    """Each with a sentence that is not cut short."""
    ended = jinbiao(option)
    assert ended.status == 0
    _, _, commands = ended.stdout.partition("Commands:\n")
    assert [line.split()[0] for line in commands.splitlines()] == [
        *("review", "tour", "serve", "import", "clean", "suggest", "export", "validate", "stats"),
        *("eval", "history", "merge", "backup", "check"),
    ]
    assert "..." not in commands


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("--nonsense", "stats"),
        ("stats", "--nonsense"),
        ("stats", "superfluous"),
        ("clean",),
        ("validate",),
        ("export", "--which", "some"),
        ("export", "--format", "nonsense"),
        ("--db",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_status_2(jinbiao: Jinbiao, arguments: tuple[str, ...]) -> None:
    """The line says where the right usage is told."""
    ended = jinbiao(*arguments)
    assert ended.status == 2
    assert one_line(ended.stderr).endswith("--help")


def test_the_store_can_be_named(
    jinbiao: Jinbiao, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the option, else by the environment, else it is jinbiao.db."""
    monkeypatch.setenv("JINBIAO_DB", "environment.db")
    jinbiao("import", "articles")
    jinbiao("--db", "option.db", "import", "articles")
    monkeypatch.delenv("JINBIAO_DB")
    jinbiao("import", "articles")
    assert {path.stem for path in Path().glob("*.db")} == {"environment", "option", "jinbiao"}


@pytest.mark.parametrize("option", ["--db", "--as", "--lang"])
def test_a_global_option_behind_the_command_is_told_its_place(
    jinbiao: Jinbiao, articles: Path, option: str
) -> None:
    """As most people write it first; what no command has is told as ever."""
    ended = jinbiao("import", option, "x", "articles")
    assert ended.status == 2
    said = f"{option} stands before the command: jinbiao {option} … import …"
    assert one_line(ended.stderr) == said
    assert "jinbiao import --help" in one_line(jinbiao("import", "--bogus").stderr)


def test_the_person_can_be_named(
    jinbiao: Jinbiao, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the option, else by the environment, else it is the login's name."""
    jinbiao("import", "articles")

    def who(*arguments: str) -> str:
        return jinbiao(*arguments, "stats").stdout.splitlines()[0]

    assert who("--as", " 李 ") == "李"
    assert who() == "ann"
    monkeypatch.delenv("JINBIAO_AS")
    assert who() == getpass.getuser()


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[31m", "a\u202eb"])
def test_a_name_must_be_one_that_can_be_seen(jinbiao: Jinbiao, articles: Path, name: str) -> None:
    """It stands in the gold set and on the screen."""
    ended = jinbiao("--as", name, "import", "articles")
    assert ended.status == 2
    assert "--as" in one_line(ended.stderr)


def test_a_login_without_a_name_has_to_give_one(
    jinbiao: Jinbiao, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container without a user, say; the line tells how."""
    monkeypatch.delenv("JINBIAO_AS")

    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(getpass, "getuser", nameless)
    ended = jinbiao("import", "articles")
    assert ended.status == 2
    assert "--as NAME" in one_line(ended.stderr)


def test_a_scheme_can_be_named(jinbiao: Jinbiao, articles: Path) -> None:
    """A file of the user's own is taken."""
    Path("mine.toml").write_text(default_scheme().source, encoding="utf-8")
    assert jinbiao("--scheme", "mine.toml", "import", "articles").status == 0


@pytest.mark.parametrize("content", [None, b"name = ", b'name = "x"\n', b"\xff\xfe"])
def test_a_wrong_scheme_is_refused(jinbiao: Jinbiao, articles: Path, content: bytes | None) -> None:
    """With the file and the reason, before anything is imported."""
    if content is not None:
        Path("mine.toml").write_bytes(content)
    ended = jinbiao("--scheme", "mine.toml", "import", "articles")
    assert ended.status == 2
    assert "mine.toml" in one_line(ended.stderr)
    assert not Path("jinbiao.db").exists()


def _text_file(path: Path) -> None:
    path.write_text("no database, but longer than the header of one\n" * 50, encoding="utf-8")


def _folder(path: Path) -> None:
    path.mkdir()


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE others (a)")


def _newer_store(path: Path) -> None:
    path.write_bytes(Path("sound.db").read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 9999")


@pytest.mark.parametrize("command", [("import", "articles"), ("stats",), ("export",), ("suggest",)])
@pytest.mark.parametrize("spoil", [_text_file, _folder, _foreign_database, _newer_store])
def test_what_is_no_store_of_ours_is_status_4(
    jinbiao: Jinbiao, articles: Path, command: tuple[str, ...], spoil: object
) -> None:
    """One line that names the file, which stays as it was."""
    jinbiao("--db", "sound.db", "import", "articles")
    spoil(Path("bad.db"))
    before = Path("bad.db").read_bytes() if Path("bad.db").is_file() else None
    ended = jinbiao("--db", "bad.db", *command)
    assert ended.status == 4
    assert "bad.db" in one_line(ended.stderr)
    assert before is None or Path("bad.db").read_bytes() == before


@pytest.mark.parametrize("command", ["stats", "export", "suggest"])
def test_a_store_that_is_not_there_is_not_made(jinbiao: Jinbiao, command: str) -> None:
    """A misspelt --db is told instead of being answered from an empty store."""
    ended = jinbiao("--db", "misspelt.db", command)
    assert ended.status == 4
    assert "misspelt.db" in one_line(ended.stderr)
    assert not Path("misspelt.db").exists()


def test_a_folder_that_cannot_be_written_to_is_status_4(jinbiao: Jinbiao, articles: Path) -> None:
    """There is no place for a new store in /proc, nor in a folder that is not there."""
    for place in ("/proc/jinbiao.db", "nowhere/jinbiao.db"):
        ended = jinbiao("--db", place, "import", "articles")
        assert ended.status == 4
        assert place in one_line(ended.stderr)

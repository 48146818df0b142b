"""Writing a file: whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.formats.writing import write_lines
from text.errors import UsageError


def test_lines_are_written_in_utf8_with_line_feeds(tmp_path: Path) -> None:
    """In a folder that is made if it is missing; the count comes back."""
    target = tmp_path / "exports" / "new" / "gold.jsonl"
    assert write_lines(["甲", "乙"], target) == 2
    assert target.read_bytes() == "甲\n乙\n".encode()
    assert list(target.parent.iterdir()) == [target]


def test_a_failure_on_the_way_leaves_what_was_there(tmp_path: Path) -> None:
    """Whatever fails, and nothing is left beside it."""
    target = tmp_path / "gold.jsonl"
    target.write_text("before")

    def lines() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_lines(lines(), target)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """The file that it names is replaced."""
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("before")
    link.symlink_to(real)
    write_lines(["after"], link)
    assert link.is_symlink()
    assert real.read_text() == "after\n"


def test_a_file_of_ones_own_has_ordinary_permissions(tmp_path: Path) -> None:
    """As the umask says, not those of a temporary file."""
    target = tmp_path / "gold.jsonl"
    before = os.umask(0o022)
    write_lines([], target)
    os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o644


def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    """What is no regular file cannot be replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert write_lines(["甲"], pipe) == 1
    reader.join(10)
    assert got == ["甲\n"]


def test_a_file_that_is_no_text_stays(tmp_path: Path) -> None:
    """A store in the place of the gold set is a name mistyped."""
    for name, content in (("a.db", b"SQLite format 3\0"), ("a.pdf", b"%PDF-1.7")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UsageError, match="stays as it is"):
            write_lines(["甲"], path)
        assert path.read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 2


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder in the place of the file, a file in the place of the folder."""
    (tmp_path / "file").touch()
    for target in (tmp_path, tmp_path / "file" / "gold.jsonl"):
        with pytest.raises(UsageError, match="cannot be written"):
            write_lines(["甲"], target)
    assert (tmp_path / "file").read_bytes() == b""

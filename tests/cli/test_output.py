"""What is written appears when it is complete, or not at all."""

import os
import threading
from pathlib import Path

import pytest

from text.errors import UsageError
from tui.cli.output import writing


def test_a_file_appears_with_its_last_line(tmp_path: Path) -> None:
    """Until the block ends there is nothing at the place; folders on the way are made."""
    place = tmp_path / "new" / "gold.jsonl"
    with writing(str(place)) as stream:
        stream.write("一\n")
        assert not place.exists()
    assert place.read_bytes() == "一\n".encode()
    assert list(place.parent.iterdir()) == [place]


def test_a_failure_leaves_what_stood_there(tmp_path: Path) -> None:
    """The old file stays as it was, and no half of a new one lies about."""
    place = tmp_path / "gold.jsonl"
    place.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with writing(str(place)) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert place.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What the link points to is replaced, not the link."""
    place, link = tmp_path / "gold.jsonl", tmp_path / "latest"
    place.touch()
    link.symlink_to(place)
    with writing(str(link)) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_stays() -> None:
    """/dev/null is not replaced by a file."""
    with writing("/dev/null") as stream:
        stream.write("nowhere")
    assert Path("/dev/null").is_char_device()


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    """Who reads from the pipe gets the lines."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with writing(str(pipe)) as stream:
        stream.write("一\n")
    reader.join(10)
    assert got == ["一\n"]


@pytest.mark.parametrize("place", ["folder", "file/gold.jsonl"])
def test_where_nothing_can_be_written_is_told(tmp_path: Path, place: str) -> None:
    """A folder, or a place inside of a file, is refused by its name."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=place), writing(str(tmp_path / place)) as stream:
        stream.write("x")

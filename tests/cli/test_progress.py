"""Progress is drawn on standard error where that is a terminal, and nowhere else."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from tests.text.readers.making import make_zip

ERASE = "\r\x1b[K"


def in_terminal(arguments: list[str], *, stdout_too: bool) -> tuple[str, str]:
    """What a command writes to a terminal, its standard error, and to a pipe, its output."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout_too else subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        output, _ = process.communicate(timeout=60)
    os.close(ours)
    return shown.decode(), (output or b"").decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux says when the other side has closed the terminal
        return b""


def after_erasing(shown: str) -> str:
    """What is left on a screen of endless width once every erased line is gone."""
    return "\n".join(line.rpartition(ERASE)[2] for line in shown.replace("\r\n", "\n").split("\n"))


def test_the_bar_is_on_the_terminal_and_the_lines_in_the_pipe(articles: Path) -> None:
    """The pipe gets no escape; of the bar nothing is left."""
    shown, output = in_terminal(["import", "articles"], stdout_too=False)
    assert "importing 0/2 [" in shown
    assert after_erasing(shown) == ""
    assert output.splitlines()[-1] == "2 articles imported"
    assert "\x1b" not in output


def test_bar_and_lines_share_a_terminal(articles: Path) -> None:
    """Lines stand above the bar, whole."""
    shown, _ = in_terminal(["import", "articles", "missing.txt"], stdout_too=True)
    assert "importing 0/3 [" in shown
    assert after_erasing(shown).splitlines() == [
        "articles/一.txt: imported, 42 characters",
        "articles/二.txt: imported, 25 characters",
        "jinbiao: missing.txt does not exist",
        "2 articles imported, 1 could not be read",
    ]


def test_the_bar_grows_with_what_files_hold(folder: Path) -> None:
    """An archive is one file until its articles have been counted."""
    texts = {f"{number}.txt": f"甘肃{number}" for number in range(3)}
    (folder / "a.zip").write_bytes(make_zip(dict(texts)))
    shown, _ = in_terminal(["import", "a.zip"], stdout_too=False)
    counts = re.findall(r"importing (\d+)/(\d+) ", shown)
    assert counts[0] == ("0", "1")
    assert counts[-1] == ("2", "2")
    assert all(int(done) <= int(total) for done, total in counts)


def test_without_a_terminal_there_is_no_bar(articles: Path) -> None:
    """Standard error holds errors alone: here nothing."""
    ended = subprocess.run(
        [sys.executable, "-m", "tui", "import", "articles"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ended.stderr == b""

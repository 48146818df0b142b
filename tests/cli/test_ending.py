"""However a command ends, it ends with the contract's status and without a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LONG = "from time import sleep; print('at work', flush=True); sleep(3600)"


def script(body: str) -> list[str]:
    """A command line that runs `body`, a line of Python, in the way a command is run."""
    head = "from tui.cli.ending import ending; import click, sys; from text.errors import *"
    return [sys.executable, "-c", f"{head}\nwith ending(): {body}"]


def run(body: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The finished process of `body`."""
    return subprocess.run(
        script(body),
        text=True,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **{"stdout": subprocess.PIPE, **options},
    )


@pytest.mark.parametrize(
    ("error", "status"),
    [("JinbiaoError", 1), ("UsageError", 2), ("UnreadableInputError", 3)],
)
def test_an_error_is_one_line_and_its_status(error: str, status: int) -> None:
    """Line breaks and escapes in the message, from a path say, do not break the line."""
    ended = run(rf"raise {error}('a\nb\x1b[31m.txt is wrong')")
    assert ended.stderr == "jinbiao: a␊b␛[31m.txt is wrong\n"
    assert ended.returncode == status


def test_what_click_finds_wrong_is_one_line_too() -> None:
    """Wrong usage has status 2, whatever click would print."""
    ended = run(r"raise click.UsageError('no such\n\tthing.')")
    assert (ended.stderr, ended.returncode) == ("jinbiao: no such thing; see jinbiao --help\n", 2)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_with_its_status(number: signal.Signals, status: int) -> None:
    """Nothing is printed, and blocks on the way are left in order."""
    body = f"\n  try:\n    {LONG}\n  finally: print('tidied up')"
    with subprocess.Popen(
        script(body), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(number)
        rest, complaint = process.communicate(timeout=30)
    assert (rest, complaint, process.returncode) == ("tidied up\n", "", status)


def test_a_signal_that_was_to_be_ignored_is_ignored() -> None:
    """Under nohup a command goes on when the line drops."""
    ended = subprocess.run(
        ["nohup", *script("import os, signal; os.kill(os.getpid(), signal.SIGHUP); print('on')")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stdout, ended.returncode) == ("on\n", 0)


def test_a_reader_that_went_away_is_no_error() -> None:
    """What `| head` does: no message, and no traceback from Python's last flush."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = run("print('一' * 100_000)", stdout=writing)
    os.close(writing)
    assert (ended.stderr, ended.returncode) == ("", 0)


def test_too_little_memory_is_a_line() -> None:
    """And no traceback, wherever it ran out."""
    ended = run("raise MemoryError")
    assert ended.returncode == 2
    assert ended.stderr.startswith("jinbiao: there is too little memory")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_cannot_be_written_is_told() -> None:
    """A full disk under standard output is an error, even where all fitted into the buffer."""
    with Path("/dev/full").open("w") as full:
        ended = run("print('一')", stdout=full)
    assert ended.stderr == "jinbiao: standard output cannot be written: No space left on device\n"
    assert ended.returncode == 2


def test_output_is_utf8_in_any_locale() -> None:
    """Chinese and the odd bytes of a path come out under an ASCII locale as well."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ended = run(r"print('金标 \udce4')", env=environment)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("金标 \\udce4\n", "", 0)

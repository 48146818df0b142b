"""Terminals that can do less: few colours, none, wide characters, no cursor, twenty columns."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import ROOT, Open
from tests.terminal.pty import Pty
from tests.terminal.test_review import ready
from tests.terminal.tmux import PATIENCE, Tmux

PROBE = "from tui.terminal.probe import draws_ambiguous_wide as wide; print('wide:', wide())"
KITTY = """
from tui.terminal.kind import prepare
prepare()
from textual import constants
print('kitty:', not constants.DISABLE_KITTY_KEY)
"""


def on_terminal(answer: bytes | None, *command: str) -> str:
    """What `command` writes on a terminal that answers CSI 6n with `answer`, or never."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, *command], stdin=slave, stdout=slave, stderr=slave, cwd=ROOT
    )
    os.close(slave)
    written = b""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None or select.select([master], [], [], 0)[0]:
        assert time.monotonic() < deadline, written
        if not select.select([master], [], [], 0.1)[0]:
            continue
        try:
            read = os.read(master, 4096)
        except OSError:
            break
        written += read
        if b"\x1b[6n" in read and answer is not None:
            os.write(master, answer)
    process.wait()
    os.close(master)
    return written.decode(errors="replace")


@pytest.mark.parametrize(
    ("answer", "wide"),
    [(b"\x1b[1;3R", True), (b"\x1b[24;2R", False), (None, False), (b"q\x1b[1;3R", True)],
)
def test_the_terminal_is_asked_how_wide_it_draws(answer: bytes | None, *, wide: bool) -> None:
    """Two cells, one, no answer, and a key pressed meanwhile."""
    assert f"wide: {wide}" in on_terminal(answer, "-c", PROBE)


def test_without_a_terminal_nothing_is_asked() -> None:
    """Not into a pipe."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        capture_output=True,
        check=True,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )
    assert done.stdout == b"wide: False\n"
    assert b"\x1b" not in done.stderr


def test_the_keyboard_protocol_that_breaks_input_methods_is_not_asked_for() -> None:
    """Textual is told before it is imported."""
    done = subprocess.run(
        [sys.executable, "-c", KITTY],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"TERM": "xterm"},
    )
    assert done.stdout == "kitty: False\n"


def test_where_characters_are_wide_only_plain_ones_are_drawn(seeds: Path, tmp_path: Path) -> None:
    """Frames, signs and quotation marks have stand-ins, so nothing is pushed out of its place."""
    db = str(tmp_path / "wide.db")
    with Pty("-m", "tui", "--db", db, "review", str(seeds)) as terminal:
        terminal.answer = b"\x1b[1;3R"
        terminal.read_until("annotated")
        # The rest of that frame.
        time.sleep(0.5)
        opened = terminal.read()
    drawn = re.sub(r"\x1b\[[^A-Za-z]*[A-Za-z]", "", opened.rpartition("\x1b[6n")[2])
    assert "+- source" in drawn
    assert not set("│─╭“”…·▏▕") & set(drawn)


def started(terminal: Open, *arguments: str, columns: int = 80, rows: int = 24, **env: str) -> Tmux:
    """A bench in a terminal with these in its environment."""
    opened = terminal(*arguments, columns=columns, rows=rows, env=env)
    opened.start()
    return opened


def test_a_terminal_that_cannot_place_its_cursor_is_refused(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """With what to do about it; nothing is imported."""
    db = tmp_path / "dumb.db"
    dumb = started(terminal, "--db", str(db), "review", str(seeds), TERM="dumb")
    assert dumb.wait_for_end() == 2
    assert "set TERM to what yours is" in dumb.screen()
    assert not db.exists()


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "screen", "COLORTERM": ""}])
def test_few_colours_or_none(
    terminal: Open, news: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    """States by their shapes, labels by their keys; nothing mixed is sent to the terminal."""
    db = str(tmp_path / "plain.db")
    plain = started(terminal, "--db", db, "review", str(news), **env)
    ready(plain)
    plain.keys("a")
    screen = plain.wait_for("▌2杭钢集团▐")
    assert "▏1李志强▕" in screen
    styled = plain.screen(styled=True)
    assert "\x1b[38;" not in styled
    assert "\x1b[48;" not in styled


def test_twenty_columns(terminal: Open, news: Path, tmp_path: Path) -> None:
    """One pane, the first keys, and the way out; decisions are made as anywhere."""
    db = str(tmp_path / "narrow.db")
    narrow = started(terminal, "--db", db, "review", str(news), columns=20)
    narrow.wait_for("▏杭钢")
    narrow.keys("a")
    narrow.wait_for("▌杭钢")
    assert "q" in narrow.screen() or "help" in narrow.screen()
    narrow.keys("=")
    narrow.wait_for("[dark]")
    narrow.keys("q", "q")
    assert narrow.wait_for_end() == 0


def test_chinese_is_typed_and_pasted(terminal: Open, seeds: Path, tmp_path: Path) -> None:
    """As an input method commits it, many characters at once, and from the clipboard."""
    db = str(tmp_path / "typed.db")
    typed = started(terminal, "--db", db, "review", str(seeds))
    ready(typed)
    typed.keys("/")
    typed.wait_for("select it")
    typed.type("杭钢集团党委书记")
    typed.wait_for("杭钢集团党委书记")
    typed.paste("浙江省“十四五”规划")
    typed.wait_for("杭钢集团党委书记浙江省“十四五”规划")


def test_the_cursor_of_the_terminal_stands_on_the_words(
    terminal: Open, news: Path, tmp_path: Path
) -> None:
    """Where it is asked for it is shown, on the first character of the current span."""
    db = str(tmp_path / "cursor.db")
    shown = started(terminal, "--db", db, "review", str(news))
    ready(shown)
    assert not shown.cursor()[2]
    shown.keys("=")
    shown.wait_for("settings")
    shown.keys("j", "j", "j", "j", "j", "l", "q")
    screen = shown.wait_for("annotated")
    row, line = next(
        (row, line) for row, line in enumerate(screen.splitlines()) if "杭钢集团" in line
    )
    before = line[: line.rindex("杭钢集团")]
    # A Han character takes two cells.
    column = sum(2 if "⺀" <= character <= "￠" else 1 for character in before)
    shown.wait_until(lambda _: shown.cursor() == (column, row, True), "the cursor there")

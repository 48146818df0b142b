"""A suggestion process that is killed from outside, in a real terminal."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from tests.terminal.pty import Pty
from tests.terminal.test_review import decided_in
from tests.terminal.tmux import PATIENCE


def worker_of(terminal: Pty, *, other_than: int = 0) -> int:
    """The process id of the worker, once there is one."""
    children = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for child in map(int, children.read_text().split()):
            command = Path(f"/proc/{child}/cmdline").read_text()
            if child != other_than and "suggest.worker" in command:
                return child
        terminal.read(0.1)
    raise AssertionError("no worker was started")


def test_one_decides_without_it(tmp_path: Path) -> None:
    """Killed once it is started again; killed again it is told that no more suggestions come."""
    db, book = tmp_path / "killed.db", tmp_path / "book.txt"
    book.write_text("嘉善县委书记江海洋表示。\n" * 20_000, encoding="utf-8")
    with Pty("-m", "tui", "--db", str(db), "--as", "甲", "review", str(book)) as terminal:
        terminal.read_until("suggesting")
        first = worker_of(terminal)
        os.kill(first, signal.SIGKILL)
        terminal.read_until("status -9")
        os.kill(worker_of(terminal, other_than=first), signal.SIGKILL)
        terminal.read_until("no more suggestions")
        terminal.press("vl2")
        terminal.read_until("saved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert decided_in(db) == 1

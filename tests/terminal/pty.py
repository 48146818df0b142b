"""A terminal that we are ourselves: read when we want, answered as we like, gone at once."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
import time
from typing import Self

from tests.terminal.tmux import PATIENCE

ASKED = b"\x1b[6n"
"""Where is the cursor?"""
STYLE = re.compile(r"\x1b\[[\d;]*m")


class Pty:
    """Runs Python with `arguments` on a terminal of 80 × 24 cells, as the leader of its session."""

    answer = b"\x1b[1;2R"
    """What is said when the program asks where the cursor is."""

    def __init__(self, *arguments: str) -> None:
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", JINBIAO_LANG="en", COLUMNS="80", LINES="24")
            os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - our own
        self._written = b""
        self._there = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hang_up()
        if os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def read(self, seconds: float = 0) -> str:
        """All that was written so far, after waiting so long for more."""
        while select.select([self._master], [], [], seconds)[0]:
            read = os.read(self._master, 65536)
            self._written += read
            if ASKED in read:
                os.write(self._master, self.answer)
            seconds = 0
        return self._written.decode(errors="replace")

    def read_until(self, words: str) -> None:
        """Return as soon as `words` were written, whatever their colours."""
        deadline = time.monotonic() + PATIENCE
        while words not in STYLE.sub("", self.read(0.1)):
            assert time.monotonic() < deadline, f"waited in vain for {words!r}"

    def press(self, keys: str) -> None:
        """Press keys one after the other, without reading what comes of them."""
        for key in keys:
            os.write(self._master, key.encode())
            time.sleep(0.05)

    def hang_up(self) -> None:
        """Take the terminal away."""
        if self._there:
            self._there = False
            os.close(self._master)

    def wait_for_end(self) -> int:
        """The exit status of the program, once it has ended."""
        deadline = time.monotonic() + PATIENCE
        while (
            ended := os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        ) is None:
            assert time.monotonic() < deadline, "the program goes on"
            time.sleep(0.05)
        return ended.si_status

"""A program on a pseudo-terminal: what it writes, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

QUIET = 0.05
"""Seconds without a byte after which a frame is taken to be complete."""


class Terminal:
    """Runs `command` on a pseudo-terminal of `columns` × `rows` cells; times are in seconds."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 160,
        rows: int = 50,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.started = time.monotonic()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            os.environ.update(environment or {})
            os.execvp(command[0], list(command))
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)
        self.seen = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGTERM)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and os.waitpid(self._pid, os.WNOHANG)[0] == 0:
            self._read(0.05)
        os.close(self._fd)

    def wait_for(self, words: str, timeout: float = 60) -> float:
        """Seconds from the start until `words` have been written. Raises TimeoutError."""
        wanted = words.encode()
        deadline = time.monotonic() + timeout
        while wanted not in self.seen:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{words!r} was not written within {timeout} s")
            self._read(0.01)
        return time.monotonic() - self.started

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing has been written for `quiet` seconds."""
        while self._read(quiet):
            continue

    def key_to_frame(self, key: str) -> float:
        """Seconds from pressing `key` to the last byte of what it made the program write."""
        begun = last = time.monotonic()
        os.write(self._fd, key.encode())
        wait = 1.0  # the first byte may take long; the rest of a frame does not
        while self._read(wait):
            last, wait = time.monotonic(), QUIET
        return last - begun

    def _read(self, timeout: float) -> int:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return 0
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so where the program has ended
            return 0
        self.seen += data
        return len(data)

"""A program on a pseudo-terminal: what it writes, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

FRAME_END = b"\x1b[?2026l"
"""What a program writes behind a frame to a terminal that takes whole frames."""

ASKS_FOR_FRAMES, TAKES_FRAMES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
ASKS_FOR_PLACE, AT_SECOND_COLUMN = b"\x1b[6n", b"\x1b[1;2R"
"""As real terminals do, which the bench asks how wide they draw before it begins."""


CLOSELY = 0.06
"""Seconds: a bench that is behind its keys draws many times as often."""


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
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            os.environ.update(environment or {})
            os.execvp(command[0], list(command))
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)
        self.seen = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGTERM)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self._read(0.05)
        os.close(self._fd)

    def wait_for(self, pattern: str, after: int = 0, timeout: float = 120) -> float:
        """Seconds from the start until what matches `pattern` was written after so many bytes.

        Raises TimeoutError.
        """
        wanted = re.compile(pattern.encode())
        deadline = time.monotonic() + timeout
        while not wanted.search(self.seen, after):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{pattern!r} was not written within {timeout} s")
            self._read(0.01)
        return time.monotonic() - self.started

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing has been written for `quiet` seconds."""
        while self._read(quiet):
            continue

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self._fd, key.encode())

    def key_to_frame(self, key: str, pause: float = 0.03) -> float:
        """Seconds from pressing `key` to the end of the next frame; returns after a `pause` more.

        Raises TimeoutError where no frame comes.
        """
        self.settle(0)
        begun, before = time.monotonic(), len(self.seen)
        self.press(key)
        while FRAME_END not in self.seen[before:]:
            if not self._read(5):
                raise TimeoutError(f"no frame came of the key {key!r}")
        seconds = time.monotonic() - begun
        time.sleep(pause)
        return seconds

    def hold(self, keys: Iterable[str], rate: float) -> float:
        """Seconds from the last key to its last frame when `keys` come at `rate` a second.

        Frames that are behind follow each other closely; what comes after a pause is of other work.
        """
        begun = last = time.monotonic()
        for number, key in enumerate(keys):
            while (left := begun + number / rate - time.monotonic()) > 0:
                self._read(left)
            self.press(key)
        pressed = time.monotonic()
        while self._read(CLOSELY):
            last = time.monotonic()
        return max(0.0, last - pressed)

    def worked(self) -> float:
        """Seconds of processor time that the program has taken so far, without those below it."""
        tasks = Path("/proc", str(self.pid), "task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> list[float]:
        """Megabytes resident in the program and in each process below it, the program first."""
        sizes, below = [], [self.pid]
        for pid in below:
            process = Path("/proc", str(pid))
            resident = re.search(r"VmRSS:\s+(\d+) kB", (process / "status").read_text())
            sizes.append(int(resident[1]) / 1024 if resident else 0.0)
            for task in process.glob("task/*/children"):
                below += map(int, task.read_text().split())
        return sizes

    def _read(self, timeout: float) -> int:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return 0
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so where the program has ended
            return 0
        if ASKS_FOR_FRAMES in data:
            os.write(self._fd, TAKES_FRAMES)
        if ASKS_FOR_PLACE in data:
            os.write(self._fd, AT_SECOND_COLUMN)
        self.seen += data
        return len(data)

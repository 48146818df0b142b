"""A real terminal to drive the program in: a tmux server of its own for each test."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

HAS_TMUX = shutil.which("tmux") is not None
PATIENCE = 60.0
"""Seconds to wait for something to appear: machines may be busy, and models load."""


class Tmux:
    """Runs one command in a tmux window of `columns` × `rows` cells."""

    def __init__(self, socket: Path, command: Sequence[str], columns: int, rows: int) -> None:
        self._socket = socket
        self._there = True
        size = ["-x", str(columns), "-y", str(rows)]
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, "exec sh")
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("set-option", "-g", "escape-time", "0")
        self._tmux("set-option", "-g", "default-terminal", "tmux-256color")
        # tmux does not always tell the exit status of a pane, so a shell writes it down.
        self._status = socket.with_suffix(".status")
        self._command = ["sh", "-c", '"$@"; echo $? > "$0"', str(self._status), *command]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hang_up()

    def start(self, *, log: Path | None = None) -> None:
        """Run the command; `log` receives every byte that it sends to the terminal."""
        self._status.unlink(missing_ok=True)
        self._tmux("respawn-pane", "-k", "cat")
        if log is not None:
            self._tmux("pipe-pane", "-o", f"cat > '{log}'")
        self._tmux("respawn-pane", "-k", *self._command)

    def keys(self, *keys: str) -> None:
        """Press keys, by their tmux names (`Enter`, `C-c`) or as characters."""
        for key in keys:
            self._tmux("send-keys", *(["-l", key] if len(key) == 1 else [key]))
            # Escape and a key right behind it are one key (Alt) to a program in a terminal.
            time.sleep(0.3 if key == "Escape" else 0.02)

    def type(self, words: str) -> None:
        """Send words as they are, all at once."""
        self._tmux("send-keys", "-l", words)

    def paste(self, words: str) -> None:
        """Paste words, in brackets where the program asked for them."""
        self._tmux("set-buffer", words)
        self._tmux("paste-buffer", "-p")

    def cursor(self) -> tuple[int, int, bool]:
        """The column and row of the terminal's cursor, from 0, and whether it is shown."""
        told = self._tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}")
        column, row, shown = map(int, told.split())
        return column, row, bool(shown)

    def screen(self, *, styled: bool = False) -> str:
        """What the terminal shows, with escape sequences for its styles where asked."""
        return self._tmux("capture-pane", "-p", *(["-e"] if styled else []))

    def wait_for(self, words: str) -> str:
        """The screen as soon as it shows `words`. Raises AssertionError when it never does."""
        return self.wait_until(lambda screen: words in screen, f"{words!r} to appear")

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """The screen as soon as `holds` is true of it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            if holds(screen):
                return screen
            assert time.monotonic() < deadline, f"waited in vain for {what}; on screen:\n{screen}"
            time.sleep(0.1)

    def wait_for_end(self) -> int:
        """The exit status of the command, once it has ended."""
        deadline = time.monotonic() + PATIENCE
        while not (self._status.exists() and (status := self._status.read_text())):
            assert time.monotonic() < deadline, f"still running; on screen:\n{self.screen()}"
            time.sleep(0.05)
        return int(status)

    def hang_up(self) -> None:
        """Take the terminal away."""
        if self._there:
            self._there = False
            self._tmux("kill-server")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    @property
    def pid(self) -> int:
        """The process of the command."""
        shell = self._format("#{pane_pid}")
        return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])

    @property
    def title(self) -> str:
        """The terminal's title."""
        return self._format("#{pane_title}")

    def _format(self, template: str) -> str:
        return self._tmux("display-message", "-p", template).strip()

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self._socket), *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

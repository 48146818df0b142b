"""A progress bar on stderr that shares the terminal with the lines on stdout."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Self

import click

from tui.cli.messages import complain, tell

BAR_CELLS = 24
SECONDS_BETWEEN_DRAWINGS = 0.1
_ERASE = "\r\x1b[K"


class Progress:
    """Counts `total` steps of `verb` ("importing"); draws only where stderr is a terminal."""

    def __init__(self, verb: str, total: int) -> None:
        self._verb = verb
        self._total = total
        self._done = 0
        self._drawn_at = 0.0
        self._complained: set[str] = set()
        self._on_terminal = total > 0 and sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(self, *_: object) -> None:
        self._erase()

    def step(self) -> None:
        """One more is done; files of several articles turn out to be more than were counted."""
        self._done += 1
        self._total = max(self._total, self._done)
        if time.monotonic() - self._drawn_at > SECONDS_BETWEEN_DRAWINGS:
            self._draw()

    def tell(self, message: str) -> None:
        """A line on stdout, above the bar."""
        with self.aside():
            tell(message)

    def complain(self, message: str) -> None:
        """A line on stderr, above the bar; the same one only once."""
        if message in self._complained:
            return
        self._complained.add(message)
        with self.aside():
            complain(message)

    def over(self, lines: Iterable[str]) -> Iterator[str]:
        """The same lines, each of them a step, the bar out of the way while one is written."""
        for line in lines:
            with self.aside():
                yield line
            self.step()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The bar gives way to whatever is written to the terminal inside."""
        self._erase()
        yield
        self._draw()

    def _draw(self) -> None:
        if self._on_terminal:
            self._drawn_at = time.monotonic()
            click.echo(f"{_ERASE}{self._line()}", nl=False, err=True)

    def _erase(self) -> None:
        if self._on_terminal:
            click.echo(_ERASE, nl=False, err=True)

    def _line(self) -> str:
        """The bar, cut to the terminal: a wrapped line could not be erased.

        ASCII, for the width of block characters is not the same in every terminal.
        """
        filled = "#" * (BAR_CELLS * self._done // self._total)
        line = f"{self._verb} {self._done}/{self._total} [{filled:<{BAR_CELLS}}]"
        return line[: shutil.get_terminal_size().columns - 1]

"""Children that share what was imported: hundreds of them start in the time of one program."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import BinaryIO, NamedTuple


class Child(NamedTuple):
    """A process, and what it says."""

    pid: int
    output: BinaryIO


def start(work: Callable[[int], None]) -> Child:
    """Let a child do `work`, which gets the descriptor to speak to.

    The parent must have no store open: SQLite connections do not survive a fork.
    """
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(reader)
            work(writer)
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    return Child(pid, os.fdopen(reader, "rb"))


def said(child: Child) -> list[str]:
    """The whole lines that a child said until its end."""
    with child.output as output:
        lines = output.read().decode().split("\n")
    return lines[:-1]


def ended_well(child: Child) -> bool:
    """Wait for its end; whether it was not by a signal or an error."""
    return os.waitpid(child.pid, 0)[1] == 0

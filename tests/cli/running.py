"""What a command was asked and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    stdout: str
    stderr: str


Jinbiao = Callable[..., Ended]


def one_line(stderr: str) -> str:
    """The message of an error, which is one line that begins as agreed."""
    assert stderr.startswith("jinbiao: ")
    assert stderr.endswith("\n")
    assert stderr.count("\n") == 1
    return stderr.removeprefix("jinbiao: ").rstrip("\n")

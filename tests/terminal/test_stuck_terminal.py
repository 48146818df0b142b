"""A line that takes no more words: whoever is written to does not read."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty import Pty
from tests.terminal.test_review import decided_in

KEYS = "a" + "jk?nj" * 30
"""More frames than a line and what stands before it hold."""


@pytest.fixture
def stuck(seeds: Path, tmp_path: Path) -> Iterator[Pty]:
    """A bench that was used for a while, and not read any more."""
    db = str(tmp_path / "stuck.db")
    with Pty("-m", "tui", "--db", db, "--as", "甲", "review", str(seeds)) as terminal:
        terminal.read_until("▏杭钢▕")
        terminal.press(KEYS)
        yield terminal


def test_it_ends_when_the_line_drops(stuck: Pty, tmp_path: Path) -> None:
    """With its decision saved."""
    stuck.hang_up()
    assert stuck.wait_for_end() == 129
    assert decided_in(tmp_path / "stuck.db") == 1


def test_it_ends_when_it_is_told_to(stuck: Pty, tmp_path: Path) -> None:
    """The line is there still, and stays stuck."""
    os.kill(stuck.pid, signal.SIGTERM)
    assert stuck.wait_for_end() == 143
    assert decided_in(tmp_path / "stuck.db") == 1

"""How Chinese-heavy screens look."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.reading import Reading
from tui.app import JinbiaoApp

Compare = Callable[..., bool]


@pytest.fixture
def decided(reading: Reading) -> Reading:
    """One span of each state but the current one's."""
    marks = reading.marks
    reading.accept(marks[0].id)
    reading.reject(marks[1].id)
    reading.move(marks[2].id, marks[2].span.start, marks[2].span.end - 1)
    return reading


def test_bench(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """All panes: states by shape, a target with its frame in the inspector."""
    assert snap_compare(app, terminal_size=(120, 16))


def test_bench_while_selecting(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """Two panes: a selection in both, and the keys that matter then."""
    assert snap_compare(app, terminal_size=(80, 14), press=["v", "l", "l", "l", "l"])


def test_list(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """The list in place of the source."""
    assert snap_compare(app, terminal_size=(100, 14), press=["S"])


def test_narrow(app: JinbiaoApp, snap_compare: Compare) -> None:
    """One pane, short labels."""
    assert snap_compare(app, terminal_size=(40, 12))


def test_library(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """Two articles, one under way."""
    assert snap_compare(app, terminal_size=(90, 10), press=["L"])


def test_help(app: JinbiaoApp, snap_compare: Compare) -> None:
    """The keys by group."""
    assert snap_compare(app, terminal_size=(90, 40), press=["question_mark"])


def test_preview(app: JinbiaoApp, snap_compare: Compare) -> None:
    """What is about to be accepted, one of it unticked."""
    assert snap_compare(app, terminal_size=(100, 12), press=["+", "-", "down", "space"])


def test_labels(app: JinbiaoApp, snap_compare: Compare) -> None:
    """The picker over the article, narrowed by what is typed."""
    assert snap_compare(app, terminal_size=(90, 20), press=["semicolon", "n", "a", "m", "e"])


def test_attributes(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """The form over the source, a period read as it is typed."""
    assert snap_compare(app, terminal_size=(80, 24), press=["e", "p", *"145"])


def test_owner(app: JinbiaoApp, decided: Reading, snap_compare: Compare) -> None:
    """Letters at the names in the article, and in a list over the inspector."""
    assert snap_compare(app, terminal_size=(120, 16), press=["o"])

"""How Chinese-heavy screens look."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.reading import Reading
from store.store import Store
from tests.tui.conftest import fake_worker
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.choices.choosing import Chosen
from tui.choices.preferences import Layout, Preferences, Theme

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


def test_settings(app: JinbiaoApp, snap_compare: Compare) -> None:
    """The choices in force in brackets."""
    assert snap_compare(app, terminal_size=(80, 12), press=["=", "j"])


def test_light(store: Store, decided: Reading, snap_compare: Compare) -> None:
    """The light theme, one pane above the other."""
    chosen = Chosen(Preferences(theme=Theme.LIGHT, layout=Layout.ABOVE))
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker, chosen=chosen)
    assert snap_compare(app, terminal_size=(80, 20))


def test_colour_blind(store: Store, decided: Reading, snap_compare: Compare) -> None:
    """A palette for all eyes, the key of its label at each span."""
    chosen = Chosen(Preferences(theme=Theme.COLOUR_BLIND))
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker, chosen=chosen)
    assert snap_compare(app, terminal_size=(120, 16))

"""Labels beyond the ten keys, and what is said of an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.mark import State
from store.store import Store
from tests.tui.conftest import FIRST, fake_worker
from tests.tui.test_bench import SIZE, current_words, key_line, press, session_of
from text.loading import load_bytes
from text.scheme import Scheme, default_scheme, parse_scheme
from tui.app import JinbiaoApp
from tui.review.label_finder import find_labels
from tui.screens.comment import CommentScreen
from tui.screens.labels import LabelScreen
from tui.widgets.row_list import RowList

LONG = "NAME_OF_SIXTY_CHARACTERS_" + "X" * 35


def many() -> Scheme:
    """Forty labels, thirty without a key, one with a name of sixty characters."""
    names = [LONG, *(f"MORE{number}" for number in range(29))]
    further = "".join(
        f'[[labels]]\nname = "{name}"\nzh = "另加标签{number}"\nlayer = "entity"\n'
        f'colour = "#88c0d0"\ndescription = "kind {number}"\n'
        for number, name in enumerate(names)
    )
    return parse_scheme(default_scheme().source + further, "many.toml")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("8", "TARGET"), ("tar", "TARGET"), ("機構", "ORG"), ("ＡＩＭ", "AIM"), ("goal", "TARGET")],
)
def test_a_label_is_found_by_key_name_or_words(typed: str, first: str) -> None:
    """In either script and width, upper or lower case; the likeliest comes first."""
    assert find_labels(default_scheme().labels, typed)[0].name == first


def test_nothing_typed_is_every_label_and_nonsense_none() -> None:
    """In the order of the scheme."""
    labels = default_scheme().labels
    assert find_labels(labels, " ") == list(labels)
    assert find_labels(labels, "没有这个") == []


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[JinbiaoApp]:
    """The bench with forty labels."""
    store = Store.open(tmp_path / "many.db", "测试", many())
    store.add(load_bytes(FIRST.encode(), "1.txt"))
    yield JinbiaoApp(store, many(), worker=fake_worker)
    store.close()


async def test_a_label_without_a_key_comes_from_the_picker(crowded: JinbiaoApp) -> None:
    """For the selection; the bar counts the others, and shows the one in hand."""
    async with crowded.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        bar = crowded.bench.view.labels
        assert "; 其余 30 种" in bar.render_line(0).text
        session_of(crowded).point(0)
        await press(pilot, "v", "l", "l", "l", "semicolon")
        assert isinstance(crowded.screen, LabelScreen)
        await press(pilot, *"sixty", "enter")
        mark = session_of(crowded).current
        assert mark is not None
        assert (mark.span.label, mark.state) == (LONG, State.ADDED)
        assert "另加标签0" in bar.render_line(0).text
        assert "; 其余 29 种" in bar.render_line(0).text


async def test_the_picker_given_up_changes_nothing(app: JinbiaoApp) -> None:
    """Arrows go through the labels, Enter relabels, Escape does not."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "semicolon", "down", "escape")
        assert session_of(app).reading.undecided == 5
        await press(pilot, "semicolon", "down", "enter")
        mark = session_of(app).current
        assert mark is not None
        assert mark.span.label == "LOC"
        assert current_words(app) == "嘉善县委"


async def test_a_click_counts_for_nothing_once_other_labels_are_listed(app: JinbiaoApp) -> None:
    """What is typed may come between the mouse and the picker: the row was one of those before."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "semicolon")
        rows = app.screen.query_one(RowList)
        clicked = RowList.Chosen(rows, 5, rows.showing)
        await press(pilot, *"per")
        app.screen.post_message(clicked)
        await pilot.pause()
        assert isinstance(app.screen, LabelScreen)


async def test_a_comment_is_typed_kept_shown_and_taken_away(app: JinbiaoApp) -> None:
    """In Chinese; Escape leaves it as it was, nothing removes it; each is one edit."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "c")
        assert isinstance(app.screen, CommentScreen)
        await press(pilot, *"数字待核", "enter")
        assert session_of(app).reading.comment == "数字待核"
        assert "✎" in app.bench.view.header.render_line(0).text
        await press(pilot, "c", "x", "escape")
        assert session_of(app).reading.comment == "数字待核"
        await press(pilot, "u")
        assert session_of(app).reading.comment is None
        await press(pilot, "ctrl+r", "c", *("backspace",) * 4, "enter")
        assert session_of(app).reading.comment is None
        assert "✎" not in app.bench.view.header.render_line(0).text


async def test_a_flag_goes_up_and_down(app: JinbiaoApp, store: Store) -> None:
    """One key, shown in the header and kept in the store."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "f")
        assert "⚑" in app.bench.view.header.render_line(0).text
        assert "已标记" in key_line(app)
        assert store.reading(store.library()[0].id).flag
        await press(pilot, "f")
        assert "⚑" not in app.bench.view.header.render_line(0).text

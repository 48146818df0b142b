"""Attributes filled in as a form, and owners picked by letters."""

from __future__ import annotations

import pytest

from store.edit import Relation
from store.mark import Mark, State
from store.store import Store
from tests.tui.test_bench import SIZE, key_line, press, session_of
from tui.app import JinbiaoApp
from tui.screens.attributes import AttributesScreen
from tui.screens.owner import OwnerScreen

TO_TARGET = ("n", "n", "n")


def current(app: JinbiaoApp) -> Mark:
    mark = session_of(app).current
    assert mark is not None
    return mark


def told(app: JinbiaoApp) -> dict[str, str]:
    return dict(current(app).span.attributes)


async def test_a_letter_a_digit_and_enter_change_a_choice(app: JinbiaoApp, store: Store) -> None:
    """Four keys for a choice; one edit, on disk, and one undo takes it back."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET)
        before = told(app)
        await press(pilot, "e", "e", "2", "enter")
        assert told(app) == {**before, "certainty": "ambition"}
        assert current(app).state is State.CORRECTED
        kept = store.reading(store.library()[0].id).mark(current(app).id)
        assert kept is not None
        assert kept.span.attributes["certainty"] == "ambition"
        await press(pilot, "u")
        assert told(app) == before
        assert current(app).state is State.SUGGESTED


async def test_a_period_is_read_as_it_is_typed(app: JinbiaoApp) -> None:
    """A letter, what is short for the period, Enter; the reading of it is shown meanwhile."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e", "p", *"145")
        screen = app.screen
        assert isinstance(screen, AttributesScreen)
        note = screen.query_one("#note").render_line(0).text  # type: ignore[attr-defined]
        assert "2021/2025 “十四五”" in note
        await press(pilot, "enter")
        assert told(app)["period"] == "2021/2025"

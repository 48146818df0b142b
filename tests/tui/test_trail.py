"""What is told of an article that one has left: that it is done, and how to come back to it."""

from __future__ import annotations

import pytest

from store.store import Store
from tests.tui.opened import shown
from tests.tui.test_bench import SIZE, press
from tui.app import JinbiaoApp
from tui.language import Language, speak


def last_line(app: JinbiaoApp) -> str:
    return shown(app).splitlines()[-1]


async def test_done_says_what_was_left_out_and_the_keys_take_it_back(
    app: JinbiaoApp, store: Store
) -> None:
    """`P u` as it says: the article is open again, with nothing decided lost."""
    speak(Language.EN)
    first = store.library()[0].id
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await press(pilot, "a", "d", "d")
        await pilot.pause(0.2)
        assert app.bench.article_id != first
        assert "article done, 1 decided, 4 left out · P u takes it back" in last_line(app)
        await press(pilot, "P", "u")
        await pilot.pause(0.2)
        assert app.bench.article_id == first
        assert store.reading(first).status == "open"
        assert store.reading(first).undecided == 4


@pytest.mark.parametrize("key", ["u", "D"])
async def test_where_there_is_nothing_to_take_back_the_last_edit_is_named(
    app: JinbiaoApp, store: Store, key: str
) -> None:
    """With the key that leads to it, whichever way it lies; in the article itself nothing more."""
    speak(Language.EN)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await press(pilot, key)
        assert "the last edit" not in last_line(app)
        await press(pilot, "a", "N", key)
        await pilot.pause(0.2)
        assert "in this article" in last_line(app) or "this article is open" in last_line(app)
        assert f"P to the last edit: {store.article(store.library()[0].id).name}" in last_line(app)


async def test_the_last_edit_may_lie_ahead(app: JinbiaoApp) -> None:
    """Then the other key leads to it."""
    speak(Language.EN)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await press(pilot, "N", "f", "P", "u")
        await pilot.pause(0.2)
        assert "N to the last edit" in last_line(app)

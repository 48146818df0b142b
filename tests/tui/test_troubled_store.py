"""The bench on a store that is busy, gone, or not to be written."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from store.mark import State
from store.store import Store
from tests.tui.conftest import OpenAs, toasts
from tests.tui.test_bench import SIZE, key_line, press, session_of
from text.scheme import default_scheme
from tui import notices
from tui.app import JinbiaoApp
from tui.review import patience


async def test_a_store_that_is_busy_is_waited_for(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """It is said that nothing is saved yet; then the key does what it was pressed for."""
    other = open_as("乙")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        with other.db.transaction():
            deciding = asyncio.create_task(app.bench.action_do("accept"))
            while notices.waiting() not in key_line(app):
                await pilot.pause(0.05)
            assert session_of(app).reading.marks[0].state is State.SUGGESTED
        await deciding
        await pilot.pause()
        assert session_of(app).reading.marks[0].state is State.ACCEPTED
        assert "已存" in key_line(app)
        assert "保存用了" in toasts(app)


async def test_a_store_that_stays_busy_is_given_up(
    app: JinbiaoApp, store: Store, open_as: OpenAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was decided, the clock of what is saved stays away, and the next key works."""
    monkeypatch.setattr(patience, "PATIENCE", 0.3)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        with open_as("乙").db.transaction():
            await press(pilot, "a")
        assert "locked" in toasts(app)
        assert "已存" not in key_line(app)
        assert session_of(app).reading.marks[0].state is State.SUGGESTED
        await press(pilot, "a")
        assert session_of(app).reading.marks[0].state is State.ACCEPTED


@pytest.mark.parametrize("replaced", [False, True])
async def test_a_store_that_disappears_is_told(
    app: JinbiaoApp, store: Store, tmp_path: Path, *, replaced: bool
) -> None:
    """At the next decision; what was saved before stays the last that is called saved."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        saved = key_line(app)[-9:]
        Path(store.db.path).unlink()
        if replaced:
            Store.open(tmp_path / "other.db", "乙", default_scheme()).close()
            (tmp_path / "other.db").rename(store.db.path)
        await press(pilot, "a")
        assert "deleted, moved or replaced" in toasts(app)
        assert session_of(app).reading.marks[1].state is State.SUGGESTED
        assert key_line(app)[-9:] == saved
        await press(pilot, "n", "q")
    assert app.return_code == 0


async def test_a_store_that_cannot_be_written_is_told(app: JinbiaoApp, store: Store) -> None:
    """What was not saved is not shown as saved; one can still look about, and quit."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        store.db.run("PRAGMA query_only = ON")
        await press(pilot, "a")
        assert "may not be written" in toasts(app)
        assert "已存" not in key_line(app)
        assert session_of(app).reading.marks[0].state is State.SUGGESTED
        await press(pilot, "n", "N")
        assert app.bench.article_id == store.library()[1].id
        await press(pilot, "q")
    assert app.return_code == 0

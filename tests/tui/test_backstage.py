"""What the worker is asked for, and when."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import cast

from store.store import Store
from suggest.client import Answer, NoAnswerError, Request, Worker
from tests.tui.conftest import FIRST, SECOND, FakeWorker, toasts
from text.loading import load_bytes
from text.scheme import default_scheme
from tui.app import JinbiaoApp

LONG = "很长的一本书。\n" * 3


class SlowWorker(FakeWorker):
    """Goes on with a long article until it is told that it has had its time."""

    def __init__(self) -> None:
        self.time_is_up = asyncio.Event()
        self.asked: list[str] = []

    async def suggest(
        self, request: Request, on_progress: Callable[[float], None] | None = None
    ) -> Answer:
        """The usual suggestions, in time."""
        self.asked.append(request.text)
        if request.text == LONG:
            if on_progress is not None:
                on_progress(0.3)
            await self.time_is_up.wait()
        return await super().suggest(request, on_progress)


async def test_the_article_in_hand_waits_for_no_other(tmp_path: Path) -> None:
    """One goes on from an article that takes long; the others have their turn after it."""
    store = Store.open(tmp_path / "slow.db", "测试", default_scheme())
    for number, raw in enumerate((LONG, SECOND, FIRST)):
        store.add(load_bytes(raw.encode(), f"{number}.txt"))
    worker = SlowWorker()
    app = JinbiaoApp(store, default_scheme(), worker=lambda: cast(Worker, worker))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert len(worker.asked) == 1
        await pilot.press("N", "N")
        await pilot.pause()
        page = app.bench.page
        assert page is not None
        assert page.session.reading.marks
        assert "还有" in app.bench.view.header.render_line(0).text
        worker.time_is_up.set()
        await pilot.pause()
        assert len(worker.asked) == 3
        assert "建议中" not in app.bench.view.header.render_line(0).text
    store.close()


class PickyWorker(FakeWorker):
    """Takes no long article."""

    async def suggest(
        self, request: Request, on_progress: Callable[[float], None] | None = None
    ) -> Answer:
        """The usual suggestions, for others."""
        if request.text == LONG:
            raise NoAnswerError("no answer for this one")
        return await super().suggest(request, on_progress)

    async def words(self, text: str) -> list[int]:
        """The usual words, of others."""
        if text == LONG:
            raise NoAnswerError("no answer for its words")
        return await super().words(text)


async def test_one_that_cannot_be_taken_is_told_and_passed_over(tmp_path: Path) -> None:
    """Once; the others get their suggestions."""
    store = Store.open(tmp_path / "picky.db", "测试", default_scheme())
    for number, raw in enumerate((LONG, FIRST)):
        store.add(load_bytes(raw.encode(), f"{number}.txt"))
    app = JinbiaoApp(store, default_scheme(), worker=lambda: cast(Worker, PickyWorker()))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert toasts(app).count("no answer for this one") == 1
        assert toasts(app).count("no answer for its words") == 1
        await pilot.press("N", "P", "N")
        await pilot.pause()
        page = app.bench.page
        assert page is not None
        assert page.session.reading.marks
        assert toasts(app).count("no answer") == 2
        assert "不再有新建议" not in toasts(app)
    store.close()

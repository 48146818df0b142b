"""What no article or scheme should be like: the bench stays usable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Self, cast

import pytest

from store.mark import State
from store.store import Store
from suggest.client import Answer, Request, Worker, WorkerError
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import FIRST, FakeWorker, fake_worker
from text.article import Article
from text.loading import load_bytes
from text.scheme import Scheme, default_scheme, load_scheme
from text.span import Suggestion
from tui.app import JinbiaoApp
from tui.widgets.row_list import RowList


def opened(folder: Path, article: Article, scheme: Scheme, offers: list[Suggestion]) -> Store:
    store = Store.open(folder / "bad.db", "测试", scheme)
    store.add(article)
    store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
    return store


@pytest.mark.parametrize("size", [(120, 36), (20, 6)])
async def test_ten_thousand_spans_in_a_paragraph(tmp_path: Path, size: tuple[int, int]) -> None:
    """Keys decide, go to the end and come back."""
    article = load_bytes(("嘉善县委说，" * 10_000).encode(), "many.txt")
    offers = [Suggestion(at, at + 4, "ORG", {}, 0.9, "test") for at in range(0, 60_000, 6)]
    store = opened(tmp_path, article, default_scheme(), offers)
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a", "x", "p", "p", "p", "pagedown", "u")
        await pilot.pause()
    assert sum(store.stats().decided.values()) == 1
    store.close()


async def test_a_million_characters_on_one_line(tmp_path: Path) -> None:
    """One goes through it by pages and decides."""
    article = load_bytes(("嘉善县委说" * 200_000).encode(), "long.txt")
    offers = [Suggestion(999_995, 999_999, "ORG", {}, 0.9, "test")]
    store = opened(tmp_path, article, default_scheme(), offers)
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pageup", "pageup", "n", "a")
        await pilot.pause()
    assert sum(store.stats().decided.values()) == 1
    store.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (20, 6)])
async def test_forty_labels_with_long_names(tmp_path: Path, size: tuple[int, int]) -> None:
    """The picker gives any of them, also one whose name has sixty characters."""
    long = "L" * 60
    names = [*(f"LABEL{number}" for number in range(39)), long]
    path = tmp_path / "forty.toml"
    path.write_text(
        'name = "forty"\nversion = "1"\n[[layers]]\nname = "entity"\nzh = "实体"\n'
        + "".join(
            f'[[labels]]\nname = "{name}"\nzh = "标签"\nlayer = "entity"\ncolour = "#57d98a"\n'
            for name in names
        ),
        encoding="utf-8",
    )
    scheme = load_scheme(path)
    article = load_bytes("嘉善县委书记江海洋表示。\n".encode(), "a.txt")
    offers = [Suggestion(0, 4, "LABEL0", {}, 0.9, "test")]
    store = opened(tmp_path, article, scheme, offers)
    app = JinbiaoApp(store, scheme, worker=fake_worker)
    async with app.run_test(size=size) as pilot:
        await pilot.press(";", *"label38")
        await pilot.pause()
        assert "LABEL38" in app.screen.query_one(RowList).render_line(0).text
        await pilot.press("ctrl+u", *"llll")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        page = app.bench.page
        assert page is not None
        labels = [mark.span.label for mark in page.session.reading.marks]
    assert labels == [long]
    store.close()


class DyingWorker(FakeWorker):
    """Dies over every article, until `lives` workers have died."""

    started = 0
    lives = 1

    async def __aenter__(self) -> Self:
        type(self).started += 1
        return await super().__aenter__()

    async def suggest(
        self, request: Request, on_progress: Callable[[float], None] | None = None
    ) -> Answer:
        """No answer from the first ones."""
        if self.started <= self.lives:
            raise WorkerError("the suggestion process has ended (status -9): ")
        return await super().suggest(request, on_progress)


@pytest.mark.parametrize(("lives", "suggested"), [(1, True), (9, False)])
async def test_a_worker_that_dies_is_started_once_more(
    tmp_path: Path, lives: int, suggested: bool
) -> None:
    """It is told; the bench goes on, with the second worker's suggestions or without any."""
    kind = type("Dying", (DyingWorker,), {"lives": lives})
    store = Store.open(tmp_path / "dying.db", "测试", default_scheme())
    store.add(load_bytes(FIRST.encode(), "first.txt"))
    app = JinbiaoApp(store, default_scheme(), worker=cast(Callable[[], Worker], kind))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.5)
        page = app.bench.page
        assert page is not None
        assert bool(page.session.reading.marks) is suggested
        assert kind.started == 2
        await pilot.press("v", "l", "1")
        await pilot.pause(0.2)
        assert any(mark.state is State.ADDED for mark in page.session.reading.marks)
    store.close()

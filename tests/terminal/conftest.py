"""What the tests in a real terminal share."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.tmux import HAS_TMUX, Tmux

ROOT = Path(__file__).parents[2]

Open = Callable[..., Tmux]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and skip them with a clear word where tmux is missing."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.terminal)
            if not HAS_TMUX:
                item.add_marker(pytest.mark.skip(reason="tmux is not installed: apt install tmux"))


@pytest.fixture
def terminal() -> Iterator[Open]:
    """Opens terminals that run jinbiao with the given arguments."""
    # A socket's path may not be long, and pytest's own temporary folders are.
    folder = Path(tempfile.mkdtemp(prefix="jb"))
    with ExitStack() as stack:
        count = 0

        def open_terminal(
            *arguments: str,
            columns: int = 120,
            rows: int = 36,
            env: Mapping[str, str] | None = None,
        ) -> Tmux:
            nonlocal count
            count += 1
            # Textual's size is the terminal's, unless these say otherwise, as they do under pytest.
            plain = [
                "env",
                "-u",
                "COLUMNS",
                "-u",
                "LINES",
                "JINBIAO_LANG=en",
                f"XDG_CONFIG_HOME={folder}",
                *(f"{name}={value}" for name, value in (env or {}).items()),
            ]
            command = [*plain, sys.executable, "-m", "tui", *arguments]
            return stack.enter_context(Tmux(folder / str(count), command, columns, rows))

        yield open_terminal
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def seeds() -> Path:
    """The folder of the five articles."""
    return ROOT / "seeds"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """An article of one sentence, of which all three names are surely suggested."""
    article = tmp_path / "news.txt"
    article.write_text("杭钢集团党委书记李志强出席会议。\n", encoding="utf-8")
    return article

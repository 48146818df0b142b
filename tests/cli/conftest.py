"""A folder of one's own with a few articles in it, and the command line to run there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.running import Ended, Jinbiao
from tui.cli import main
from tui.jobs import suggest_articles

ARTICLES = {
    "一.txt": "甘肃科技集团\n2023-06-01\n1至4月,甘肃科技集团工业总产值同比增长40%。",
    "二.txt": "預計一季度實現稅金1.3億元,,同比增加3.17%。",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, with no setting of the tester's own in force."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JINBIAO_DB", raising=False)
    monkeypatch.setenv("JINBIAO_AS", "ann")
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path


@pytest.fixture
def put_pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[type], None]]:
    """Have a class suggest in the place of the pipeline, which loads models."""

    def put(pipeline: type) -> None:
        monkeypatch.setattr("suggest.pipeline.Pipeline", pipeline)
        suggest_articles._pipeline.cache_clear()

    yield put
    suggest_articles._pipeline.cache_clear()


@pytest.fixture
def articles(folder: Path) -> Path:
    """A folder `articles` of two articles."""
    place = folder / "articles"
    place.mkdir()
    for name, text in ARTICLES.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def jinbiao(folder: Path) -> Jinbiao:
    """Run a command in this process; whatever escapes it as an exception fails the test."""

    def run(*arguments: str) -> Ended:
        result = CliRunner().invoke(main, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def jinbiao_process(folder: Path) -> Jinbiao:
    """Run a command in a process of its own, as a script would."""

    def run(*arguments: str) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run

"""`jinbiao review`: what happens before the bench opens, and how it ends."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import tui.app
from store.store import Store
from tests.cli.running import Jinbiao, one_line
from text.scheme import Scheme
from tui.choices.choosing import Chosen
from tui.cli import review

Opened = list[tuple[list[str], list[str]]]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the bench was opened with: the articles' sources and the notices. It ends with 0."""
    opened: Opened = []

    def run_bench(store: Store, _scheme: Scheme, notices: Sequence[str], _chosen: Chosen) -> int:
        opened.append(([card.source for card in store.library()], list(notices)))
        return 0

    monkeypatch.setattr(tui.app, "run_bench", run_bench)
    monkeypatch.setattr(review, "on_terminal", lambda: True)
    # Those of the machine that the tests run on are none of theirs.
    monkeypatch.setattr(review, "dangers", lambda store: iter(()))
    return opened


def test_what_is_new_is_imported_and_the_bench_opened(
    jinbiao: Jinbiao, articles: Path, bench: Opened
) -> None:
    """Without a line on the screen, which the bench is about to take."""
    jinbiao("import", "articles/二.txt")
    ended = jinbiao("review", "articles")
    assert (ended.status, ended.stdout, ended.stderr) == (0, "", "")
    assert bench == [(["articles/二.txt", "articles/一.txt"], [])]


def test_without_a_path_the_bench_opens_on_the_store(
    jinbiao: Jinbiao, articles: Path, bench: Opened
) -> None:
    """Which then has to be there."""
    assert jinbiao("review").status == 4
    jinbiao("import", "articles")
    assert jinbiao("review").status == 0
    assert len(bench) == 1


def test_what_cannot_be_read_is_a_notice(jinbiao: Jinbiao, articles: Path, bench: Opened) -> None:
    """The bench opens with the others, and ends with 0."""
    ended = jinbiao("review", "missing.txt", "articles")
    assert (ended.status, ended.stderr) == (0, "")
    assert bench == [(["articles/一.txt", "articles/二.txt"], ["missing.txt does not exist"])]


def test_what_endangers_the_store_is_a_notice(
    jinbiao: Jinbiao, articles: Path, bench: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a network file system; the bench opens all the same."""
    monkeypatch.setattr(review, "dangers", lambda store: iter([f"{store} may be lost"]))
    assert jinbiao("review", "articles").status == 0
    assert bench[0][1] == ["jinbiao.db may be lost"]


def test_nothing_but_bad_paths_is_status_3(jinbiao: Jinbiao, folder: Path, bench: Opened) -> None:
    """There is no article to open the bench on: the line says why."""
    ended = jinbiao("review", "missing.txt")
    assert ended.status == 3
    assert one_line(ended.stderr) == "missing.txt does not exist"
    assert bench == []


def test_an_empty_store_is_greeted(jinbiao: Jinbiao, folder: Path, bench: Opened) -> None:
    """The bench opens all the same; where it stays empty that is said, and is no error."""
    Path("empty.txt").touch()
    jinbiao("import", "empty.txt")
    ended = jinbiao("review")
    assert (ended.status, ended.stderr) == (0, "")
    assert ended.stdout.startswith("nothing to review")
    assert bench == [([], [])]


@pytest.mark.parametrize("status", [129, 130, 143])
def test_the_status_is_that_of_the_bench(
    jinbiao: Jinbiao,
    articles: Path,
    bench: Opened,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
) -> None:
    """A bench that a signal ended ends the command as the signal would."""
    monkeypatch.setattr(tui.app, "run_bench", lambda *_: status)
    assert jinbiao("review", "articles").status == status


def test_without_a_terminal_there_is_no_bench(jinbiao_process: Jinbiao, articles: Path) -> None:
    """A pipe cannot be drawn on: wrong usage, said before anything is imported."""
    ended = jinbiao_process("review", "articles")
    assert ended.status == 2
    assert "terminal" in one_line(ended.stderr)
    assert not Path("jinbiao.db").exists()

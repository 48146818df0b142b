"""`jinbiao suggest`: JSON lines for files, suggestions kept for the store."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.store import Store
from tests.cli.running import SEEDS, Jinbiao, one_line
from text.scheme import Scheme, default_scheme
from text.span import Suggestion
from text.visible import is_hostile


class FakePipeline:
    """Finds 甘肃 and 增长 wherever they stand, and stumbles over 地雷; loads no model."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def suggest(self, text: str, **_: object) -> tuple[Suggestion, ...]:
        """The two words."""
        if "地雷" in text:
            raise IndexError("boom")
        found = [
            (text.find("甘肃"), "LOC", {}),
            (text.find("增长"), "RESULT", {"change": "growth"}),
        ]
        return tuple(
            Suggestion(start, start + 2, label, attributes, 0.9, "fake")
            for start, label, attributes in found
            if start >= 0
        )


@pytest.fixture
def fake(put_pipeline: Callable[[type], None]) -> None:
    """The suggesters without their models."""
    put_pipeline(FakePipeline)


@pytest.fixture
def many(folder: Path) -> Path:
    """A folder of more articles than are done in a moment."""
    place = folder / "many"
    place.mkdir()
    for number in range(200):
        text = f"甘肃科技集团{number}年工业总产值同比增长40%。" * 100
        (place / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return place


def read_lines(path: str) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


@pytest.mark.usefixtures("fake")
def test_with_paths_a_line_an_article(jinbiao: Jinbiao, articles: Path) -> None:
    """The keys of the contract in their order, and no store comes into being."""
    ended = jinbiao("suggest", "articles")
    assert (ended.status, ended.stderr) == (0, "")
    first, second = (json.loads(line) for line in ended.stdout.splitlines())
    assert list(first) == ["id", "source", "title", "published", "text", "spans"]
    assert first["source"] == "articles/一.txt"
    assert second["source"] == "articles/二.txt"
    span = first["spans"][1]
    assert list(span) == [
        *("start", "end", "raw_start", "raw_end", "label", "text", "attributes", "score", "by")
    ]
    assert (span["label"], span["text"]) == ("RESULT", "增长")
    assert (span["attributes"], span["score"], span["by"]) == ({"change": "growth"}, 0.9, "fake")
    assert not Path("jinbiao.db").exists()


@pytest.mark.usefixtures("fake")
def test_out_names_the_file(jinbiao: Jinbiao, articles: Path) -> None:
    """The lines go there instead of the screen."""
    ended = jinbiao("suggest", "articles", "--out", "new/s.jsonl")
    assert (ended.status, ended.stdout, ended.stderr) == (0, "", "")
    assert [line["source"] for line in read_lines("new/s.jsonl")] == [
        *("articles/一.txt", "articles/二.txt")
    ]


@pytest.mark.usefixtures("fake")
def test_articles_that_fail_do_not_hold_up_the_others(jinbiao: Jinbiao, articles: Path) -> None:
    """Each is told where it stands; of several statuses the gravest counts."""
    (articles / "a.txt").write_text("地雷", encoding="utf-8")
    ended = jinbiao("suggest", "articles")
    assert len(ended.stdout.splitlines()) == 2
    assert one_line(ended.stderr) == "articles/a.txt: no suggestions, for IndexError: boom"
    assert ended.status == 1
    assert jinbiao("suggest", "articles", "missing").status == 3


def test_out_takes_the_place_of_no_article(jinbiao: Jinbiao, articles: Path) -> None:
    """That is asked of: its lines would be the next article."""
    for path, named in (("articles", "articles/二.txt"), ("articles/二.txt", "./articles/二.txt")):
        ended = jinbiao("suggest", path, "--out", named)
        assert ended.status == 2
        assert one_line(ended.stderr) == f"--out {named} is one of the articles; name another file"
    assert (articles / "二.txt").read_text(encoding="utf-8").startswith("預計")


@pytest.mark.usefixtures("fake")
def test_without_paths_the_store_is_filled(jinbiao: Jinbiao, articles: Path) -> None:
    """Articles that lack current suggestions get them; the second time there is nothing to do."""
    jinbiao("import", "articles")
    ended = jinbiao("suggest")
    assert ended.stdout.splitlines() == [
        "articles/一.txt: 2 suggestions",
        "articles/二.txt: 0 suggestions",
    ]
    assert ended.status == 0
    store = Store.open(Path("jinbiao.db"), "ann", default_scheme())
    assert [(card.suggested, card.undecided) for card in store.library()] == [(True, 2), (True, 0)]
    store.close()
    again = jinbiao("suggest")
    assert (again.status, again.stdout) == (
        0,
        "nothing to do: every article has current suggestions\n",
    )


@pytest.mark.usefixtures("fake")
def test_with_out_the_store_is_filled_and_every_article_written(
    jinbiao: Jinbiao, articles: Path
) -> None:
    """The lines are those of all articles, whether they had suggestions or not."""
    jinbiao("import", "articles/一.txt")
    jinbiao("suggest")
    jinbiao("import", "articles")
    assert jinbiao("suggest", "--out", "s.jsonl").status == 0
    assert [len(line["spans"]) for line in read_lines("s.jsonl")] == [2, 0]
    assert jinbiao("suggest").stdout.startswith("nothing to do")


@pytest.mark.parametrize("workers", ["0", "-1", "many"])
def test_the_number_of_workers_is_one_or_more(
    jinbiao: Jinbiao, articles: Path, workers: str
) -> None:
    """Anything else is wrong usage."""
    ended = jinbiao("suggest", "articles", "--workers", workers)
    assert ended.status == 2
    assert "--workers" in one_line(ended.stderr)


def test_several_workers_write_the_same(jinbiao_process: Jinbiao, folder: Path) -> None:
    """The real suggesters over the seeds: offsets hold, and the order is kept over processes."""
    assert jinbiao_process("suggest", str(SEEDS), "--out", "1.jsonl").status == 0
    assert jinbiao_process("suggest", str(SEEDS), "--out", "2.jsonl", "--workers", "2").status == 0
    assert Path("1.jsonl").read_bytes() == Path("2.jsonl").read_bytes()
    lines = read_lines("1.jsonl")
    assert [line["source"] for line in lines] == sorted(map(str, SEEDS.iterdir()))
    for line in lines:
        raw = Path(line["source"]).read_bytes().decode()
        assert line["spans"]
        for span in line["spans"]:
            assert line["text"][span["start"] : span["end"]] == span["text"]
            assert 0 <= span["raw_start"] < span["raw_end"] <= len(raw)


def test_an_interrupt_ends_all_processes(many: Path) -> None:
    """Ctrl-C, which the terminal sends to every process: silence, status 130, nobody left."""
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "suggest", str(many), "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"id"')
        os.killpg(process.pid, signal.SIGINT)
        # The processes at work hold the same pipes: these end when the last one is gone.
        _, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (130, b"")


def test_a_termination_leaves_no_file(many: Path, folder: Path) -> None:
    """What was not complete is not there, under no name."""
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tui",
            "suggest",
            str(many),
            "--out",
            str(folder / "out" / "s.jsonl"),
        ],
        stderr=subprocess.PIPE,
    ) as process:
        while not list(folder.glob("out/.s.jsonl*")):
            assert process.poll() is None
            time.sleep(0.05)
        process.terminate()
        _, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (143, b"")
    assert list((folder / "out").iterdir()) == []


@pytest.mark.usefixtures("fake")
def test_hostile_text_comes_out_escaped(jinbiao: Jinbiao, folder: Path) -> None:
    """Neither the article nor its path can write on the terminal."""
    name = "甘肃\x1b[31m\u202e.txt"
    (folder / name).write_text("甘肃\x1b]0;owned\x07[/nope]", encoding="utf-8")
    ended = jinbiao("suggest", name)
    assert not any(map(is_hostile, ended.stdout.rstrip("\n")))
    assert json.loads(ended.stdout)["source"] == name

"""`jinbiao eval`: the suggesters held against gold files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Jinbiao, one_line
from text.scheme import Scheme
from text.span import Suggestion
from text.visible import is_hostile
from tui.page.cells import cells

TEXT = "济源关注甘肃科技集团。"
RAW = "济源关(guān)注甘肃科技集团。"
SPANS = [
    {"start": 0, "end": 2, "label": "LOC", "raw_start": 0, "raw_end": 2},
    {"start": 4, "end": 10, "label": "ORG", "raw_start": 10, "raw_end": 16},
]


class FakePipeline:
    """Takes 济源, rightly, and 甘肃 for places; stumbles over 地雷."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def suggest(self, text: str, **_: object) -> tuple[Suggestion, ...]:
        """The two words."""
        if "地雷" in text:
            raise IndexError("boom")
        places = [("济源", 0.95), ("甘肃", 0.35)]
        return tuple(
            Suggestion(text.index(word), text.index(word) + 2, "LOC", {}, score, "fake")
            for word, score in places
            if word in text
        )


@pytest.fixture(autouse=True)
def fake(put_pipeline: Callable[[type], None]) -> None:
    """Suggesters without models."""
    put_pipeline(FakePipeline)


@pytest.fixture
def gold(folder: Path) -> Path:
    """A folder with one article and its gold beside it."""
    place = folder / "gold"
    place.mkdir()
    (place / "a.txt").write_text(RAW, encoding="utf-8")
    write(place / "a.json", {"text": TEXT, "spans": SPANS})
    return place


def write(path: Path, *records: dict[str, Any]) -> None:
    """JSON, a line each."""
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def gold_line(**meta: Any) -> dict[str, Any]:
    """A line of a gold set."""
    return {"text": TEXT, "answer": "accept", "spans": SPANS, "meta": {"status": "done", **meta}}


def strict(jinbiao: Jinbiao, *arguments: str) -> dict[str, float]:
    """Strict F1 by label and group."""
    ended = jinbiao("eval", *arguments, "--json")
    assert (ended.status, ended.stderr) == (0, "")
    found: dict[str, float] = json.loads(ended.stdout)["strict"]
    return found


def test_a_table_of_each_label_and_group(jinbiao: Jinbiao, gold: Path) -> None:
    """One of two places right, one organisation missed; columns stand straight in cells."""
    ended = jinbiao("eval", "gold")
    assert (ended.status, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[0] == "1 article"
    rows = {line.split()[0]: line.split() for line in lines if line}
    assert rows["LOC"][1:] == ["地点", "1", "2", "1", "50.0", "100.0", "66.7", "66.7"]
    assert rows["entity"][-2:] == ["50.0", "50.0"]
    assert rows["others"] == ["others", "2", "50.0"]
    scores = lines[lines.index("") + 1 :]
    assert len({cells(line) for line in scores[: scores.index("")]}) == 1
    assert [line.split() for line in lines[-2:]] == [
        ["0.3–0.4", "1", "35.0", "0.0"],
        ["0.9–1.0", "1", "95.0", "100.0"],
    ]


def test_errors_stand_in_their_context(jinbiao: Jinbiao, gold: Path) -> None:
    """What is right in 【】, what was suggested in ⟨⟩, in the clean text."""
    lines = jinbiao("eval", "gold", "--errors").stdout.splitlines()
    assert lines[-2] == "a.txt: 1 difference"
    assert lines[-1].split() == [
        *("wrong", "label", "ORG", "not", "LOC", "…济源关注【⟨甘肃⟩科技集团】。…", "fake", "0.35")
    ]


def test_json_has_all_of_it(jinbiao: Jinbiao, gold: Path) -> None:
    """Errors only where they are asked for; their ranges are raw."""
    assert "errors" not in json.loads(jinbiao("eval", "gold", "--json").stdout)
    found = json.loads(jinbiao("eval", "gold", "--json", "--errors").stdout)
    (error,) = found["errors"]
    assert error["gold"] == {"raw_start": 10, "raw_end": 16, "label": "ORG", "text": "甘肃科技集团"}
    assert found["gold"]["entity"] == 2


@pytest.mark.parametrize(("floor", "status"), [("50", 0), ("50.1", 1)])
def test_below_the_floor_is_a_failure(
    jinbiao: Jinbiao, gold: Path, floor: str, status: int
) -> None:
    """The tables are printed either way."""
    ended = jinbiao("eval", "gold", "--floor", floor)
    assert (ended.status, bool(ended.stdout)) == (status, True)
    if status:
        assert re.search(r"50\.0, below the floor of 50\.1", one_line(ended.stderr))


def test_gold_sets_are_measured_on_finished_articles(jinbiao: Jinbiao, folder: Path) -> None:
    """Without the file the text of the line stands for it; open articles do not count."""
    write(folder / "gold.jsonl", gold_line(source="gone.txt"), gold_line(status="open"))
    assert strict(jinbiao, "gold.jsonl")["entity"] == 50.0
    write(folder / "gold.jsonl", gold_line(status="open"))
    ended = jinbiao("eval", "gold.jsonl")
    assert (ended.status, ended.stdout[:16]) == (0, "nothing to score")


def test_the_file_of_a_gold_line_is_taken_where_it_is_the_same(
    jinbiao: Jinbiao, gold: Path
) -> None:
    """Beside the gold, in --articles or at its source; a changed one is another article."""
    (gold / "a.json").unlink()
    digest = sha256(RAW.encode()).hexdigest()
    write(gold / "a.jsonl", gold_line(source="elsewhere/a.txt", raw_sha256=digest))
    assert strict(jinbiao, "gold")["entity"] == 50.0
    (gold / "a.txt").write_text("地雷", encoding="utf-8")
    assert strict(jinbiao, "gold")["entity"] == 50.0
    write(gold / "a.jsonl", gold_line(source="elsewhere/a.txt"))
    ended = jinbiao("eval", "gold")
    assert (ended.status, one_line(ended.stderr)[:9]) == (1, "gold/a.tx")


def test_articles_may_stand_elsewhere(jinbiao: Jinbiao, gold: Path, folder: Path) -> None:
    """--articles names their folder: raw offsets are those of the file there."""
    (folder / "news").mkdir()
    (gold / "a.txt").rename(folder / "news" / "a.txt")
    found = json.loads(jinbiao("eval", "gold", "--articles", "news", "--json", "--errors").stdout)
    assert found["errors"][0]["gold"]["raw_start"] == 10
    found = json.loads(jinbiao("eval", "gold", "--json", "--errors").stdout)
    assert found["errors"][0]["gold"]["raw_start"] == 4


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        "{}",
        '{"text": 1, "spans": []}',
        '{"text": "甲", "spans": 3}',
        '{"text": "甲", "spans": [{"start": 0, "label": "ORG"}]}',
        '{"text": "甲", "spans": [{"start": 0, "end": "b", "label": "ORG"}]}',
        '{"text": "甲", "spans": [{"start": 0, "end": 9, "label": "ORG"}]}',
        '{"text": "甲", "spans": [{"start": 0, "end": 1, "label": "GPE"}]}',
        '{"text": "甲", "spans": [{"start": 0, "end": 1, "label": ["ORG"]}]}',
        '{"text": "甲", "spans": [], "layers": 3}',
        '{"text": "甲", "spans": [{"start": true, "end": 1.0, "label": "ORG"}]}',
        "\udcff",
    ],
)
def test_unreadable_gold_is_told_and_the_rest_measured(
    jinbiao: Jinbiao, gold: Path, content: str
) -> None:
    """Status 3, one line about it, and the tables of the others."""
    (gold / "b.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    ended = jinbiao("eval", "gold")
    assert ended.status == 3
    assert "b." in one_line(ended.stderr)
    assert ended.stdout.startswith("1 article\n")


def test_without_gold_there_is_nothing_to_measure(jinbiao: Jinbiao, folder: Path) -> None:
    """A missing path and an empty folder are unreadable, no path at all is wrong usage."""
    (folder / "empty").mkdir()
    assert jinbiao("eval", "missing.jsonl").status == 3
    assert jinbiao("eval", "empty").status == 3
    assert jinbiao("eval").status == 2


def test_hostile_gold_cannot_write_on_the_terminal(jinbiao: Jinbiao, folder: Path) -> None:
    """Neither its words nor its name."""
    spans = [{"start": 0, "end": 3, "label": "ORG"}]
    write(folder / "x.json", {"source": "\x1b[31m", "text": "甘\x1b]肃\u202e", "spans": spans})
    ended = jinbiao("eval", "x.json", "--errors")
    assert ended.status == 0
    assert not any(map(is_hostile, ended.stdout.replace("\n", "")))


def test_a_folder_of_articles_that_is_not_there_is_told(jinbiao: Jinbiao, gold: Path) -> None:
    """Without a word the text in the gold would be measured on in its place."""
    ended = jinbiao("eval", str(gold), "--articles", "nowhere")
    assert ended.status == 2
    assert "'nowhere' does not exist" in one_line(ended.stderr)

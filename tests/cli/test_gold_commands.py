"""`jinbiao export`, `validate` and `stats`: the way out of the store."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.stats import Pace, Stats
from store.store import Store
from tests.cli.running import Jinbiao, one_line
from text.scheme import default_scheme
from text.span import Suggestion
from tui.page.cells import cells


@pytest.fixture
def decided(jinbiao: Jinbiao, articles: Path) -> Iterator[Store]:
    """A store of two articles; in the first, which is done, a suggestion was accepted."""
    jinbiao("import", "articles")
    store = Store.open(Path("jinbiao.db"), "ann", default_scheme())
    first = store.library()[0].id
    start = store.article(first).revision.text.index("甘肃科技集团")
    store.put_suggestions(
        first, "test", "1", [Suggestion(start, start + 6, "ORG", score=0.9, by="lac")]
    )
    reading = store.reading(first)
    reading.accept(reading.marks[0].id)
    reading.finish()
    yield store
    store.close()


def gold(path: str) -> list[dict[str, Any]]:
    """The lines of a gold set."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


@pytest.mark.usefixtures("decided")
def test_export_writes_what_is_done(jinbiao: Jinbiao) -> None:
    """To exports/gold.jsonl, in a folder made for it; the same store gives the same bytes."""
    ended = jinbiao("export")
    assert (ended.status, ended.stdout) == (0, "exports/gold.jsonl: 1 article\n")
    [line] = gold("exports/gold.jsonl")
    assert list(line) == ["id", "text", "answer", "spans", "relations", "rejected", "meta"]
    [span] = line["spans"]
    assert (span["text"], span["label"], span["origin"]) == ("甘肃科技集团", "ORG", "accepted")
    assert line["text"][span["start"] : span["end"]] == span["text"]
    before = Path("exports/gold.jsonl").read_bytes()
    jinbiao("export")
    assert Path("exports/gold.jsonl").read_bytes() == before


@pytest.mark.usefixtures("decided")
def test_export_of_all_takes_every_article(jinbiao: Jinbiao) -> None:
    """Also one in which nothing was decided yet."""
    assert jinbiao("export", "--which", "all", "--out", "all.jsonl").status == 0
    assert [len(line["spans"]) for line in gold("all.jsonl")] == [1, 0]


@pytest.mark.usefixtures("decided")
def test_export_to_standard_output_prints_nothing_else(jinbiao: Jinbiao) -> None:
    """What reads from the pipe gets lines of JSON alone, those of the file."""
    jinbiao("export")
    ended = jinbiao("export", "--out", "-")
    assert (ended.status, ended.stderr) == (0, "")
    assert ended.stdout == Path("exports/gold.jsonl").read_text(encoding="utf-8")


def test_nothing_done_is_said_and_no_error(jinbiao: Jinbiao, articles: Path) -> None:
    """The file is there and empty: an older one would be taken for this store's."""
    jinbiao("import", "articles")
    ended = jinbiao("export")
    assert (ended.status, ended.stderr) == (0, "")
    assert ended.stdout.startswith("nothing to export: no article is done yet")
    assert gold("exports/gold.jsonl") == []
    assert "nothing to export" in one_line(jinbiao("export", "--out", "-").stderr)


@pytest.mark.usefixtures("decided")
def test_a_reading_can_be_named(jinbiao: Jinbiao) -> None:
    """One that is not there is wrong usage, told with those that are."""
    assert jinbiao("export", "--reading", "ann").status == 0
    ended = jinbiao("export", "--reading", "bob")
    assert ended.status == 2
    message = one_line(ended.stderr)
    assert "bob" in message
    assert "ann" in message


def test_several_readings_must_be_chosen_from(jinbiao: Jinbiao, decided: Store) -> None:
    """Where two people decided, export takes neither by chance; an older file stays."""
    jinbiao("export")
    before = Path("exports/gold.jsonl").read_bytes()
    other = Store.open(Path("jinbiao.db"), "bob", default_scheme())
    other.reading(decided.library()[0].id).finish()
    other.close()
    ended = jinbiao("export")
    assert ended.status == 2
    assert "--reading" in one_line(ended.stderr)
    assert Path("exports/gold.jsonl").read_bytes() == before


def test_a_span_that_moved_off_its_words_stops_the_export(jinbiao: Jinbiao, decided: Store) -> None:
    """Status 1, and not a line of the articles before it, on standard output neither."""
    second = decided.library()[1].id
    reading = decided.reading(second)
    reading.add(0, 2, "LOC")
    reading.finish()
    decided.db.run("UPDATE spans SET text = 'X' WHERE label = 'LOC'")
    for out in ("gold.jsonl", "-"):
        ended = jinbiao("export", "--out", out)
        assert (ended.status, ended.stdout) == (1, "")
        one_line(ended.stderr)
    assert not Path("gold.jsonl").exists()


@pytest.mark.usefixtures("decided")
def test_where_nothing_can_be_written_is_wrong_usage(jinbiao: Jinbiao) -> None:
    """A folder in the file's place, or a file in the folder's, is told."""
    for out in ("articles", "jinbiao.db/gold.jsonl"):
        ended = jinbiao("export", "--out", out)
        assert ended.status == 2
        assert out in one_line(ended.stderr)


@pytest.mark.usefixtures("decided")
def test_export_never_takes_the_place_of_the_store(jinbiao: Jinbiao) -> None:
    """Nor of another one: the decisions in it are nowhere else."""
    jinbiao("backup", "other.db")
    for db in ("jinbiao.db", "other.db"):
        ended = jinbiao("export", "--which", "all", "--out", db)
        assert ended.status == 2
        said = f"{db} is a SQLite database and stays as it is; name another file"
        assert one_line(ended.stderr) == said
    assert jinbiao("check").stdout == "jinbiao.db is sound\n"


@pytest.mark.usefixtures("decided")
def test_validate_accepts_what_export_writes(jinbiao: Jinbiao) -> None:
    """It says so, and ends with 0."""
    jinbiao("export")
    ended = jinbiao("validate", "exports/gold.jsonl")
    assert (ended.status, ended.stdout, ended.stderr) == (0, "exports/gold.jsonl is right\n", "")


@pytest.mark.usefixtures("decided")
def test_validate_tells_each_finding_with_its_line(jinbiao: Jinbiao) -> None:
    """What is wrong is on standard output, that something is on standard error; status 1."""
    jinbiao("export")
    [line] = gold("exports/gold.jsonl")
    line["spans"][0]["end"] -= 1
    Path("bad.jsonl").write_text(f"{json.dumps(line)}\nno \x1b[31mJSON\n", encoding="utf-8")
    ended = jinbiao("validate", "bad.jsonl")
    assert ended.status == 1
    first, second = ended.stdout.splitlines()
    assert first.startswith("bad.jsonl:1: spans[0]: ")
    assert second.startswith("bad.jsonl:2: ")
    assert "\x1b" not in ended.stdout
    assert one_line(ended.stderr) == "bad.jsonl is not right: 2 findings"


@pytest.mark.parametrize("path", ["missing.jsonl", "articles"])
def test_validate_cannot_read_what_is_no_file(jinbiao: Jinbiao, articles: Path, path: str) -> None:
    """That is not the file's fault but its absence: status 3."""
    ended = jinbiao("validate", path)
    assert ended.status == 3
    assert path in one_line(ended.stderr)


def test_validate_tells_once_what_a_file_of_another_kind_is(jinbiao: Jinbiao) -> None:
    """No line of it is a finding: it cannot be read, and nothing is on standard output."""
    Path("bytes.jsonl").write_bytes(b"\xa2\x80\n\x80\n\x9e\n" * 100)
    ended = jinbiao("validate", "bytes.jsonl")
    assert (ended.status, ended.stdout) == (3, "")
    said = "bytes.jsonl is not JSON Lines: line 1: byte 1 (0xa2) is not UTF-8"
    assert one_line(ended.stderr) == said


@pytest.mark.usefixtures("decided")
def test_stats_count_articles_and_decisions(jinbiao: Jinbiao) -> None:
    """In words for people, with a table for labels and one for suggesters."""
    ended = jinbiao("stats")
    assert ended.status == 0
    lines = ended.stdout.splitlines()
    assert lines[:3] == [
        "ann",
        "articles   2: 1 new, 0 open, 1 done",
        "decisions  1: 1 accepted, 0 corrected, 0 added, 0 rejected; 0 suggestions undecided",
    ]
    assert "ORG           1          0         0            100%" in lines
    assert "lac               1          0         0            100%" in lines


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize(
    ("decisions", "seconds", "told"),
    [
        (0, 0, "no decision yet"),
        (8, 240, "told from 20 decisions in 2 minutes on, 2.5 keys a decision"),
        (20, 119, "told from 20 decisions in 2 minutes on, 2.5 keys a decision"),
        (20, 120, "600.0 spans an hour, 2.5 keys a decision"),
    ],
)
def test_a_handful_of_decisions_makes_no_pace(
    jinbiao: Jinbiao, monkeypatch: pytest.MonkeyPatch, decisions: int, seconds: int, told: str
) -> None:
    """As on the screen of progress; in JSON it is there as it was measured."""
    pace = Pace(seconds, 0, 600.0 if decisions else None, 2.5 if decisions else None)
    counted = Stats("ann", {}, {"accepted": decisions}, 0, (), (), pace)
    monkeypatch.setattr(Store, "stats", lambda _self, _where: counted)
    assert f"pace       {told}" in jinbiao("stats").stdout.splitlines()


def test_tables_of_stats_stand_straight_under_any_name(jinbiao: Jinbiao, decided: Store) -> None:
    """However long, and in cells: a Han character takes two."""
    article = decided.library()[1].id
    spans = [
        Suggestion(start, start + 2, "ORG", score=0.9, by=by)
        for start, by in ((0, "甲乙丙丁戊己庚辛"), (3, "r" * 30))
    ]
    decided.put_suggestions(article, "test", "1", spans)
    reading = decided.reading(article)
    for mark in reading.marks:
        reading.accept(mark.id)
    heading, *rows = jinbiao("stats").stdout.partition("suggester")[2].splitlines()
    assert len(rows) == 3
    assert {cells(row) for row in rows} == {len("suggester" + heading)}


@pytest.mark.usefixtures("decided")
def test_stats_come_as_json_too(jinbiao: Jinbiao) -> None:
    """One line, with the same counts."""
    ended = jinbiao("stats", "--json")
    assert ended.stdout.count("\n") == 1
    counted = json.loads(ended.stdout)
    assert counted["person"] == "ann"
    assert counted["articles"] == {"new": 1, "open": 0, "done": 1}
    assert counted["decided"]["accepted"] == 1


@pytest.mark.usefixtures("decided")
def test_a_query_chooses_the_articles(jinbiao: Jinbiao) -> None:
    """For the export and for the counts; what is wrong with one is told in a line."""
    assert jinbiao("export", "--which", "all", "--where", "-label:ORG").status == 0
    assert ["税金" in line["text"] for line in gold("exports/gold.jsonl")] == [True]
    none = jinbiao("export", "--where", "status:open")
    assert none.stdout == "nothing to export: no article that is done fits 'status:open'\n"
    counted = json.loads(jinbiao("stats", "--json", "--where", "稅金").stdout)
    assert counted["articles"] == {"new": 1, "open": 0, "done": 0}
    for command in ("export", "stats"):
        ended = jinbiao(command, "--where", "colour:red")
        assert ended.status == 2
        assert "there is no 'colour'" in one_line(ended.stderr)


def test_export_of_targets_is_a_table(jinbiao: Jinbiao, decided: Store) -> None:
    """With a BOM for Excel, a line a figure; without figures it says so."""
    ended = jinbiao("export", "--format", "targets-csv", "--out", "targets.csv")
    assert ended.status == 0
    assert "nothing to export: no target" in ended.stdout
    article = decided.library()[0].id
    decided.reading(article).add(0, 6, "TARGET")
    ended = jinbiao("export", "--format", "targets-csv")
    assert ended.stdout == "exports/targets.csv: 1 figure\n"
    written = Path("exports/targets.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfarticle,")
    assert written.count(b"\n") == 2

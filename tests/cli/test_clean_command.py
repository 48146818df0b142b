"""`jinbiao clean`: the clean text, the repairs and the contract's JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.running import SEEDS, Jinbiao, one_line
from text.visible import is_hostile

HOSTILE = "標題\x1b]0;owned\x07[/nope] [@click=app.quit]\u202e一二\x9b31m,,三。\n"


def test_clean_prints_the_clean_text(jinbiao: Jinbiao, articles: Path) -> None:
    """Simplified, punctuation mended, and nothing else on the screen."""
    ended = jinbiao("clean", "articles/二.txt")
    assert ended.stdout == "预计一季度实现税金1.3亿元,同比增加3.17%。\n"
    assert (ended.status, ended.stderr) == (0, "")


def test_json_has_the_keys_of_the_contract_in_their_order(jinbiao: Jinbiao, articles: Path) -> None:
    """One line, Chinese readable, and a key for each thing the contract names."""
    ended = jinbiao("clean", "articles/二.txt", "--json")
    assert ended.stdout.count("\n") == 1
    assert "预计一季度" in ended.stdout
    article = json.loads(ended.stdout)
    assert list(article) == [
        *("id", "source", "encoding", "title", "published"),
        *("text", "map", "zones", "repairs"),
    ]
    assert (article["source"], article["encoding"]) == ("articles/二.txt", "utf-8")
    assert list(article["zones"][0]) == ["kind", "start", "end"]
    assert list(article["repairs"][0]) == [
        *("kind", "start", "end", "raw_start", "raw_end", "before", "after", "certain")
    ]


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda seed: seed.stem)
def test_json_offsets_hold(jinbiao: Jinbiao, seed: Path) -> None:
    """A range for each clean character, in order and within the file; repairs quote it."""
    article = json.loads(jinbiao("clean", str(seed), "--json").stdout)
    raw = seed.read_bytes().decode(article["encoding"])
    text, ranges = article["text"], article["map"]
    assert len(ranges) == len(text)
    assert all(0 <= start < end <= len(raw) for start, end in ranges)
    assert ranges == sorted(ranges)
    for repair in article["repairs"]:
        assert raw[repair["raw_start"] : repair["raw_end"]] == repair["before"]


def test_diff_shows_what_was_repaired(jinbiao: Jinbiao, articles: Path) -> None:
    """The line, with what was taken out and put in."""
    ended = jinbiao("clean", "articles/二.txt", "--diff")
    assert ended.stdout.startswith(
        "1: [-預計-]{+预计+}一季度[-實現稅-]{+实现税+}金1.3[-億-]{+亿+}元"
    )
    assert (ended.status, ended.stderr) == (0, "")


def test_diff_of_a_sound_text_says_so(jinbiao: Jinbiao, articles: Path) -> None:
    """Where nothing was repaired there is a word of it, not silence."""
    ended = jinbiao("clean", "articles/一.txt", "--diff")
    assert (ended.status, ended.stdout) == (0, "nothing to repair\n")


@pytest.mark.parametrize("option", [(), ("--json",), ("--diff",)], ids=str)
def test_nothing_hostile_reaches_the_terminal(
    jinbiao: Jinbiao, folder: Path, option: tuple[str, ...]
) -> None:
    """Whatever is asked for, no control or override of the file comes out."""
    (folder / "a.txt").write_text(HOSTILE, encoding="utf-8")
    ended = jinbiao("clean", "a.txt", *option)
    assert ended.status == 0
    assert "[/nope]" in ended.stdout
    assert not any(is_hostile(character) for character in ended.stdout.replace("\n", ""))


def test_json_and_diff_do_not_go_together(jinbiao: Jinbiao, articles: Path) -> None:
    """Asking for both is wrong usage."""
    ended = jinbiao("clean", "articles/一.txt", "--json", "--diff")
    assert ended.status == 2
    assert "--json and --diff" in one_line(ended.stderr)


BAD = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": b"\x00\x01\x02\xff" * 64,
    "image": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "undecodable": b"\xff\xff\xfe\xc0\x80" * 40,
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", ["clean", "import", "suggest"])
def test_what_cannot_be_read_is_one_line_and_status_3(
    jinbiao: Jinbiao, folder: Path, command: str, kind: str
) -> None:
    """Each bad file is named in one line, whichever command reads it."""
    if (content := BAD[kind]) is not None:
        (folder / "bad.txt").write_bytes(content)
    ended = jinbiao(command, "bad.txt")
    assert ended.status == 3
    assert "bad.txt" in one_line(ended.stderr)


def test_where_there_are_several_articles_each_has_its_name(
    jinbiao: Jinbiao, articles: Path
) -> None:
    """A folder is all its articles; in JSON each is a line, which has the name in it."""
    shown = jinbiao("clean", "articles").stdout.splitlines()
    assert shown[0] == "==> articles/一.txt <=="
    assert shown[-2:] == ["==> articles/二.txt <==", "预计一季度实现税金1.3亿元,同比增加3.17%。"]
    lines = jinbiao("clean", "articles", "--json").stdout.splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["articles/一.txt", "articles/二.txt"]


def test_regional_words_and_wide_marks_when_asked_for(jinbiao: Jinbiao, folder: Path) -> None:
    """Without the options only characters change."""
    (folder / "台.txt").write_text("推動資訊產業,開發軟體。\n", encoding="utf-8")
    assert jinbiao("clean", "台.txt").stdout == "推动资讯产业,开发软体。\n"
    asked = jinbiao("clean", "台.txt", "--phrasing", "tw", "--wide-punctuation")
    assert asked.stdout == "推动信息产业，开发软件。\n"

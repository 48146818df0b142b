"""Every command that reads files reads all kinds of them, and says which it could not."""

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import tui.app
from store.store import Store
from tests.cli.running import Jinbiao, one_line
from tests.text.readers.making import make_docx, make_page, make_pdf, make_zip
from text.extras import install_command
from text.scheme import default_scheme
from tui.cli import review

SENTENCE = "甘肃科技集团工业总产值同比增长40%。"


class NoSuggestions:
    """The suggesters without their models."""

    def __init__(self, _scheme: object) -> None: ...

    def suggest(self, _text: str, **_: object) -> tuple[()]:
        """None."""
        return ()


@pytest.fixture
def kinds(folder: Path) -> Path:
    """A folder with a file of each kind, each a text of its own."""
    place = folder / "news"
    place.mkdir()
    contents: dict[str, str | bytes] = {
        "a.txt": f"{SENTENCE}1\n",
        "b.md": f"---\ntitle: 乙\n---\n{SENTENCE}2\n",
        "c.html": make_page(f"<p>{SENTENCE}3</p>" * 8),
        "d.csv": f"text,标题\n{SENTENCE}4,丁\n{SENTENCE}5,戊\n",
        "e.tsv": f"正文\n{SENTENCE}6\n",
        "f.docx": make_docx(f"{SENTENCE}7"),
        "g.pdf": make_pdf(f"{SENTENCE}8"),
        "h.zip": make_zip({"一.txt": f"{SENTENCE}9", "二.csv": f"text\n{SENTENCE}0\n"}),
    }
    for name, content in contents.items():
        data = content.encode() if isinstance(content, str) else content
        (place / name).write_bytes(data)
    return place


SOURCES = [
    *("news/a.txt", "news/b.md", "news/c.html", "news/d.csv#2", "news/d.csv#3", "news/e.tsv#2"),
    *("news/f.docx", "news/g.pdf", "news/h.zip/一.txt", "news/h.zip/二.csv#2"),
]


def stored() -> dict[str, str | None]:
    """The sources of the articles in the store, in import order, with their titles."""
    store = Store.open(Path("jinbiao.db"), "ann", default_scheme())
    found = {card.source: card.title for card in store.library()}
    store.close()
    return found


def test_import_takes_a_folder_of_all_kinds(jinbiao: Jinbiao, kinds: Path) -> None:
    """A line for each article; titles that files tell are there."""
    ended = jinbiao("import", "news")
    assert (ended.status, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert [line.partition(": imported")[0] for line in lines] == [*SOURCES, "10 articles imported"]
    titles = stored()
    assert list(titles) == SOURCES
    assert [titles[f"news/{name}"] for name in ("b.md", "d.csv#2", "d.csv#3")] == ["乙", "丁", "戊"]


def test_importing_them_twice_changes_nothing(
    jinbiao: Jinbiao, kinds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are known by their bytes: no reader of articles is asked again."""
    jinbiao("import", "news")
    with closing(sqlite3.connect("jinbiao.db")) as opened:
        before = list(opened.iterdump())
    monkeypatch.setattr("text.loading.read_document", None)
    ended = jinbiao("import", "news")
    assert ended.stdout.splitlines()[-1] == "nothing new, 10 articles already there"
    with closing(sqlite3.connect("jinbiao.db")) as opened:
        assert list(opened.iterdump()) == before


def test_clean_takes_them_all(jinbiao: Jinbiao, kinds: Path) -> None:
    """A line of JSON for each article, with offsets into its raw text."""
    ended = jinbiao("clean", "news", "--json")
    assert (ended.status, ended.stderr) == (0, "")
    articles = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [article["source"] for article in articles] == SOURCES
    assert all(len(article["map"]) == len(article["text"]) for article in articles)
    assert all(SENTENCE in article["text"] for article in articles)


def test_suggest_takes_them_all(
    jinbiao: Jinbiao, kinds: Path, put_pipeline: Callable[[type], None]
) -> None:
    """A line for each article."""
    put_pipeline(NoSuggestions)
    ended = jinbiao("suggest", "news")
    assert (ended.status, ended.stderr) == (0, "")
    assert [json.loads(line)["source"] for line in ended.stdout.splitlines()] == SOURCES


def test_review_takes_them_all(
    jinbiao: Jinbiao, kinds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is a notice."""
    (kinds / "x.pdf").write_bytes(make_pdf(""))
    notices: list[str] = []
    monkeypatch.setattr(
        tui.app, "run_bench", lambda _store, _scheme, told, _chosen: notices.extend(told) or 0
    )
    monkeypatch.setattr(review, "on_terminal", lambda: True)
    assert jinbiao("review", "news").status == 0
    assert list(stored()) == SOURCES
    assert [notice.partition(",")[0] for notice in notices] == ["news/x.pdf is a PDF without text"]


BAD: dict[str, bytes] = {
    "nul.csv": b"text\n\0\n",
    "column.csv": "body\n文\n".encode(),
    "rows.csv": b"text\n",
    "empty.docx": make_docx(),
    "broken.docx": b"PK\x03\x04",
    "none.html": b"<html><body></body></html>",
    "bytes.html": "<p>甘肃科技集团".encode()[:-1] + b"\xff\xff</p>",
    "scanned.pdf": make_pdf(""),
    "broken.pdf": b"%PDF-1.4",
    "broken.zip": b"PK\x03\x04",
    "bare.zip": make_zip({"a.xyz": "文"}),
    "bomb.zip": make_zip({"a.txt": bytes(3 << 20)}),
    "out.zip": make_zip({"../a.txt": "文"}),
    "nested.zip": make_zip({"a.zip": make_zip({"a.txt": "文"})}),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line_among_others(
    jinbiao: Jinbiao, articles: Path, name: str
) -> None:
    """It names the file; the others are imported, both are counted, and the status is 3."""
    (articles / name).write_bytes(BAD[name])
    ended = jinbiao("import", "articles")
    assert f"articles/{name}" in one_line(ended.stderr)
    assert ended.stdout.splitlines()[-1] == "2 articles imported, 1 could not be read"
    assert ended.status == 3
    assert list(stored()) == ["articles/一.txt", "articles/二.txt"]


def test_of_a_table_and_an_archive_each_bad_article_is_told(jinbiao: Jinbiao, folder: Path) -> None:
    """The sound ones are imported, whole."""
    (folder / "a.csv").write_text(f"text,id\n{SENTENCE},1\n,2\n一,3\n", encoding="utf-8")
    (folder / "b.zip").write_bytes(
        make_zip({"a.txt": "乙", "b.txt": b"\0", "c.html": "<html></html>"})
    )
    ended = jinbiao("import", "a.csv", "b.zip")
    assert ended.status == 3
    assert [line.split(" ")[1] for line in ended.stderr.splitlines()] == [
        *("a.csv#3", "b.zip/b.txt", "b.zip/c.html")
    ]
    assert ended.stdout.splitlines()[-1] == "3 articles imported, 3 could not be read"
    assert list(stored()) == ["a.csv#2", "a.csv#4", "b.zip/a.txt"]


def test_columns_are_named_by_options(jinbiao: Jinbiao, folder: Path) -> None:
    """Text, title, date and what names the row."""
    table = "body,head,day,url\n一,甲,2023年6月1日,https://a.cn/1\n"
    (folder / "a.csv").write_text(table, encoding="utf-8")
    options = ("--text-column", "body", "--title-column", "head", "--date-column", "day")
    ended = jinbiao("clean", "a.csv", "--json", *options, "--source-column", "url")
    article = json.loads(ended.stdout)
    assert [article[key] for key in ("source", "title", "published", "text")] == [
        *("a.csv#https://a.cn/1", "甲", "2023-06-01", "一")
    ]


def test_a_wrong_column_names_those_there_are(jinbiao: Jinbiao, folder: Path) -> None:
    """One line, status 3."""
    (folder / "a.csv").write_text("id,body\n1,文\n", encoding="utf-8")
    ended = jinbiao("import", "a.csv", "--text-column", "正文")
    assert one_line(ended.stderr) == "a.csv has no column 正文; it has id, body"
    assert ended.status == 3


def test_the_format_can_be_named(jinbiao: Jinbiao, folder: Path) -> None:
    """For files whose name tells another, or nothing; one that is unknown is wrong usage."""
    (folder / "page.asp").write_text(make_page(f"<p>{SENTENCE}</p>" * 8), encoding="utf-8")
    assert jinbiao("clean", "page.asp").stdout.startswith("<!DOCTYPE")
    assert jinbiao("clean", "page.asp", "--format", "html").stdout.startswith(SENTENCE)
    ended = jinbiao("import", "page.asp", "--format", "klingon")
    assert ended.status == 2
    assert "klingon" in one_line(ended.stderr)


def test_a_pattern_that_the_shell_left_alone(jinbiao: Jinbiao, articles: Path) -> None:
    """Stands for what it matches; where it matches nothing, that is told."""
    assert jinbiao("import", "art*/一.*").status == 0
    assert list(stored()) == ["articles/一.txt"]
    ended = jinbiao("import", "*.html")
    assert (ended.status, one_line(ended.stderr)) == (3, "nothing matches *.html")


@pytest.mark.parametrize(
    ("options", "data"),
    [
        ([], f"{SENTENCE}\n".encode()),
        (["--encoding", "gbk"], f"{SENTENCE}\n".encode("gbk")),
        (["--format", "pdf"], make_pdf(SENTENCE)),
        (["--format", "zip"], make_zip({"a.txt": SENTENCE})),
    ],
    ids=["text", "gbk", "pdf", "zip"],
)
def test_standard_input(folder: Path, options: list[str], data: bytes) -> None:
    """A hyphen reads it, as text or as the format that is named."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "clean", "-", *options],
        input=data,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode() == f"{SENTENCE}\n"


def test_an_empty_standard_input_is_told(
    jinbiao: Jinbiao, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a name that people know."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    ended = jinbiao("import", "-")
    assert (ended.status, one_line(ended.stderr)) == (3, "standard input is empty")


def test_a_member_cannot_write_on_the_terminal(jinbiao: Jinbiao, folder: Path) -> None:
    """Escapes and overrides in its name are made visible, as are those of a column."""
    (folder / "a.zip").write_bytes(make_zip({"\x1b[31m\u202e.txt": "文"}))
    assert "a.zip/␛[31m�.txt: imported" in jinbiao("import", "a.zip").stdout
    (folder / "b.csv").write_text("\x1b]0-x\x07\n文\n", encoding="utf-8")
    assert "it has ␛]0-x␇" in one_line(jinbiao("import", "b.csv").stderr)


def test_what_is_not_installed_is_one_line(
    jinbiao: Jinbiao, kinds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base install reads the others all the same."""
    for package in ("trafilatura", "docx", "pypdf"):
        monkeypatch.setitem(sys.modules, package, None)
    for reader in ("html", "docx", "pdf"):
        monkeypatch.delitem(sys.modules, f"text.readers.{reader}", raising=False)
    ended = jinbiao("import", "news")
    assert ended.status == 3
    assert [
        line.partition("to be installed: ")[2].partition(" (")[0]
        for line in ended.stderr.splitlines()
    ] == [install_command(extra) for extra in ("html", "docx", "pdf")]
    assert ended.stdout.splitlines()[-1] == "7 articles imported, 3 could not be read"

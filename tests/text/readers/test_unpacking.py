"""From paths to the bytes of articles: nothing decoded early, nothing held up, all in bounds."""

from __future__ import annotations

import io
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.text.readers.making import make_docx, make_page, make_pdf, make_zip, shown
from text.errors import UnreadableInputError
from text.extras import install_command
from text.files import SourceFile, TooLargeInputError, read_file
from text.loading import load, load_file
from text.readers import dispatch
from text.readers.choices import Choices, Columns
from text.readers.formats import FORMATS, MB
from text.sources import find_files
from text.unpacking import unpack


def test_archives_and_tables_are_unpacked(tmp_path: Path) -> None:
    """In the place of what holds them, tables in archives too; errors stand among them."""
    (tmp_path / "a.csv").write_text("text\n一\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("no\n一\n", encoding="utf-8")
    table = 'text,body\n三,四\n"'
    (tmp_path / "c.zip").write_bytes(
        make_zip({"二.txt": "二", "d.csv": table, "e.zip": "", "f.txt": "五"})
    )
    (tmp_path / "g.txt").write_text("六", encoding="utf-8")
    found = [
        item if isinstance(item, str) else (Path(item[0]).relative_to(tmp_path).as_posix(), item[1])
        for item in shown(unpack(find_files([str(tmp_path), "none"])))
    ]
    where = str(tmp_path)
    assert found == [
        ("a.csv#2", "一"),
        f"{where}/b.csv has no column text, content, 正文, 内容, 內容; it has no:"
        " name the one with the text with --text-column",
        ("c.zip/二.txt", "二"),
        ("c.zip/d.csv#2", "三"),
        f"{where}/c.zip/d.csv cannot be read beyond row 2: unexpected end of data",
        f"{where}/c.zip/e.zip is an archive in an archive: unpack it first",
        ("c.zip/f.txt", "五"),
        ("g.txt", "六"),
        "none does not exist",
    ]


def test_choices_reach_what_is_inside(tmp_path: Path) -> None:
    """Encoding and columns are meant for tables in archives too."""
    archive = tmp_path / "a.zip"
    archive.write_bytes(make_zip({"a.csv": "body\n中文\n".encode("big5")}))
    choices = Choices(encoding="big5", columns=Columns(text="body"))
    assert shown(unpack([archive], choices)) == [(f"{archive}/a.csv#2", "中文")]


def test_a_format_that_is_named_overrules_the_suffix(tmp_path: Path) -> None:
    """For the files that are named."""
    page = tmp_path / "page.php"
    page.write_text(make_page("<p>甘肃科技集团，工业总产值同比增长40%。</p>" * 5), encoding="utf-8")
    [file] = unpack([page], Choices(format="html"))
    assert isinstance(file, SourceFile)
    assert load_file(file).raw.startswith("甘肃科技集团")


def test_an_article_is_known_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its id is that of the bytes, a member's in an archive; no reader of articles is asked."""
    contents = {
        "a.html": make_page("文").encode(),
        "a.docx": make_docx("文"),
        "a.pdf": make_pdf("文"),
    }
    (tmp_path / "a.zip").write_bytes(make_zip(dict(contents)))
    monkeypatch.setattr(dispatch, "read_document", None)
    ids = [item.article_id for item in unpack([tmp_path / "a.zip"]) if isinstance(item, SourceFile)]
    assert ids == [sha256(data).hexdigest()[:16] for data in contents.values()]


def test_what_a_file_says_of_itself_overrules_what_is_found(tmp_path: Path) -> None:
    """Its title is cleaned like its text; the raw text and the id are the file's."""
    text = "---\ntitle: 甘肅科技集團\ndate: 2023-06-01\n---\n標題\n2022-01-01\n工業總產值增長。\n"
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    article = load(path)
    assert (article.revision.title, article.revision.published) == ("甘肃科技集团", "2023-06-01")
    assert article.raw == text
    assert article.id == sha256(text.encode()).hexdigest()[:16]


def test_the_address_of_a_page_is_its_articles(tmp_path: Path) -> None:
    """The source stays the path."""
    path = tmp_path / "a.html"
    link = '<link rel="canonical" href="https://www.example.cn/a.html">'
    path.write_text(make_page("<p>甘肃科技集团，增长40%。</p>" * 5, link), encoding="utf-8")
    article = load(path)
    assert (article.source, article.address) == (str(path), "https://www.example.cn/a.html")


def test_a_file_of_articles_is_none_itself(tmp_path: Path) -> None:
    """Whoever asks for one article is told."""
    path = tmp_path / "a.csv"
    path.write_text("text\n一\n", encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="holds articles but is none itself"):
        load(path)


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_what_is_larger_than_its_kind_is_refused(tmp_path: Path, kind: str) -> None:
    """By the bytes that come, not by what the system says of a file."""
    path = tmp_path / f"a.{kind}"
    with path.open("wb") as stream:
        stream.truncate(FORMATS[kind].largest + 1)
    limit = FORMATS[kind].largest // MB
    with pytest.raises(
        TooLargeInputError, match=f"more than {limit} MB.* read as {kind}: split it"
    ):
        read_file(path)


def test_standard_input_is_text_unless_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no suffix."""
    for choices, kind in ((Choices(), "txt"), (Choices(format="pdf"), "pdf")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("文".encode())))
        [file] = unpack(find_files(["-"]), choices)
        assert isinstance(file, SourceFile)
        assert (file.source, file.data, file.format.name) == ("standard input", "文".encode(), kind)


@pytest.mark.parametrize(
    ("kind", "package"), [("html", "trafilatura"), ("docx", "docx"), ("pdf", "pypdf")]
)
def test_what_is_not_installed_is_named(
    kind: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it; nothing else is held up by it."""
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"text.readers.{kind}", raising=False)
    with pytest.raises(dispatch.MissingExtraError) as caught:
        dispatch.read_document(SourceFile(f"a.{kind}", b"x", FORMATS[kind]))
    assert f"a.{kind} cannot be read" in str(caught.value)
    assert f"more to be installed: {install_command(kind)} (" in str(caught.value)


def test_no_reader_is_imported_before_a_file_of_its_kind_is_there() -> None:
    """The base install has none of their libraries, and all of them are slow to import."""
    code = (
        "import sys, text.loading, text.unpacking, text.sources, tui.cli.import_, tui.cli.clean\n"
        "names = {'trafilatura', 'lxml', 'docx', 'pypdf'}\n"
        "print([name for name in sys.modules if name.split('.')[0] in names])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

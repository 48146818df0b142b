"""Tables: an article for each row, its columns found or named."""

from __future__ import annotations

import csv
import io
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.readers.making import members, shown
from text.files import SourceFile
from text.readers.broken import BrokenInputError
from text.readers.choices import Columns
from text.readers.csv import MissingColumnError
from text.readers.dispatch import members_of
from text.readers.formats import FORMATS
from text.reading import BinaryInputError, EmptyInputError, UndecodableInputError


def rows(data: bytes | str, columns: Columns | None = None, kind: str = "csv") -> list[SourceFile]:
    """The articles of a table in which nothing is wrong."""
    found = members(kind, data, columns)
    return [item for item in found if isinstance(item, SourceFile)]


def test_each_row_is_an_article_named_by_its_number() -> None:
    """Counted as spreadsheets do; line breaks and quotes in a cell are the text's."""
    table = 'id,text\n1,"甘肃\n""集团"""\n\n3,二\n'
    assert shown(members("csv", table)) == [("a.csv#2", '甘肃\n"集团"'), ("a.csv#4", "二")]


def test_an_article_is_known_by_its_text() -> None:
    """Its id is that of its text in UTF-8, whatever the table is in and whatever else it holds."""
    [row] = rows("id,text\n1,中文\n".encode("gb18030"))
    assert row.article_id == sha256("中文".encode()).hexdigest()[:16]
    assert (row.encoding, row.format.name) == ("utf-8", "txt")


@pytest.mark.parametrize("name", ["text", "Text", " content ", "正文", "内容", "內容"])
def test_the_column_of_the_text_is_found(name: str) -> None:
    """By the usual names, whatever their case; `text` before the others."""
    [row] = rows(f"id,{name}\n1,甲\n")
    assert row.data.decode() == "甲"
    [row] = rows(f"{name}2,内容,text\n1,二,三\n")
    assert row.data.decode() == "三"


def test_title_and_date_are_found() -> None:
    """They are the article's; a date that is none, and empty ones, are left out."""
    table = "标题,日期,正文\n 甲 ,2023/6/1 08:00,文\n,soon,文\n"
    first, second = rows(table)
    assert (first.title, first.published) == ("甲", "2023-06-01")
    assert (second.title, second.published) == (None, None)


def test_columns_can_be_named() -> None:
    """Those that are named overrule the usual ones; a row is named by what its column says."""
    columns = Columns("body", "head", "day", "url")
    table = "body,head,day,url,text,title\n文,题,2023年6月1日,https://a.cn/1,no,no\n文,,,,,\n"
    first, second = rows(table, columns)
    assert (first.data.decode(), first.title, first.published) == ("文", "题", "2023-06-01")
    assert (first.source, second.source) == ("a.csv#https://a.cn/1", "a.csv#3")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (Columns(), "has no column text, content, 正文, 内容, 內容; it has id, body: name the one"),
        (Columns(text="text"), "has no column text; it has id, body"),
        (Columns(text="body", title="题"), "has no column 题; it has id, body"),
        (Columns(text="body", source="url"), "has no column url; it has id, body"),
    ],
)
def test_a_column_that_is_not_there_is_told(columns: Columns, message: str) -> None:
    """With those that are."""
    with pytest.raises(MissingColumnError) as caught:
        members("csv", "id,body\n1,文\n", columns)
    assert message in str(caught.value)


def test_a_file_that_is_no_table_gives_a_short_message() -> None:
    """However long its first line is."""
    with pytest.raises(MissingColumnError) as caught:
        members("csv", "文,章" * 100_000)
    assert len(str(caught.value)) < 1500


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_of_spreadsheets_are_found(separator: str) -> None:
    """By the names of the columns."""
    table = separator.join(["id", "text", "title"]) + "\n" + separator.join(["1", "甲,;乙", "丙"])
    if separator != "\t":
        table = table.replace("甲,;乙", '"甲,;乙"')
    [row] = rows(table)
    assert (row.data.decode(), row.title) == ("甲,;乙", "丙")


def test_tsv_has_tabs_alone() -> None:
    """Whatever stands in the names."""
    [row] = rows("a,b,c;d\ttext\n1\t甲\n", kind="tsv")
    assert row.data.decode() == "甲"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_tables(encoding: str, end: str) -> None:
    """As Excel and others write them; a byte order mark is no part of a name."""
    table = end.join(["正文,id", '"經濟發展，項目建設",1', "二,2", ""])
    assert [row.data.decode() for row in rows(table.encode(encoding))] == [
        "經濟發展，項目建設",
        "二",
    ]


def test_a_row_with_too_few_cells_has_an_empty_text() -> None:
    """Which is told when it is read; too many cells do not matter."""
    assert [row.data for row in rows("id,text\n1\n2,,x,y\n")] == [b"", b""]


def test_a_table_without_rows_is_empty() -> None:
    """As is one without anything."""
    for table in ("", "id,text\n"):
        with pytest.raises(EmptyInputError, match=r"a\.csv has no rows"):
            members("csv", table)


def test_where_a_table_breaks_off_the_rows_before_are_there() -> None:
    """A quote that never ends would swallow the rest in silence."""
    table = SourceFile("a.csv", 'text\n一\n二\n"三\n四\n'.encode(), FORMATS["csv"])
    found = members_of(table, Columns())
    assert shown([next(found), next(found)]) == [("a.csv#2", "一"), ("a.csv#3", "二")]
    with pytest.raises(BrokenInputError, match=r"a\.csv cannot be read beyond row 3"):
        next(found)


def test_a_row_of_ten_million_characters_is_read() -> None:
    """Python's own limit is 131,072."""
    text = "甘肃科技集团，" * 1_500_000
    [row] = rows(f'text\n"{text}"\n')
    assert row.data.decode() == text


def test_a_table_that_is_no_text_is_refused() -> None:
    """As a whole, before a row of it is taken."""
    with pytest.raises(BinaryInputError, match="NUL"):
        members("csv", b"text\n\0\n")
    with pytest.raises(UndecodableInputError):
        members("csv", "text\n甘肃科技集团\n".encode()[:-3] + b"\xff\n")
    with pytest.raises(UndecodableInputError, match="utf-8"):
        members("csv", "text\n中文\n".encode("gbk"), encoding="utf-8")


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=8)


@given(st.lists(st.tuples(cells, cells), min_size=1), st.sampled_from(["csv", "tsv"]))
def test_what_is_written_is_read(table: list[tuple[str, str]], kind: str) -> None:
    """Every text comes back as it was, at the number of its row; rows of nothing are none."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter="\t" if kind == "tsv" else ",")
    writer.writerows([("id", "text"), *table])
    expected = [
        (f"a.{kind}#{number}", text)
        for number, (name, text) in enumerate(table, start=2)
        if name or text
    ]
    assert shown(members(kind, written.getvalue())) == expected

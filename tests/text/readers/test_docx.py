"""Word documents: paragraphs and tables in order, as with all changes accepted."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.text.readers.making import make_docx, make_docx_of, make_zip, read
from text.files import TooLargeInputError
from text.readers.broken import BrokenInputError
from text.reading import EmptyInputError


def paragraph(text: str) -> str:
    """A paragraph of one run, as WordprocessingML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_tables_come_in_their_order() -> None:
    """A line each, a row too, with tabs between its cells; an empty paragraph is an empty line."""
    data = make_docx("标题", "", [["指标", "目标"], ["GDP", "6%"]], "末段。")
    document = read("docx", data)
    assert document.raw == "标题\n\n指标\t目标\nGDP\t6%\n末段。"
    assert document.encoding == "docx"


def test_runs_breaks_and_tabs_are_one_paragraph() -> None:
    """Formatting cuts text into runs, which says nothing; tab stops are formatting too."""
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甘肃</w:t></w:r>'
        "<w:hyperlink><w:r><w:t>科技</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>集团</w:t><w:tab/><w:t>增长</w:t><w:br/><w:t>40%</w:t></w:r></w:p>"
    )
    assert read("docx", make_docx_of(body)).raw == "甘肃科技集团\t增长\n40%"


def test_changes_count_as_accepted() -> None:
    """What was inserted or moved here is read, what was deleted or moved away is not."""
    body = (
        "<w:p><w:ins><w:r><w:t>突破</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>超过</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>去年</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>今年</w:t></w:r></w:moveTo></w:p>"
    )
    assert read("docx", make_docx_of(body)).raw == "突破今年"


def test_content_controls_and_pinyin_guides() -> None:
    """Text in a form's fields is text; a pinyin guide over a character is not."""
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>jīn</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>金</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert read("docx", make_docx_of(body)).raw == "甲\n金"


def test_a_text_box_follows_its_paragraph_once() -> None:
    """Word writes it twice, for new programs and for old ones."""
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.'
        'openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert read("docx", make_docx_of(body)).raw == "前后\n框"


def test_tables_in_tables_and_cells_of_several_paragraphs() -> None:
    """Each paragraph of a cell is a line; nothing is read twice."""
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('一')}{paragraph('二')}</w:tc>"
        f"<w:tc>{inner}</w:tc></w:tr></w:tbl>"
    )
    assert read("docx", make_docx_of(body)).raw == "一\n二\t内"


@pytest.mark.parametrize("blocks", [[], [""], ["  ", [["", ""]]]], ids=repr)
def test_a_document_without_text_is_told(blocks: list[str | list[list[str]]]) -> None:
    """Pictures alone are no article."""
    with pytest.raises(EmptyInputError, match=r"a\.docx is a document without text"):
        read("docx", make_docx(*blocks))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "文".encode(),
        b"\xd0\xcf\x11\xe0old Word",
        make_docx("文")[:-400],
        make_zip({"word/document.xml": "<w:p/>"}),
        make_zip({"[Content_Types].xml": "<Types"}),
    ],
    ids=["empty", "text", "doc", "cut", "no package", "no XML"],
)
def test_what_is_no_word_document_is_told(data: bytes) -> None:
    """In one error, whatever it is that Python's libraries stumble over."""
    with pytest.raises(BrokenInputError, match=r"a\.docx is not a Word document"):
        read("docx", data)


def test_a_document_that_expands_without_end_is_refused() -> None:
    """Before any of it is parsed."""
    made = io.BytesIO(make_docx("文"))
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", bytes(40 << 20))
    with pytest.raises(TooLargeInputError, match=r"a\.docx expands to 40 MB of text"):
        read("docx", made.getvalue())


def test_entities_are_not_expanded() -> None:
    """Neither a billion laughs nor a file of the machine comes in."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(make_docx("一"))) as before, ZipFile(made, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            if info.filename == "word/document.xml":
                content = content.replace(
                    b"<w:document", b'<!DOCTYPE w [<!ENTITY x SYSTEM "/etc/passwd">]><w:document', 1
                ).replace("一".encode(), "一&x;".encode())
            after.writestr(info.filename, content)
    assert read("docx", made.getvalue()).raw == "一"

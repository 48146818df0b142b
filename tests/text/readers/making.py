"""Small files of each kind, made here."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx

from text.document import Document
from text.errors import UnreadableInputError
from text.files import SourceFile
from text.readers.choices import Columns
from text.readers.dispatch import members_of, read_document
from text.readers.formats import FORMATS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(kind: str, data: bytes | str, encoding: str | None = None) -> Document:
    """What the reader of that kind makes of a file `a.<kind>`."""
    return read_document(_file(kind, data, encoding))


def members(
    kind: str, data: bytes | str, columns: Columns | None = None, encoding: str | None = None
) -> list[SourceFile | UnreadableInputError]:
    """What is in a file `a.<kind>` that holds articles."""
    return list(members_of(_file(kind, data, encoding), columns or Columns()))


def shown(found: Iterable[SourceFile | UnreadableInputError]) -> list[tuple[str, str] | str]:
    """Source and UTF-8 text of each member, the message of each error."""
    return [
        (item.source, item.data.decode()) if isinstance(item, SourceFile) else str(item)
        for item in found
    ]


def _file(kind: str, data: bytes | str, encoding: str | None) -> SourceFile:
    content = data.encode() if isinstance(data, str) else data
    return SourceFile(f"a.{kind}", content, FORMATS[kind], encoding)


def make_page(body: str, head: str = "") -> str:
    """A web page as it stands on the net, with navigation and a footer around `body`."""
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">{head}</head><body>'
        '<div class="nav"><a href="/">首页</a> <a href="/news">新闻</a></div>'
        f'<div class="main">{body}</div>'
        '<div class="footer">版权所有 陇ICP备12345678号</div></body></html>'
    )


def make_docx(*blocks: str | list[list[str]]) -> bytes:
    """A Word document of paragraphs and tables."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return _saved(document)


def make_docx_of(body: str) -> bytes:
    """A Word document with this WordprocessingML (prefix w) in its body."""
    package = io.BytesIO(make_docx("一"))
    made = io.BytesIO()
    with ZipFile(package) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            content = before.read(info)
            if info.filename == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            after.writestr(info.filename, content)
    return made.getvalue()


def make_zip(members: Mapping[str | ZipInfo, bytes | str]) -> bytes:
    """An archive, its names as Python writes them: UTF-8 and flagged so."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def make_old_zip(members: Mapping[str, bytes | str], encoding: str) -> bytes:
    """An archive with its names in an encoding of its machine, which nothing in it tells."""
    names = [name.encode(encoding) for name in members]
    ascii_names = [f"{number:x>{len(name)}}" for number, name in enumerate(names)]
    data = make_zip(dict(zip(ascii_names, members.values(), strict=True)))
    for placeholder, name in zip(ascii_names, names, strict=True):
        data = data.replace(placeholder.encode(), name)
    return data


def make_pdf(*pages: str) -> bytes:
    """A PDF by hand, a line of print for each line, in a font that Chinese readers have."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H"
        b"/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>",
    ]
    kids = []
    for page in pages:
        content = b"BT /F1 12 Tf 14 TL 50 700 Td\n"
        for line in page.splitlines():
            content += b"<%s> Tj T*\n" % line.encode("utf-16-be").hex().encode()
        content += b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _with_table(objects)


def _with_table(objects: list[bytes]) -> bytes:
    """The objects, numbered, and the table of where they stand."""
    made, places = b"%PDF-1.4\n", b""
    for number, content in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, places, size, len(made))
    )


def _saved(document: docx.document.Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()

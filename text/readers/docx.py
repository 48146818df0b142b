"""Word documents: paragraphs, tables and text boxes, in the order in which they are read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from text.document import Document
from text.files import SourceFile, TooLargeInputError
from text.readers.broken import whole
from text.readers.extracted import extracted
from text.readers.formats import MB
from text.readers.zip import opened, refuse_bomb

LARGEST_XML = 32 * MB
"""All parts but pictures together, in bytes; their trees take eight times that of memory."""

_P, _TBL, _TR, _TC, _T, _BOX = (
    qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "t", "txbxContent")
)
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}

_WHAT = "a Word document"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is formatting, was deleted or moved away, is a gloss over the characters, or says again for
# old programs what stands beside it.
_NOT_READ = {
    *(qn(f"w:{name}") for name in ("pPr", "rPr", "sdtPr", "del", "moveFrom", "rt")),
    _FALLBACK,
}


def read(file: SourceFile) -> Document:
    """A line for each paragraph and each row of a table, its cells between tabs.

    As with all changes accepted: what was inserted counts, what was deleted does not. Headers,
    footers and notes are left out. Raises UnreadableInputError.
    """
    _refuse_bomb(file)
    with whole(file.source, _WHAT, LxmlError):
        body = docx.Document(io.BytesIO(file.data)).element.body
        text = "\n".join(_lines(body))
    return Document(extracted(text, file.source, "is a document without text"), "docx")


def _refuse_bomb(file: SourceFile) -> None:
    with opened(file, _WHAT) as archive:
        refuse_bomb(file.source, archive)
        xml = sum(i.file_size for i in archive.infolist() if i.filename.endswith((".xml", ".rels")))
    if xml > LARGEST_XML:
        raise TooLargeInputError(
            f"{file.source} expands to {xml // MB:,} MB of text and formatting;"
            f" {LARGEST_XML // MB} can be read: split it"
        )


def _lines(parent: Any) -> Iterator[str]:
    """The paragraphs and rows below an element, those in other wrappers included."""
    for child in parent:
        if child.tag == _P:
            yield "".join(_pieces(child))
            for box in _boxes(child):
                yield from _lines(box)
        elif child.tag == _TBL:
            for row in _nearest(child, _TR):
                yield "\t".join("\n".join(_lines(cell)) for cell in _nearest(row, _TC))
        elif child.tag not in _NOT_READ:
            yield from _lines(child)


def _nearest(parent: Any, tag: str) -> Iterator[Any]:
    """The elements called `tag` below `parent`, but not those within another one."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT_READ:
            yield from _nearest(child, tag)


def _boxes(paragraph: Any) -> Iterator[Any]:
    return _nearest(paragraph, _BOX)


def _pieces(parent: Any) -> Iterator[str]:
    """The text within a paragraph, but for text boxes: they only hang on it."""
    for child in parent:
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _NOT_READ and child.tag != _BOX:
            yield from _pieces(child)

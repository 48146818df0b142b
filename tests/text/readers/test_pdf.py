"""PDFs: the text layer, and a clear word where there is none."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from pypdf import PdfReader, PdfWriter

from tests.text.readers.making import make_pdf, read
from text.readers.broken import BrokenInputError
from text.readers.pdf import EncryptedInputError
from text.reading import EmptyInputError


def encrypted(data: bytes, password: str) -> bytes:
    """The same PDF, which opens with the password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - a test's
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_the_text_layer_is_read_line_by_line() -> None:
    """The pages follow one another without a gap: sentences run across them."""
    document = read("pdf", make_pdf("甘肃科技集团\n工业总产值同比", "增长40%。"))
    assert document.raw == "甘肃科技集团\n工业总产值同比\n增长40%。"
    assert document.encoding == "pdf"


def test_pages_of_pictures_among_others_do_not_matter() -> None:
    """What text there is, is the article's."""
    assert read("pdf", make_pdf("", "第二页")).raw.strip() == "第二页"


def test_a_scanned_one_is_told() -> None:
    """And what can be done about it."""
    with pytest.raises(EmptyInputError, match=r"a\.pdf is a PDF without text, scanned .*OCR"):
        read("pdf", make_pdf("", ""))


def test_one_with_a_password_is_told() -> None:
    """Nobody is asked for it here."""
    with pytest.raises(EncryptedInputError, match=r"a\.pdf is encrypted: save a copy"):
        read("pdf", encrypted(make_pdf("文"), "secret"))


def test_one_that_anybody_can_open_is_read() -> None:
    """Many are locked against changes alone."""
    assert read("pdf", encrypted(make_pdf("甘肃"), "")).raw.strip() == "甘肃"


@pytest.mark.parametrize(
    "data",
    [b"", "文".encode(), b"%PDF-1.7\n", make_pdf("甘肃")[:200]],
    ids=["empty", "text", "head", "cut"],
)
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    """In one error, and nothing on standard error besides."""
    with pytest.raises(BrokenInputError, match=r"a\.pdf is not a PDF, or a broken one"):
        read("pdf", data)


def test_a_damaged_one_says_nothing_on_the_side() -> None:
    """pypdf's warnings stay off standard error, where our own messages stand."""
    code = (
        "from tests.text.readers.making import make_pdf, read\n"
        "print(read('pdf', make_pdf('文').replace(b'startxref\\n', b'startxref\\n9')).raw)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout.decode().strip(), done.stderr) == ("文", b"")

"""PDFs: their text layer, page after page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from text.document import Document
from text.errors import UnreadableInputError
from text.files import SourceFile, TooLargeInputError
from text.readers.broken import whole
from text.readers.extracted import extracted
from text.readers.formats import MB, TEXT

_LACK = "is a PDF without text, scanned most likely: have its text recognised (OCR) first"

# Without a handler Python prints its warnings among our own messages.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


class EncryptedInputError(UnreadableInputError):
    """A file that opens with a password only."""


def read(file: SourceFile) -> Document:
    """A line for each line of print, the pages one after another.

    Raises UnreadableInputError, EncryptedInputError among them.
    """
    with whole(file.source, "a PDF", PyPdfError):
        try:
            text = "\n".join(_pages(file))
        except (FileNotDecryptedError, DependencyError):
            raise EncryptedInputError(
                f"{file.source} is encrypted: save a copy of it without a password"
            ) from None
    return Document(extracted(text, file.source, _LACK), "pdf")


def _pages(file: SourceFile) -> Iterator[str]:
    length = 0
    for page in PdfReader(io.BytesIO(file.data)).pages:
        text = page.extract_text().rstrip("\n")
        length += len(text)
        if length > TEXT.largest:
            raise TooLargeInputError(f"{file.source} has more than {TEXT.largest // MB} MB of text")
        yield text

"""Plain text: the file as it is."""

from __future__ import annotations

from text.document import Document
from text.files import SourceFile
from text.reading import read_bytes


def read(file: SourceFile) -> Document:
    """The decoded file. Raises as `read_bytes` does."""
    decoded = read_bytes(file.data, file.source, file.encoding)
    return Document(decoded.raw, decoded.encoding, file.title, file.published)

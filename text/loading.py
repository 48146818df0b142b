"""From a file to an article: its text and the first revision."""

from __future__ import annotations

from pathlib import Path

from text.article import Article
from text.cleaning import clean
from text.files import SourceFile, read_file
from text.reading import read_bytes


def load(path: Path, encoding: str | None = None) -> Article:
    """The article in the file at `path`, cleaned; `encoding` overrules what is found.

    Raises a subclass of UnreadableInputError, or UsageError for an unknown encoding.
    """
    return load_file(read_file(path), encoding)


def load_bytes(data: bytes, source: str, encoding: str | None = None) -> Article:
    """The article in `data`, which came from `source`. Raises as `load` does."""
    return load_file(SourceFile(source, data), encoding)


def load_file(file: SourceFile, encoding: str | None = None) -> Article:
    """The article in a file that was read. Raises as `load` does."""
    decoded = read_bytes(file.data, file.source, encoding)
    return Article(
        id=file.article_id,
        source=file.source,
        encoding=decoded.encoding,
        raw=decoded.raw,
        raw_sha256=file.sha256,
        revision=clean(decoded.raw),
    )

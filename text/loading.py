"""From a file to an article: its text and the first revision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from text.article import Article, Revision
from text.cleaning import clean
from text.document import Document
from text.files import SourceFile, read_file
from text.options import AS_IT_IS, Options
from text.readers.choices import Choices
from text.readers.dispatch import read_document


def load(path: Path, encoding: str | None = None) -> Article:
    """The article in the file at `path`, cleaned; `encoding` overrules what is found.

    Raises a subclass of UnreadableInputError, or UsageError for an unknown encoding.
    """
    return load_file(read_file(path, Choices(encoding=encoding)))


def load_bytes(data: bytes, source: str, encoding: str | None = None) -> Article:
    """The article in `data`, plain text that came from `source`. Raises as `load` does."""
    return load_file(SourceFile(source, data, encoding=encoding))


def load_file(file: SourceFile, options: Options = AS_IT_IS) -> Article:
    """The article in a file that was read, cleaned with `options`. Raises as `load` does."""
    document = read_document(file)
    return Article(
        id=file.article_id,
        source=file.source,
        encoding=document.encoding,
        raw=document.raw,
        raw_sha256=file.sha256,
        revision=_as_told(clean(document.raw, options=options), document),
        address=document.address,
    )


def _as_told(revision: Revision, document: Document) -> Revision:
    """The revision with the title and date that the file names, which overrule those found."""
    title = " ".join(clean(document.title).text.split()) if document.title else None
    return replace(
        revision,
        title=title or revision.title,
        published=document.published or revision.published,
    )

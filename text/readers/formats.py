"""The kinds of files that can be read, as data: how each is told, and what reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

MB: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file, `name` for `--format`, that `text.readers.<reader>` reads.

    `largest` is in bytes; beyond it a file is refused before it is read. With `holds_many` the file
    is no article but holds some. `extra` is what the reader needs installed: `jinbiao[extra]`.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    largest: int
    holds_many: bool = False
    extra: str | None = None


TEXT = Format("txt", (".txt",), "plain", 64 * MB)

# Extracting from a page takes up to forty times its size of memory. PDFs and Word documents are
# large for their pictures, which are left alone.
FORMATS: Final = {
    kind.name: kind
    for kind in (
        TEXT,
        Format("md", (".md", ".markdown"), "markdown", 64 * MB),
        Format("html", (".html", ".htm"), "html", 16 * MB, extra="html"),
        Format("csv", (".csv",), "csv", 256 * MB, holds_many=True),
        Format("tsv", (".tsv",), "csv", 256 * MB, holds_many=True),
        Format("docx", (".docx",), "docx", 256 * MB, extra="docx"),
        Format("pdf", (".pdf",), "pdf", 256 * MB, extra="pdf"),
        Format("zip", (".zip",), "zip", 256 * MB, holds_many=True),
    )
}

_BY_SUFFIX: Final = {suffix: kind for kind in FORMATS.values() for suffix in kind.suffixes}
SUFFIXES: Final = tuple(_BY_SUFFIX)


def format_of(name: str) -> Format | None:
    """The format that the suffix of a file's name tells, None where it tells none."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def is_article_name(name: str) -> bool:
    """Whether a file of this name counts as an article in a folder: known, and not hidden."""
    return not name.startswith(".") and format_of(name) is not None

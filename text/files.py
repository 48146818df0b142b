"""The bytes of a file, and the id that they give an article: all that it takes to know it again."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from text.errors import UnreadableInputError
from text.readers.choices import Choices
from text.readers.formats import FORMATS, MB, TEXT, Format, format_of
from text.sources import STANDARD_INPUT, MissingInputError


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Bytes that were read but not decoded yet.

    `source` is the path as it was given, fit to be shown as UTF-8, with the place inside where the
    bytes stood in another file (`news.zip/一.txt`, `news.csv#12`). `encoding` is what a person
    named; `title` and `published` (ISO) are what that other file says of them.
    """

    source: str
    data: bytes
    format: Format = TEXT
    encoding: str | None = None
    title: str | None = None
    published: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hex."""
        return sha256(self.data).hexdigest()

    @property
    def article_id(self) -> str:
        """The id of the article that these bytes are."""
        return self.sha256[:16]


class TooLargeInputError(UnreadableInputError):
    """A file larger than its kind can be."""


def read_file(path: Path, choices: Choices | None = None) -> SourceFile:
    """The bytes at `path`; what is no article by its suffix is taken for plain text.

    Raises MissingInputError, TooLargeInputError or UnreadableInputError.
    """
    choices = choices or Choices()
    # A file name may hold bytes that are no UTF-8, and every output of ours is.
    source = os.fsencode(path).decode("utf-8", "replace")
    kind = FORMATS[choices.format] if choices.format else format_of(path.name) or TEXT
    try:
        if path == STANDARD_INPUT:
            source = "standard input"
            data = _read(sys.stdin.buffer, source, kind)
        else:
            with path.open("rb") as stream:
                data = _read(stream, source, kind)
    except FileNotFoundError:
        raise MissingInputError(f"{source} does not exist") from None
    except OSError as error:
        raise UnreadableInputError(f"{source} cannot be read: {error.strerror}") from None
    return SourceFile(source, data, kind, choices.encoding)


def _read(stream: BinaryIO, source: str, kind: Format) -> bytes:
    """All of the stream, but never more than an article of this kind can have."""
    data = stream.read(kind.largest + 1)
    if len(data) > kind.largest:
        raise TooLargeInputError(
            f"{source} has more than {kind.largest // MB} MB,"
            f" which is the most that can be read as {kind.name}: split it"
        )
    return data

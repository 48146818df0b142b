"""The reader of a kind of file, imported when a file of that kind is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from text.document import Document
from text.errors import UnreadableInputError
from text.extras import install_command
from text.files import SourceFile
from text.readers.choices import Columns


class MissingExtraError(UnreadableInputError):
    """A file of a kind whose reader is not installed."""


def read_document(file: SourceFile) -> Document:
    """The text of a file that is one article.

    Raises a subclass of UnreadableInputError, or UsageError for an unknown encoding.
    """
    if file.format.holds_many:
        raise UnreadableInputError(f"{file.source} holds articles but is none itself")
    read: Callable[[SourceFile], Document] = _reader(file).read
    return read(file)


def members_of(file: SourceFile, columns: Columns) -> Iterator[SourceFile | UnreadableInputError]:
    """What a file that holds articles has in it, one at a time; what cannot be taken, in its place.

    Raises as `read_document` does where the whole of it cannot be read.
    """
    members: Callable[[SourceFile, Columns], Iterator[SourceFile | UnreadableInputError]]
    members = _reader(file).members
    yield from members(file, columns)


def _reader(file: SourceFile) -> Any:
    kind = file.format
    try:
        return import_module(f"text.readers.{kind.reader}")
    except ImportError as error:
        if kind.extra is None:
            raise
        raise MissingExtraError(
            f"{file.source} cannot be read, for {kind.name} files need more to be installed:"
            f" {install_command(kind.extra)} ({error})"
        ) from error

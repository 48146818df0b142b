"""From the files that were found to the bytes of each article, those in archives and tables too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from text.errors import UnreadableInputError
from text.files import SourceFile, read_file
from text.readers.choices import Choices
from text.readers.dispatch import members_of


def unpack(
    files: Iterable[Path | UnreadableInputError], choices: Choices | None = None
) -> Iterator[SourceFile | UnreadableInputError]:
    """The bytes of each article behind `files` (as `find_files` gives them), one at a time.

    What cannot be read comes as the error that says why, in its place. Of an article nothing is
    decoded yet, but for what it takes to find the rows of a table. Raises UsageError for an unknown
    encoding.
    """
    choices = choices or Choices()
    for found in files:
        if isinstance(found, UnreadableInputError):
            yield found
            continue
        try:
            yield from _articles(read_file(found, choices), choices)
        except UnreadableInputError as error:
            yield error


def _articles(file: SourceFile, choices: Choices) -> Iterator[SourceFile | UnreadableInputError]:
    """A file itself, or the articles in it, those of a table in an archive too."""
    if not file.format.holds_many:
        yield file
        return
    for member in members_of(file, choices.columns):
        if isinstance(member, UnreadableInputError):
            yield member
            continue
        try:
            yield from _articles(member, choices)
        except UnreadableInputError as error:
            yield error

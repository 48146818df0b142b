"""Files one by one into articles; what cannot be read is told in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from text.article import Article
from text.errors import UnreadableInputError
from text.loading import load_file
from text.options import AS_IT_IS
from text.readers.choices import Choices
from text.unpacking import unpack


def read_articles(
    files: Iterable[Path | UnreadableInputError], choices: Choices | None = None
) -> Iterator[Article | UnreadableInputError]:
    """The articles in `files` (as `find_files` gives them), or the errors that say why not.

    One article is held at a time. Raises UsageError for an unknown encoding.
    """
    for found in unpack(files, choices):
        if isinstance(found, UnreadableInputError):
            yield found
            continue
        try:
            article = load_file(found, choices.options if choices else AS_IT_IS)
        except UnreadableInputError as error:
            yield error
        else:
            yield article

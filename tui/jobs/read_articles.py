"""Files one by one into articles; what cannot be read is told in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from text.article import Article
from text.errors import UnreadableInputError
from text.loading import load


def read_articles(
    files: Iterable[Path | UnreadableInputError], encoding: str | None = None
) -> Iterator[Article | UnreadableInputError]:
    """The article in each of `files` (as `find_files` gives them), or the error that says why not.

    One article is held at a time. Raises UsageError for an unknown `encoding`.
    """
    for file in files:
        if isinstance(file, UnreadableInputError):
            yield file
            continue
        try:
            article = load(file, encoding)
        except UnreadableInputError as error:
            yield error
        else:
            yield article

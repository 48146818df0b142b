"""Articles into the store, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from store.store import Store
from text.errors import UnreadableInputError
from text.files import SourceFile
from text.readers.choices import Choices
from text.unpacking import unpack


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that is new in the store; `length` is its clean text's, in code points."""

    article_id: str
    source: str
    length: int


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes were in the store already; it was not even decoded."""

    article_id: str
    source: str


Outcome = Imported | Known | UnreadableInputError


def import_articles(
    store: Store, files: Iterable[Path | UnreadableInputError], choices: Choices | None = None
) -> Iterator[Outcome]:
    """Bring what `files` hold into `store`, one transaction an article, as the iterator is drawn.

    Yields an outcome for each article, in order. Raises UsageError for an unknown encoding,
    StoreError where the store fails.
    """
    for found in unpack(files, choices):
        if isinstance(found, UnreadableInputError):
            yield found
            continue
        try:
            yield _bring(store, found)
        except UnreadableInputError as error:
            yield error


def _bring(store: Store, file: SourceFile) -> Imported | Known:
    if store.has(file.article_id):
        return Known(file.article_id, file.source)
    # The cleaner and its tables are slow to load, and at most starts of the bench nothing is new.
    from text.loading import load_file  # noqa: PLC0415 - see above

    article = load_file(file)
    if not store.add(article):
        return Known(article.id, article.source)
    return Imported(article.id, article.source, len(article.revision.text))

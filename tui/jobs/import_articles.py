"""Articles into the store: each whole or not at all, several with one commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from store.store import Store
from text.article import Article
from text.errors import UnreadableInputError
from text.files import SourceFile
from text.options import AS_IT_IS, Options
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


BATCH_ARTICLES = 256
BATCH_LENGTH = 4_000_000
"""In code points of raw text: what a batch may hold in memory."""
BATCH_SECONDS = 0.5

Outcome = Imported | Known | UnreadableInputError
_Prepared = Article | Known | UnreadableInputError


def import_articles(
    store: Store, files: Iterable[Path | UnreadableInputError], choices: Choices | None = None
) -> Iterator[Outcome]:
    """Bring what `files` hold into `store`, batch by batch, as the iterator is drawn.

    Yields an outcome for each article, in order, once it is on disk; one that was interrupted keeps
    its finished batches. Raises UsageError for an unknown encoding, StoreError where the store
    fails: then nothing of the last batch is there.
    """
    for batch in _batches(_prepared(store, files, choices)):
        # Everything is cleaned by now: others who write wait only for the disk.
        new = store.add_all(found for found in batch if isinstance(found, Article))
        store.index_words()
        yield from _outcomes(batch, new)


def _prepared(
    store: Store, files: Iterable[Path | UnreadableInputError], choices: Choices | None
) -> Iterator[_Prepared]:
    for found in unpack(files, choices):
        if isinstance(found, UnreadableInputError):
            yield found
        elif store.has(found.article_id):
            yield Known(found.article_id, found.source)
        else:
            yield _loaded(found, choices.options if choices else AS_IT_IS)


def _loaded(file: SourceFile, options: Options) -> Article | UnreadableInputError:
    # The cleaner and its tables are slow to load, and at most starts of the bench nothing is new.
    from text.loading import load_file  # noqa: PLC0415 - see above

    try:
        return load_file(file, options)
    except UnreadableInputError as error:
        return error


def _batches(prepared: Iterable[_Prepared]) -> Iterator[list[_Prepared]]:
    """What is `prepared` in lists that are short enough to hold, and soon enough to show."""
    batch: list[_Prepared] = []
    length, begun = 0, monotonic()
    for found in prepared:
        batch.append(found)
        length += len(found.raw) if isinstance(found, Article) else 0
        late = monotonic() - begun > BATCH_SECONDS
        if len(batch) == BATCH_ARTICLES or length > BATCH_LENGTH or late:
            yield batch
            batch, length, begun = [], 0, monotonic()
    if batch:
        yield batch


def _outcomes(batch: Iterable[_Prepared], new: set[str]) -> Iterator[Outcome]:
    """What became of each, where the articles `new` were not there before."""
    for found in batch:
        if not isinstance(found, Article):
            yield found
        elif found.id in new:
            new.remove(found.id)
            yield Imported(found.id, found.source, len(found.revision.text))
        else:
            yield Known(found.id, found.source)

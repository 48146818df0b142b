"""Articles into the store, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from store.store import Store
from text.errors import UnreadableInputError
from tui.jobs.read_articles import read_articles


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: `new` is False where its bytes were in the store already.

    `length` is that of the clean text, in code points.
    """

    article_id: str
    source: str
    title: str | None
    length: int
    new: bool


def import_articles(
    store: Store, files: Iterable[Path | UnreadableInputError], encoding: str | None = None
) -> Iterator[Imported | UnreadableInputError]:
    """Bring each of `files` into `store`, one transaction a file, as the iterator is drawn on.

    Yields an outcome for each, in order. Raises UsageError for an unknown `encoding`, StoreError
    where the store fails.
    """
    for found in read_articles(files, encoding):
        if isinstance(found, UnreadableInputError):
            yield found
            continue
        new = store.add(found)
        revision = found.revision
        yield Imported(found.id, found.source, revision.title, len(revision.text), new)

"""Suggestions for the articles of a store, kept there."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing
from time import monotonic

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.jobs.suggest_articles import Suggested, suggest_articles

BATCH_SECONDS = 0.5
"""How long suggestions may wait for others to be written with."""


def lacking(store: Store) -> list[str]:
    """The ids of the articles of `store` without a run of the suggesters as they are now."""
    return store.without_suggestions(SUGGESTER, VERSION)


def suggest_stored(
    store: Store, ids: Collection[str], scheme: Scheme, workers: int = 1
) -> Generator[Suggested | JinbiaoError, None, None]:
    """Suggestions for the articles `ids` of `store`, kept there where they lack a current run.

    Yields and raises as `suggest_articles` does, StoreError too; each once it is on disk, which
    takes `BATCH_SECONDS` at most.
    """
    without = set(lacking(store))
    articles = (store.article(article_id) for article_id in ids)
    with closing(suggest_articles(articles, scheme, workers)) as outcomes:
        for batch in _batches(outcomes):
            with store.batch():
                for outcome in batch:
                    if isinstance(outcome, Suggested) and outcome.article.id in without:
                        _keep(store, outcome)
            yield from batch


def _batches(
    outcomes: Iterable[Suggested | JinbiaoError],
) -> Iterator[list[Suggested | JinbiaoError]]:
    """What came within some time: a commit costs more than the rows of an article do."""
    batch: list[Suggested | JinbiaoError] = []
    begun = monotonic()
    for outcome in outcomes:
        batch.append(outcome)
        if monotonic() - begun > BATCH_SECONDS:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch


def _keep(store: Store, suggested: Suggested) -> None:
    article = suggested.article
    # A reviewer may have ruled of a repair meanwhile, and read another revision now.
    store.put_suggestions(
        article.id, SUGGESTER, VERSION, suggested.suggestions, of=article.revision
    )

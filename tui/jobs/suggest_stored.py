"""Suggestions for the articles of a store, kept there."""

from __future__ import annotations

from collections.abc import Collection, Generator
from contextlib import closing

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.jobs.suggest_articles import Suggested, suggest_articles


def lacking(store: Store) -> list[str]:
    """The ids of the articles of `store` without a run of the suggesters as they are now."""
    return store.without_suggestions(SUGGESTER, VERSION)


def suggest_stored(
    store: Store, ids: Collection[str], scheme: Scheme, workers: int = 1
) -> Generator[Suggested | JinbiaoError, None, None]:
    """Suggestions for the articles `ids` of `store`, kept there where they lack a current run.

    One transaction an article. Yields and raises as `suggest_articles` does, StoreError too.
    """
    without = set(lacking(store))
    articles = (store.article(article_id) for article_id in ids)
    with closing(suggest_articles(articles, scheme, workers)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Suggested) and outcome.article.id in without:
                article, found = outcome.article, outcome.suggestions
                # A reviewer may have ruled of a repair meanwhile, and read another revision now.
                store.put_suggestions(article.id, SUGGESTER, VERSION, found, of=article.revision)
            yield outcome

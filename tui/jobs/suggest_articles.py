"""Suggestions for articles, by the models in this process or in several."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from suggest.messages import plain
from text.article import Article
from text.errors import JinbiaoError
from text.scheme import Scheme
from text.span import Suggestion
from tui.jobs.processes import spread

if TYPE_CHECKING:
    from suggest.pipeline import Pipeline


class NoSuggestionsError(JinbiaoError):
    """An article that the grammar stumbled over."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """An article and what the suggesters say of its text.

    `faults` are what suggesters that others installed did wrong.
    """

    article: Article
    suggestions: tuple[Suggestion, ...]
    faults: tuple[str, ...] = ()


Answer = tuple[list[list[Any]], list[str]]
"""Suggestions as plain data, and faults: what can cross between processes."""


def suggest_articles(
    articles: Iterable[Article | JinbiaoError], scheme: Scheme, workers: int = 1
) -> Generator[Suggested | JinbiaoError, None, None]:
    """Suggestions for each of `articles`, in order; errors among them are passed on in place.

    One worker is this process, more are spawned; each loads the models once. An article that the
    grammar stumbles over comes as NoSuggestionsError, in place. Closing the iterator ends the work
    at once. Raises LostProcessError where a process died.
    """
    work = partial(_suggest, scheme)
    if workers == 1:
        for found in articles:
            yield _outcome(found, work(found))
        return
    with closing(spread(work, articles, workers)) as answers:
        for found, answer in answers:
            yield _outcome(found, answer)


def _suggest(scheme: Scheme, found: Article | JinbiaoError) -> Answer | JinbiaoError:
    if isinstance(found, JinbiaoError):
        return found
    from suggest.worker import FAULTS  # noqa: PLC0415 - as in `_pipeline`

    pipeline, revision = _pipeline(scheme), found.revision
    faults: list[str] = []
    try:
        suggestions = pipeline.suggest(
            revision.text,
            title=revision.title,
            published=revision.published,
            zones=revision.zones,
            on_fault=faults.append,
        )
    except FAULTS as error:
        return NoSuggestionsError(
            f"{found.source}: no suggestions, for {type(error).__name__}: {error}"
        )
    return plain(suggestions), faults


@lru_cache(maxsize=1)
def _pipeline(scheme: Scheme) -> Pipeline:
    # A second of imports, which only the processes that suggest should pay.
    from suggest.pipeline import Pipeline  # noqa: PLC0415 - see above

    return Pipeline(scheme)


def _outcome(
    found: Article | JinbiaoError, answer: Answer | JinbiaoError
) -> Suggested | JinbiaoError:
    if isinstance(found, JinbiaoError):
        return found
    if isinstance(answer, JinbiaoError):
        return answer
    suggestions, faults = answer
    return Suggested(found, tuple(Suggestion(*fields) for fields in suggestions), tuple(faults))

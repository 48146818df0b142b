"""Suggestions for the articles of gold files, each beside what is true of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from suggest.evaluation.gold import Gold, GoldError, read_gold
from suggest.evaluation.sample import Sample, make_sample
from text.article import Article
from text.errors import JinbiaoError, UnreadableInputError
from text.loading import load, load_bytes
from text.scheme import Scheme
from tui.jobs.suggest_articles import Suggested, suggest_articles


def read_all_gold(
    files: Iterable[Path | GoldError], articles: Path | None = None
) -> Iterator[Gold | UnreadableInputError]:
    """The finished articles in gold files, or the errors that say why not, in order."""
    for file in files:
        if isinstance(file, GoldError):
            yield file
            continue
        try:
            yield from read_gold(file, articles)
        except UnreadableInputError as error:
            yield error


def measure_articles(
    golds: Sequence[Gold], scheme: Scheme, on_fault: Callable[[str], None]
) -> Iterator[Sample | JinbiaoError]:
    """For each of `golds` its article with suggestions, or the error that says why not.

    `on_fault` is told what suggesters that others installed did wrong.
    """
    outcomes = suggest_articles(map(load_gold, golds), scheme)
    for gold, outcome in zip(golds, outcomes, strict=True):
        for fault in outcome.faults if isinstance(outcome, Suggested) else ():
            on_fault(fault)
        yield _measured(gold, outcome, scheme)


def load_gold(gold: Gold) -> Article | UnreadableInputError:
    """The article that `gold` is about, cleaned, or the error that says why not."""
    try:
        if gold.file:
            return load(gold.file)
        # A lone surrogate becomes one "?": offsets hold.
        return load_bytes(gold.text.encode("utf-8", "replace"), gold.name, "utf-8")
    except UnreadableInputError as error:
        return error


def _measured(
    gold: Gold, outcome: Suggested | JinbiaoError, scheme: Scheme
) -> Sample | JinbiaoError:
    if isinstance(outcome, JinbiaoError):
        return outcome
    try:
        return make_sample(gold, outcome.article, outcome.suggestions, scheme)
    except GoldError as error:
        return error

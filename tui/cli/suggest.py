"""`jinbiao suggest`: suggestions as JSON lines, or into the store."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import click

from text.errors import JinbiaoError, UsageError
from text.json_line import json_line
from text.readers.choices import Choices
from text.sources import find_files
from tui.cli.choosing import with_choices
from tui.cli.messages import counted, tell
from tui.cli.opening import opened_store
from tui.cli.output import STANDARD_OUTPUT, write_out
from tui.cli.progress import Progress
from tui.cli.settings import Settings
from tui.jobs.read_articles import read_articles
from tui.jobs.suggest_articles import Suggested, suggest_articles
from tui.jobs.suggest_stored import lacking, suggest_stored
from tui.jobs.suggestion_line import suggestion_line

Outcomes = Generator[Suggested | JinbiaoError, None, None]


@click.command("suggest")
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]…")
@click.option("--out", metavar="FILE", help="Where the JSON lines go; - is standard output.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Over how many processes the work is spread.",
)
@with_choices
@click.pass_obj
def command(
    settings: Settings, paths: tuple[str, ...], out: str | None, workers: int, choices: Choices
) -> None:
    """Suggest spans, for files or for the store.

    With paths: a JSON line for each article, and no store is touched. Without: suggestions are kept
    in the store, for its articles that lack current ones; with --out a JSON line is written for
    every article of the store besides.
    """
    if paths:
        files = list(find_files(paths))
        _refuse_article(out, files)
        with Progress("suggesting", len(files)) as progress:
            articles = read_articles(files, choices)
            outcomes = suggest_articles(articles, settings.scheme(), workers)
            status = _write_each(outcomes, out or STANDARD_OUTPUT, progress)
    else:
        status = _for_store(settings, out, workers)
    raise SystemExit(status)


def _refuse_article(out: str | None, files: Iterable[Path | JinbiaoError]) -> None:
    """Raise UsageError where the lines would take the place of an article."""
    place = Path(out) if out else None
    if place and place.is_file() and any(place.samefile(it) for it in _there(files)):
        raise UsageError(f"--out {out} is one of the articles; name another file")


def _there(files: Iterable[Path | JinbiaoError]) -> Iterator[Path]:
    return (it for it in files if isinstance(it, Path) and it.is_file())


def _for_store(settings: Settings, out: str | None, workers: int) -> int:
    with opened_store(settings) as store:
        ids = [card.id for card in store.library()] if out else lacking(store)
        outcomes = suggest_stored(store, ids, settings.scheme(), workers)
        with Progress("suggesting", len(ids)) as progress:
            if out:
                return _write_each(outcomes, out, progress)
            if not ids:
                tell("nothing to do: every article has current suggestions")
            return _tell_each(outcomes, progress)


def _write_each(outcomes: Outcomes, out: str, progress: Progress) -> int:
    """Write a JSON line for each article; the answer is the exit status."""
    failures: list[JinbiaoError] = []
    lines = (
        json_line(suggestion_line(suggested))
        for suggested in _successes(outcomes, progress, failures)
    )
    with closing(outcomes):
        write_out(progress.over(lines), out)
    return _status(failures)


def _tell_each(outcomes: Outcomes, progress: Progress) -> int:
    """Say for each article how many suggestions it has; the answer is the exit status."""
    failures: list[JinbiaoError] = []
    with closing(outcomes):
        for suggested in _successes(outcomes, progress, failures):
            number = counted(len(suggested.suggestions), "suggestion")
            progress.tell(f"{suggested.article.source}: {number}")
            progress.step()
    return _status(failures)


def _successes(
    outcomes: Outcomes, progress: Progress, failures: list[JinbiaoError]
) -> Iterator[Suggested]:
    """The articles that got suggestions; the others are told and kept in `failures`."""
    for outcome in outcomes:
        if isinstance(outcome, JinbiaoError):
            progress.complain(str(outcome))
            progress.step()
            failures.append(outcome)
        else:
            for fault in outcome.faults:
                progress.complain(fault)
            yield outcome


def _status(failures: list[JinbiaoError]) -> int:
    """That of the gravest failure, 0 without one."""
    return max((failure.exit_status for failure in failures), default=0)

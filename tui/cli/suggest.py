"""`jinbiao suggest`: suggestions as JSON lines, or into the store."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing

import click

from text.errors import JinbiaoError
from text.json_line import json_line
from text.sources import find_files
from tui.cli.messages import counted, tell
from tui.cli.opening import opened_store
from tui.cli.output import STANDARD_OUTPUT, writing
from tui.cli.progress import Progress
from tui.cli.settings import Settings
from tui.jobs.read_articles import read_articles
from tui.jobs.suggest_articles import Suggested, suggest_articles
from tui.jobs.suggest_stored import lacking, suggest_stored
from tui.jobs.suggestion_line import suggestion_line

Outcomes = Generator[Suggested | JinbiaoError, None, None]


@click.command("suggest")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--out", metavar="FILE", help="Where the JSON lines go; - is standard output.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Over how many processes the work is spread.",
)
@click.pass_obj
def command(settings: Settings, paths: tuple[str, ...], out: str | None, workers: int) -> None:
    """Suggest spans: with paths a JSON line an article, and no store is touched.

    Without paths suggestions are kept in the store, for its articles that lack current ones; with
    --out a JSON line is written for every article of the store besides.
    """
    if paths:
        status = _for_files(settings, paths, out or STANDARD_OUTPUT, workers)
    elif out:
        status = _for_store_with_lines(settings, out, workers)
    else:
        status = _for_store(settings, workers)
    raise SystemExit(status)


def _for_files(settings: Settings, paths: tuple[str, ...], out: str, workers: int) -> int:
    files = list(find_files(paths))
    outcomes = suggest_articles(read_articles(files), settings.scheme(), workers)
    return _write_lines(outcomes, len(files), out)


def _for_store_with_lines(settings: Settings, out: str, workers: int) -> int:
    with opened_store(settings) as store:
        ids = [card.id for card in store.library()]
        outcomes = suggest_stored(store, ids, settings.scheme(), workers)
        return _write_lines(outcomes, len(ids), out)


def _for_store(settings: Settings, workers: int) -> int:
    with opened_store(settings) as store:
        ids = lacking(store)
        if not ids:
            tell("nothing to do: every article has current suggestions")
            return 0
        outcomes = suggest_stored(store, ids, settings.scheme(), workers)
        with Progress("suggesting", len(ids)) as progress:
            return _take_each(
                outcomes,
                progress,
                lambda suggested: progress.tell(
                    f"{suggested.article.source}:"
                    f" {counted(len(suggested.suggestions), 'suggestion')}"
                ),
            )


def _write_lines(outcomes: Outcomes, total: int, out: str) -> int:
    """Write a line for each article into `out`; the answer is the exit status."""
    with writing(out) as stream, Progress("suggesting", total) as progress:

        def write(suggested: Suggested) -> None:
            with progress.aside():
                stream.write(json_line(suggestion_line(suggested)) + "\n")
                stream.flush()

        return _take_each(outcomes, progress, write)


def _take_each(outcomes: Outcomes, progress: Progress, take: Callable[[Suggested], None]) -> int:
    """Give each result to `take`, tell each error; the answer is the gravest one's status."""
    status = 0
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, JinbiaoError):
                progress.complain(str(outcome))
                status = max(status, outcome.exit_status)
            else:
                take(outcome)
            progress.step()
    return status

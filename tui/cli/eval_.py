"""`jinbiao eval`: what the suggesters are worth."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from suggest.evaluation.gold import Gold, find_gold
from suggest.evaluation.report import evaluate
from suggest.evaluation.sample import Sample
from text.errors import JinbiaoError
from text.json_line import json_line
from text.scheme import Scheme
from tui.cli.messages import complain, tell
from tui.cli.progress import Progress
from tui.cli.report_json import report_json
from tui.cli.report_lines import error_lines, report_lines
from tui.cli.settings import Settings
from tui.jobs.measure_articles import measure_articles, read_all_gold

BELOW = 1


@click.command("eval")
@click.argument(
    "gold",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="GOLD…",
)
@click.option(
    "--articles",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the articles stand that the gold is about.  [default: beside it]",
)
@click.option("--errors", is_flag=True, help="List every difference with the words around it.")
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")
@click.option(
    "--floor",
    type=click.FloatRange(0, 100),
    metavar="F",
    help="End with 1 where strict F1 over the entity labels, in percent, is below F.",
)
@click.pass_obj
def command(  # noqa: PLR0913 - an option each
    settings: Settings,
    *,
    gold: tuple[Path, ...],
    articles: Path | None,
    errors: bool,
    as_json: bool,
    floor: float | None,
) -> None:
    """Score the suggesters against gold.

    GOLD is a gold set (.jsonl), an article's spans (.json), or a folder of such. Printed are F1 by
    label, how often attributes are right, and whether scores mean what they say.
    """
    scheme = settings.scheme()
    failures: list[JinbiaoError] = []
    golds = _sound(list(read_all_gold(find_gold(gold), articles)), failures)
    samples = _measured(golds, scheme, failures)
    report = evaluate(samples, scheme)
    if as_json:
        click.echo(json_line(report_json(report, errors=errors)))
    elif samples:
        for line in [*report_lines(report, scheme), *(error_lines(report) if errors else ())]:
            tell(line)
    elif not failures:
        tell("nothing to score: the gold has no article that is done")
    status = max((failure.exit_status for failure in failures), default=0)
    if floor is not None and report.overall < floor:
        complain(f"strict F1 of entities is {report.overall}, below the floor of {floor:g}")
        status = max(status, BELOW)
    raise SystemExit(status)


def _sound(found: Sequence[Gold | JinbiaoError], failures: list[JinbiaoError]) -> list[Gold]:
    """The gold among `found`; the rest is told and kept in `failures`."""
    for error in found:
        if isinstance(error, JinbiaoError):
            complain(str(error))
            failures.append(error)
    return [gold for gold in found if isinstance(gold, Gold)]


def _measured(golds: Sequence[Gold], scheme: Scheme, failures: list[JinbiaoError]) -> list[Sample]:
    """The articles with their suggestions; what failed is told and kept in `failures`."""
    samples = []
    with Progress("measuring", len(golds)) as progress:
        for outcome in measure_articles(golds, scheme, progress.complain):
            if isinstance(outcome, Sample):
                samples.append(outcome)
            else:
                progress.complain(str(outcome))
                failures.append(outcome)
            progress.step()
    return samples

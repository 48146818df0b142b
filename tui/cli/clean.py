"""`jinbiao clean`: what the cleaner makes of one file."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

import click

from text.article import Article
from text.errors import UnreadableInputError
from text.json_line import json_line
from text.readers.choices import Choices
from text.sources import find_files
from tui.cli.choosing import with_choices
from tui.cli.diff import diff_lines
from tui.cli.messages import complain, tell
from tui.jobs.read_articles import read_articles


@click.command("clean")
@click.argument("file", type=click.Path(readable=False), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Everything, as one line of JSON.")
@click.option("--diff", "as_diff", is_flag=True, help="Only what changed, each repair in its line.")
@with_choices
def command(file: str, as_json: bool, as_diff: bool, choices: Choices) -> None:
    """Print the clean text of a file; nothing is stored.

    With --diff a repair stands as [-before-]{+after+}, or as [-before-]{?after?} where a reviewer
    should look. Where there are several articles in the file, each has its name above it.
    """
    if as_json and as_diff:
        raise click.UsageError("--json and --diff do not go together")
    show = _show_json if as_json else _show_diff if as_diff else _show_text
    outcomes = read_articles(find_files([file]), choices)
    first_two = list(islice(outcomes, 2))
    status = 0
    for outcome in chain(first_two, outcomes):
        if isinstance(outcome, UnreadableInputError):
            complain(str(outcome))
            status = outcome.exit_status
            continue
        if len(first_two) > 1 and not as_json:
            tell(f"==> {outcome.source} <==")
        show(outcome)
    raise SystemExit(status)


def _show_json(article: Article) -> None:
    click.echo(json_line(cleaned(article)))


def _show_diff(article: Article) -> None:
    for line in diff_lines(article) if article.revision.repairs else ["nothing to repair"]:
        click.echo(line)


def _show_text(article: Article) -> None:
    text = article.revision.text
    click.echo(text, nl=not text.endswith("\n"))


def cleaned(article: Article) -> dict[str, Any]:
    """The article as plain data; `map` has the raw range of each clean code point."""
    revision = article.revision
    return {
        "id": article.id,
        "source": article.source,
        "encoding": article.encoding,
        "title": revision.title,
        "published": revision.published,
        "text": revision.text,
        "map": list(revision.alignment.ranges()),
        "zones": [{"kind": z.kind, "start": z.start, "end": z.end} for z in revision.zones],
        "repairs": [
            {
                "kind": repair.kind,
                "start": repair.start,
                "end": repair.end,
                "raw_start": repair.raw_start,
                "raw_end": repair.raw_end,
                "before": repair.before,
                "after": repair.after,
                "certain": repair.certain,
            }
            for repair in revision.repairs
        ],
    }

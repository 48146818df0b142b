"""`jinbiao clean`: what the cleaner makes of one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from text.article import Article
from text.json_line import json_line
from text.loading import load
from tui.cli.diff import diff_lines


@click.command("clean")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Everything, as one line of JSON.")
@click.option("--diff", "as_diff", is_flag=True, help="Only what changed, each repair in its line.")
def command(file: Path, as_json: bool, as_diff: bool) -> None:
    """Print the clean text of a file; nothing is stored.

    With --diff a repair stands as [-before-]{+after+}, or as [-before-]{?after?} where a reviewer
    should look.
    """
    if as_json and as_diff:
        raise click.UsageError("--json and --diff do not go together")
    article = load(file)
    if as_json:
        click.echo(json_line(cleaned(article)))
    elif as_diff:
        for line in diff_lines(article) if article.revision.repairs else ["nothing to repair"]:
            click.echo(line)
    else:
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

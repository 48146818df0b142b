"""`jinbiao export`: the gold set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import Literal

import click

from store.formats.gold import gold_lines
from tui.cli.messages import complain, counted, tell
from tui.cli.opening import opened_store
from tui.cli.output import STANDARD_OUTPUT, write_out
from tui.cli.progress import Progress
from tui.cli.settings import Settings


@click.command("export")
@click.option(
    "--format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    expose_value=False,
    help="How the gold set is written.",
)
@click.option(
    "--out",
    default="exports/gold.jsonl",
    show_default=True,
    metavar="FILE",
    help="Where to; - is standard output.",
)
@click.option(
    "--which",
    type=click.Choice(["done", "all"]),
    default="done",
    show_default=True,
    help="The articles that are done, or all with what was decided.",
)
@click.option("--where", default="", metavar="QUERY", help="Only the articles that fit a query.")
@click.option("--reading", metavar="NAME", help="Whose decisions, where several people decided.")
@click.pass_obj
def command(
    settings: Settings, out: str, which: Literal["done", "all"], where: str, reading: str | None
) -> None:
    """Write the gold set, a JSON line an article.

    A file is complete or not there; the same store gives the same bytes.
    """
    on_stdout = out == STANDARD_OUTPUT
    with opened_store(settings) as store:
        counted_by_status = store.stats(where).articles
        total = sum(counted_by_status.values()) if which == "all" else counted_by_status["done"]
        with Progress("exporting", total) as progress:
            lines = progress.over(gold_lines(store, which, reading, where))
            count = write_out(_all_or_none(lines) if on_stdout else lines, out)
    if count == 0:
        (complain if on_stdout else tell)(f"nothing to export: {_why(which, where)}")
    elif not on_stdout:
        tell(f"{out}: {counted(count, 'article')}")


def _all_or_none(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, the first one not before the last one has been made without an error.

    They wait on disk: a gold set can be larger than the memory.
    """
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
        spool.writelines(f"{line}\n" for line in lines)
        spool.seek(0)
        for line in spool:
            yield line.rstrip("\n")


def _why(which: str, where: str) -> str:
    if where.strip():
        return f"no article {'that is done ' if which == 'done' else ''}fits {where!r}"
    if which == "done":
        return "no article is done yet; --which all takes every article"
    return "the store holds no article"

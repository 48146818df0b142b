"""`jinbiao export`: the gold set, or its targets as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Literal, TypedDict, Unpack

import click

from store.formats.gold import gold_lines
from store.formats.targets_csv import targets_lines
from store.store import Store
from tui.cli.messages import complain, counted, tell
from tui.cli.opening import opened_store
from tui.cli.output import STANDARD_OUTPUT, write_out
from tui.cli.progress import Progress
from tui.cli.settings import Settings

Lines = Callable[[Store, Literal["done", "all"], str | None, str], Iterator[str]]


class Wanted(TypedDict):
    """What of the gold set is asked for, as `gold_lines` has it."""

    which: Literal["done", "all"]
    reading: str | None
    where: str


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write the gold set: what a line is of, and the file where none is named.

    `headings` are lines in front of the others.
    """

    lines: Lines
    out: str
    unit: str
    headings: int = 0

    @property
    def by_article(self) -> bool:
        """Whether every article is a line."""
        return self.unit == "article"


FORMATS = {
    "jsonl": Format(gold_lines, "exports/gold.jsonl", "article"),
    "targets-csv": Format(targets_lines, "exports/targets.csv", "figure", headings=1),
}


@click.command("export")
@click.option(
    "--format",
    "name",
    type=click.Choice([*FORMATS]),
    default="jsonl",
    show_default=True,
    help="The gold set, or its targets and results as a table.",
)
@click.option(
    "--out",
    metavar="FILE",
    help=f"Where to (default: {FORMATS['jsonl'].out}); - is standard output.",
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
def command(settings: Settings, name: str, out: str | None, **wanted: Unpack[Wanted]) -> None:
    """Write the gold set, a JSON line an article.

    A file is complete or not there; the same store gives the same bytes.
    """
    form = FORMATS[name]
    out = out or form.out
    on_stdout = out == STANDARD_OUTPUT
    which, where = wanted["which"], wanted["where"]
    with opened_store(settings) as store:
        counted_by_status = store.stats(where).articles
        total = sum(counted_by_status.values()) if which == "all" else counted_by_status["done"]
        with Progress("exporting", total if form.by_article else 0) as progress:
            lines = progress.over(form.lines(store, which, wanted["reading"], where))
            count = write_out(_all_or_none(lines) if on_stdout else lines, out)
    if count == 0:
        (complain if on_stdout else tell)(f"nothing to export: {_why(form, which, where)}")
    elif not on_stdout:
        tell(f"{out}: {counted(count - form.headings, form.unit)}")


def _all_or_none(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, the first one not before the last one has been made without an error.

    They wait on disk: a gold set can be larger than the memory.
    """
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
        spool.writelines(f"{line}\n" for line in lines)
        spool.seek(0)
        for line in spool:
            yield line.rstrip("\n")


def _why(form: Format, which: str, where: str) -> str:
    if not form.by_article:
        return "no target or result is among what was kept"
    if where.strip():
        return f"no article {'that is done ' if which == 'done' else ''}fits {where!r}"
    if which == "done":
        return "no article is done yet; --which all takes every article"
    return "the store holds no article"

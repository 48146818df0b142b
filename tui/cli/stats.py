"""`jinbiao stats`: how far one has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from store.stats import Acceptance, Pace, Stats
from text.json_line import json_line
from tui.cli.messages import counted, tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings
from tui.cli.table import table
from tui.review.forecast import ENOUGH, ENOUGH_SECONDS, tells


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")
@click.option("--where", default="", metavar="QUERY", help="Only the articles that fit a query.")
@click.pass_obj
def command(settings: Settings, as_json: bool, where: str) -> None:
    """Print progress, acceptance and pace."""
    with opened_store(settings) as store:
        stats = store.stats(where)
    if as_json:
        click.echo(json_line(stats.to_json()))
        return
    for line in _lines(stats):
        tell(line)


def _lines(stats: Stats) -> Iterator[str]:
    yield f"{stats.person}"
    yield f"articles   {_parts(stats.articles)}"
    yield f"decisions  {_parts(stats.decided)}; {counted(stats.undecided, 'suggestion')} undecided"
    yield f"pace       {_pace(stats.pace, sum(stats.decided.values()))}"
    yield from _table("label", stats.labels)
    yield from _table("suggester", stats.suggesters)


def _parts(counts: dict[str, int]) -> str:
    """The sum and what it is made of: `5: 2 new, 1 open, 2 done`."""
    parts = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    return f"{sum(counts.values()):,}: {parts}"


def _pace(pace: Pace, decisions: int) -> str:
    if pace.keys_per_decision is None:
        return "no decision yet"
    spans = f"told from {ENOUGH} decisions in {ENOUGH_SECONDS // 60} minutes on"
    if tells(decisions, pace.seconds):
        spans = f"{pace.spans_per_hour:,} spans an hour"
    return f"{spans}, {pace.keys_per_decision} keys a decision"


def _table(heading: str, rows: Iterable[Acceptance]) -> Iterator[str]:
    """What became of suggestions, a line for each label or suggester; nothing where none were."""
    lines = []
    for row in rows:
        counts = (f"{count:,}" for count in (row.accepted, row.corrected, row.rejected))
        lines.append((row.name, *counts, f"{row.accepted_share:.0%}"))
    if lines:
        yield ""
        yield from table([(heading, "accepted", "corrected", "rejected", "share accepted"), *lines])

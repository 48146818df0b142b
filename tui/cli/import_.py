"""`jinbiao import`: articles from files and folders into the store."""

from __future__ import annotations

from collections import Counter

import click

from text.errors import UnreadableInputError
from text.readers.choices import Choices
from tui.cli.choosing import with_choices
from tui.cli.importing import files_for
from tui.cli.messages import counted, tell
from tui.cli.opening import opened_store
from tui.cli.progress import Progress
from tui.cli.settings import Settings
from tui.jobs.import_articles import Imported, import_articles


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False), metavar="PATH…")
@with_choices
@click.pass_obj
def command(settings: Settings, paths: tuple[str, ...], choices: Choices) -> None:
    """Import the articles in files, folders, archives and tables.

    What is there already stays as it is. Each article is imported whole or not at all. What cannot
    be read is told, the others go on, and the status is 3.
    """
    files = files_for(settings, paths)
    tally: Counter[str] = Counter()
    with opened_store(settings, new=True) as store, Progress("importing", len(files)) as progress:
        for outcome in import_articles(store, files, choices):
            if isinstance(outcome, UnreadableInputError):
                tally["unreadable"] += 1
                progress.complain(str(outcome))
            elif isinstance(outcome, Imported):
                tally["new"] += 1
                progress.tell(f"{outcome.source}: imported, {counted(outcome.length, 'character')}")
            else:
                tally["known"] += 1
                progress.tell(f"{outcome.source}: already there")
            progress.step()
    tell(_summary(tally))
    if tally["unreadable"]:
        raise SystemExit(UnreadableInputError.exit_status)


def _summary(tally: Counter[str]) -> str:
    if not tally["new"] and not tally["unreadable"]:
        return f"nothing new, {counted(tally['known'], 'article')} already there"
    parts = [f"{counted(tally['new'], 'article')} imported"]
    if tally["known"]:
        parts.append(f"{tally['known']:,} already there")
    if tally["unreadable"]:
        parts.append(f"{tally['unreadable']:,} could not be read")
    return ", ".join(parts)

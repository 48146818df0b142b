"""`jinbiao merge`: what another store has, into this one."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.messages import complain, counted, tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings

NOT_RIGHT = 1


@click.command("merge")
@click.argument("other", type=click.Path(path_type=Path, readable=False), metavar="OTHER")
@click.pass_obj
def command(settings: Settings, other: Path) -> None:
    """Bring the articles and decisions of another store into this one.

    This store is backed up first; OTHER is only read. What went on in both stores is told, stands
    here side by side, and makes the status 1.
    """
    with opened_store(settings, new=True) as store:
        merged = store.merge(other)
    for conflict in merged.conflicts:
        complain(conflict)
    if merged.articles or merged.edits:
        tell(f"{counted(merged.articles, 'article')} and {counted(merged.edits, 'edit')} came")
    else:
        tell("nothing new")
    if merged.conflicts:
        raise SystemExit(NOT_RIGHT)

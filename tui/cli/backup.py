"""`jinbiao backup`: a sound copy of the store, made while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.messages import tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="FILE")
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Copy the store to FILE, also while others work in it.

    The copy is one file and a store by itself. It is looked through first, and takes the place of
    an earlier FILE only where it is sound.
    """
    with opened_store(settings) as store:
        store.backup(file)
    tell(f"{file}: {file.stat().st_size:,} bytes, sound")

"""`jinbiao review`: open the bench."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from store.surroundings import dangers
from text.errors import UnreadableInputError, UsageError
from text.readers.choices import Choices
from tui.cli.choosing import with_choices
from tui.cli.importing import files_for, import_new
from tui.cli.messages import complain, tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings
from tui.terminal.kind import is_served, prepare


@click.command("review")
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]…")
@with_choices
@click.pass_obj
def command(settings: Settings, paths: tuple[str, ...], choices: Choices) -> None:
    """Open the bench, on what is new among the paths too.

    New articles are imported first, suggestions arrive while one reads. Without a path the bench
    opens on what the store holds; an empty one is greeted with what to do. ? tells the keys.
    """
    if not on_terminal():
        raise UsageError("review needs a terminal; to work without one see import and suggest")
    prepare()
    files = files_for(settings, paths)
    with opened_store(settings, new=bool(paths)) as store:
        notices = import_new(store, files, choices)
        if notices and not store.library(limit=1):
            _end_without_articles(notices)
        notices = [*dangers(settings.db), *notices]
        # Textual takes a quarter of a second to import, which no other command should pay.
        from tui.app import run_bench  # noqa: PLC0415 - see above
        from tui.choices.choosing import take_up  # noqa: PLC0415 - see above
        from tui.screens.every_scope import EveryScope  # noqa: PLC0415 - see above

        chosen, faults = take_up(settings.language, EveryScope())
        status = run_bench(store, settings.scheme(), [*faults, *notices], chosen)
        if not status and not store.library(limit=1):
            tell(f"nothing to review: {settings.db} holds no article yet")
    raise SystemExit(status)


def on_terminal() -> bool:
    """Whether there is a terminal to draw on, or a server that passes on what is drawn."""
    # Textual reads from standard input and draws on standard error.
    return is_served() or all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _end_without_articles(notices: Sequence[str]) -> NoReturn:
    for notice in notices:
        complain(notice)
    raise SystemExit(UnreadableInputError.exit_status)

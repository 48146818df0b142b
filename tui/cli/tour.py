"""`jinbiao tour`: ten steps on a sample article."""

from __future__ import annotations

import click

from text.errors import UsageError
from tui.cli.review import on_terminal
from tui.cli.settings import Settings
from tui.terminal.kind import prepare


@click.command("tour")
@click.pass_obj
def command(settings: Settings) -> None:
    """Learn the keys in ten steps, on a sample article.

    Each step says what to press, and goes on when it was done. The store is a temporary one:
    nothing of yours is touched. q leaves at any step.
    """
    if not on_terminal():
        raise UsageError("tour needs a terminal")
    prepare()
    # Textual takes a quarter of a second to import, which no other command should pay.
    from tui.choices.choosing import take_up  # noqa: PLC0415 - see above
    from tui.screens.every_scope import EveryScope  # noqa: PLC0415 - see above
    from tui.touring import run_tour  # noqa: PLC0415 - see above

    chosen, _faults = take_up(settings.language, EveryScope())
    raise SystemExit(run_tour(chosen))

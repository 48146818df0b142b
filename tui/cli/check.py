"""`jinbiao check`: whether the store is sound."""

from __future__ import annotations

import click

from store.backup import automatic_backups
from store.checking import Finding, check, repair
from store.store import Store
from tui.cli.messages import complain, counted, tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings

NOT_RIGHT = 1
ROUNDS = 3
"""Counts come to light when the marks that they count are right, and these when the file is."""


@click.command("check")
@click.option(
    "--repair", "mend", is_flag=True, help="Put right what can be without losing anything."
)
@click.pass_obj
def command(settings: Settings, mend: bool) -> None:
    """Look through the store: file, texts, decisions and the edit log.

    Each finding is a line, with what to do about it; where something is wrong the status is 1.
    """
    with opened_store(settings) as store:
        if mend:
            _mend(store)
        findings = list(check(store.db, store.scheme))
        wrong = [finding for finding in findings if finding.wrong]
        for finding in findings:
            tell(f"{'' if finding.wrong else 'danger: '}{finding.what}; {finding.advice}")
        if wrong:
            backups = automatic_backups(settings.db)
            newest = f"; the newest automatic backup is {backups[0]}" if backups else ""
            complain(f"{settings.db} is not sound: {counted(len(wrong), 'finding')}{newest}")
            raise SystemExit(NOT_RIGHT)
    tell(f"{settings.db} is sound")


def _mend(store: Store) -> None:
    mended: list[Finding] = []
    for _ in range(ROUNDS):
        found = [finding for finding in check(store.db, store.scheme) if finding.repair]
        if not found:
            break
        repair(store.db, found)
        mended += found
    for finding in mended:
        tell(f"repaired: {finding.what}")
    if not mended:
        tell("nothing to repair")

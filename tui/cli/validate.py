"""`jinbiao validate`: whether a gold set is right."""

from __future__ import annotations

from pathlib import Path

import click

from store.formats.validation import validate
from tui.cli.messages import complain, counted, tell
from tui.cli.settings import Settings

NOT_RIGHT = 1


@click.command("validate")
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="FILE")
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Check a gold set against its schema and against itself.

    Lines of `jinbiao suggest` are checked too. Each finding is a line; with one the status is 1.
    """
    findings = validate(file, settings.scheme())
    for finding in findings:
        tell(f"{file}:{finding.line}: {finding.message}")
    if findings:
        complain(f"{file} is not right: {counted(len(findings), 'finding')}")
        raise SystemExit(NOT_RIGHT)
    tell(f"{file} is right")

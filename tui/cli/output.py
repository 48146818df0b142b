"""Where lines of JSON go: standard output, or a file that is complete or not there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from store.formats.writing import write_lines

STANDARD_OUTPUT = "-"


def write_out(lines: Iterable[str], out: str) -> int:
    """Write `lines` to `out`, a path or `-` for standard output; how many there were.

    Raises UsageError where nothing can be written.
    """
    if out != STANDARD_OUTPUT:
        return write_lines(lines, Path(out))
    count = 0
    for line in lines:
        click.echo(line)
        count += 1
    return count

"""What the program says about its own doings, safe for any terminal."""

from __future__ import annotations

import click

from text.visible import visible


def complain(message: str) -> None:
    """Say on stderr, in one line, what went wrong."""
    click.echo(f"jinbiao: {visible(message)}", err=True)


def tell(message: str) -> None:
    """Say on stdout, in one line, what was done."""
    click.echo(visible(message))


def counted(number: int, noun: str) -> str:
    """`number` with the noun in its form: `1 article`, `2 articles`, `1,200 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""The group of commands: loads the one that is asked for, and ends as the contract says."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NoReturn

import click

from tui.cli.ending import ending, enough_when_closed


class CommandLine(click.Group):
    """A click group whose commands live in modules that are imported when they are called.

    `commands_in` gives the module of each command by its name; there it is called `command`. So
    `jinbiao clean` never pays for the database, nor `jinbiao stats` for the screen.
    """

    def __init__(self, *args: Any, commands_in: Mapping[str, str], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self._modules = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The commands in the order of a reviewer's work."""
        return list(self._modules)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        cmd_name: str,
    ) -> click.Command | None:
        """The command called `cmd_name`, None where there is none."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; click would end with 1 where the reader of our output went away."""
        with enough_when_closed():
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command line and end the process with the contract's exit status."""
        extra.update(prog_name="jinbiao", standalone_mode=False)
        with ending():
            status = super().main(*args, **extra)
            raise SystemExit(status)

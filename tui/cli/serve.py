"""`jinbiao serve`: the bench in a browser."""

from __future__ import annotations

import asyncio
import shlex
import sys
from typing import TypedDict, Unpack

import click

from text.errors import UnreadableInputError, UsageError
from text.extras import install_command
from text.readers.choices import Choices
from tui.cli.choosing import with_choices
from tui.cli.importing import files_for, import_new
from tui.cli.messages import complain, tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings


class At(TypedDict):
    """Where to listen, and for whom."""

    host: str
    port: int
    token: str | None


@click.command("serve")
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]…")
@click.option(
    "--host", default="127.0.0.1", metavar="H", show_default=True, help="Where to listen."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="P",
    show_default=True,
    help="At which port; 0 for any that is free.",
)
@click.option(
    "--token",
    envvar="JINBIAO_TOKEN",
    metavar="T",
    show_envvar=True,
    help="What the address must hold to be let in.  [default: a new one each time]",
)
@with_choices
@click.pass_obj
def command(settings: Settings, paths: tuple[str, ...], choices: Choices, **at: Unpack[At]) -> None:
    """Open the bench in a browser, at an address that is printed.

    What is new among the paths is imported first. Whoever knows the address decides under the name
    of --as, each in a bench of their own. Only this machine is listened to unless --host says
    otherwise.
    """
    try:
        # Only this command has a web server to pay for, and an extra brings it.
        from tui.web.gate import gate_for  # noqa: PLC0415 - see above
        from tui.web.server import BenchServer, serve  # noqa: PLC0415 - see above
    except ImportError as error:
        raise UsageError(
            f"serve needs more to be installed: {install_command('serve')} ({error})"
        ) from error

    gate = gate_for(at["host"], at["token"])
    files = files_for(settings, paths)
    with opened_store(settings, new=bool(paths)) as store:
        notices = import_new(store, files, choices)
        empty = not store.library(limit=1)
    for notice in notices:
        complain(notice)
    if notices and empty:
        raise SystemExit(UnreadableInputError.exit_status)

    def announce(port: int) -> None:
        tell(gate.address(port))
        tell(f"open it in a browser: whoever has it decides as {settings.person}; Ctrl-C ends it")
        tell(f"it can be reached from {gate.reach}")
        sys.stdout.flush()

    server = BenchServer(gate, *(_command(settings, name) for name in ("review", "tour")))
    raise SystemExit(asyncio.run(serve(server, gate.host, at["port"], announce)))


def _command(settings: Settings, name: str) -> str:
    """What a shell has to run for one visitor: the command `name` with the same global options."""
    command = [sys.executable, "-m", "tui", f"--db={settings.db.absolute()}"]
    command.append(f"--as={settings.person}")
    if settings.scheme_path:
        command.append(f"--scheme={settings.scheme_path.absolute()}")
    if settings.language:
        command.append(f"--lang={settings.language}")
    # The process has to be the server's own, for its end to be seen.
    return f"exec {shlex.join([*command, name])}"

"""How a command ends: errors in a line and a status, signals in a status, closed pipes in peace."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from text.errors import JinbiaoError
from tui.cli.messages import complain

WRONG_USAGE = 2
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that end a command, with 128 and their number: 130, 143, 129."""


@contextmanager
def ending() -> Iterator[None]:
    """Whatever leaves the block ends the process with the contract's status, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Chinese in any locale; a path's undecodable byte must not be an error of its own.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with _stopping_by_signal(), _writing_output(), _errors_in_one_line():
        yield


@contextmanager
def enough_when_closed() -> Iterator[None]:
    """A reader that closed our output (`| head`) has what it wanted: end silently with 0."""
    try:
        yield
    except BrokenPipeError:
        _discard_output()
        raise SystemExit(0) from None


@contextmanager
def _stopping_by_signal() -> Iterator[None]:
    """While inside, a stopping signal unwinds the stack as SystemExit, so that files are tidied up.

    A signal that the caller told us to ignore (nohup) stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # Python lets only the main thread set handlers.
        return
    before = {number: signal.getsignal(number) for number in STOPPING}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


@contextmanager
def _writing_output() -> Iterator[None]:
    """Output is flushed in here, where a full disk can still be told."""
    try:
        with enough_when_closed():
            try:
                yield
            finally:
                click.echo(nl=False)
    except OSError as error:
        _discard_output()
        # What has a name is a file that a command stumbled over; only the output has none.
        where = error.filename or "standard output cannot be written"
        complain(f"{where}: {error.strerror or error}")
        raise SystemExit(WRONG_USAGE) from None


@contextmanager
def _errors_in_one_line() -> Iterator[None]:
    try:
        yield
    except JinbiaoError as error:
        complain(str(error))
        raise SystemExit(error.exit_status) from None
    except MemoryError:
        complain("there is too little memory for that: close other programs, or take fewer at once")
        raise SystemExit(WRONG_USAGE) from None
    except click.ClickException as error:
        complain(_with_hint(error))
        raise SystemExit(WRONG_USAGE) from None


def _with_hint(error: click.ClickException) -> str:
    """Click's message in one line, and where to look further."""
    message = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.NoSuchOption) and context and context.parent:
        option, name = error.option_name, context.info_name
        if any(option in known.opts for known in context.parent.command.params):
            return f"{option} stands before the command: jinbiao {option} … {name} …"
    return f"{message}; see {context.command_path if context else 'jinbiao'} --help"


def _discard_output() -> None:
    """Let Python's own last flush go nowhere instead of failing once more."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - devnull is no path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())

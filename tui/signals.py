"""Ending well when a signal says so: the line dropped, a shutdown, Ctrl-C from outside."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
from collections.abc import Callable
from threading import Timer
from types import FrameType

HUNG_UP = 129
INTERRUPTED = 130
STATUSES = {signal.SIGHUP: HUNG_UP, signal.SIGTERM: 143, signal.SIGINT: INTERRUPTED}
"""Exit statuses by signal: 128 and its number, as shells report them."""
ENDING_SECONDS = 5.0
"""How long the app may take to end when a signal asks it to."""


def end_on_signals(end: Callable[[int], None]) -> Callable[[], None]:
    """Have the running loop call `end` with the exit status when a signal asks to end.

    Returns what gives the signals back. A loop that does not get to it is not waited for longer
    than ENDING_SECONDS: a line that is stuck takes no more words, and whoever writes to it waits.
    Every decision was saved before it was shown, so nothing is lost.

    A terminal that hangs up sends SIGCONT behind SIGHUP, at which Textual would start drawing on it
    again; it is only told where there still is one.
    """
    loop = asyncio.get_running_loop()

    def ask_to_end(number: int, frame: FrameType | None) -> None:
        del frame
        status = STATUSES[signal.Signals(number)]
        loop.call_soon_threadsafe(end, status)
        last = Timer(ENDING_SECONDS, os._exit, [status])
        last.daemon = True
        last.start()

    before = {number: signal.signal(number, ask_to_end) for number in STATUSES}
    resume = signal.getsignal(signal.SIGCONT)

    def resume_if_there(number: int, frame: FrameType | None) -> None:
        if callable(resume) and terminal_is_there():
            resume(number, frame)

    signal.signal(signal.SIGCONT, resume_if_there)

    def give_back() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)

    return give_back


def terminal_is_there() -> bool:
    """Whether what we are seen through is there: a terminal that has not hung up, or the server."""
    if _SERVED:
        return os.getppid() == _PARENT
    if sys.__stdin__ is None or sys.__stdin__.closed or not _was_terminal:
        return True
    try:
        termios.tcgetattr(sys.__stdin__.fileno())
    except termios.error:
        return False
    return True


_SERVED = "TEXTUAL_DRIVER" in os.environ
_PARENT = os.getppid()
_was_terminal = sys.__stdin__ is not None and sys.__stdin__.isatty()

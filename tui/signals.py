"""Ending well when a signal says so: the line dropped, a shutdown, Ctrl-C from outside."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import time
from collections.abc import Callable
from threading import Thread
from types import FrameType

from tui.terminal.kind import is_served

HUNG_UP = 129
INTERRUPTED = 130
STATUSES: dict[int, int] = {signal.SIGHUP: HUNG_UP, signal.SIGTERM: 143, signal.SIGINT: INTERRUPTED}
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
    heard, ringing = os.pipe()
    os.set_blocking(ringing, False)
    # Python's own handlers wait for the main thread, which a stuck line may hold for ever.
    rung_before = signal.set_wakeup_fd(ringing, warn_on_full_buffer=False)
    before = {number: signal.signal(number, _rung) for number in STATUSES}
    Thread(target=_heed, args=(heard, loop, end), name="signals", daemon=True).start()
    resume = signal.getsignal(signal.SIGCONT)

    def resume_if_there(number: int, frame: FrameType | None) -> None:
        if callable(resume) and terminal_is_there():
            resume(number, frame)

    signal.signal(signal.SIGCONT, resume_if_there)

    def give_back() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        signal.set_wakeup_fd(rung_before)
        os.close(ringing)

    return give_back


def _rung(_number: int, _frame: FrameType | None) -> None:
    """What the number of the signal was written for is done where it is read."""


def _heed(heard: int, loop: asyncio.AbstractEventLoop, end: Callable[[int], None]) -> None:
    with os.fdopen(heard, "rb", buffering=0) as numbers:
        while number := numbers.read(1):
            if (status := STATUSES.get(number[0])) is not None:
                loop.call_soon_threadsafe(end, status)
                time.sleep(ENDING_SECONDS)
                os._exit(status)


def terminal_is_there() -> bool:
    """Whether what we are seen through is there: a terminal that has not hung up, or the server."""
    if is_served():
        return os.getppid() == _PARENT
    if sys.__stdin__ is None or sys.__stdin__.closed or not _was_terminal:
        return True
    try:
        termios.tcgetattr(sys.__stdin__.fileno())
    except termios.error:
        return False
    return True


_PARENT = os.getppid()
_was_terminal = sys.__stdin__ is not None and sys.__stdin__.isatty()

"""Asking the terminal how wide it draws what may be one cell wide or two."""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
import tty

SAMPLE = "“"
PATIENCE = 0.3
"""Seconds; a terminal answers in a few thousandths, over a slow line in a few tenths."""

_ASK = f"\r{SAMPLE}\x1b[6n\r\x1b[K".encode()
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


def draws_ambiguous_wide() -> bool:
    """Whether the terminal takes two cells for characters that Unicode calls ambiguous.

    Asks by printing one and asking where the cursor is (CSI 6n), so it must not be called once
    Textual reads the terminal. A terminal that does not answer in time is taken to draw one cell.
    """
    if not (sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__):
        return False
    column = _asked(sys.__stdin__.fileno(), sys.__stderr__.fileno())
    return column == 3


def _asked(source: int, target: int) -> int | None:
    """The column (from 1) behind the sample, or None without an answer."""
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source)
        os.write(target, _ASK)
        return _answered(source, time.monotonic() + PATIENCE)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)


def _answered(source: int, deadline: float) -> int | None:
    told = b""
    while (left := deadline - time.monotonic()) > 0 and select.select([source], [], [], left)[0]:
        read = os.read(source, 64)
        told += read
        if answer := _ANSWER.search(told):
            return int(answer[1])
        if not read:
            break
    return None

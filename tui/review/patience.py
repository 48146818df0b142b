"""Waiting for others who write to the store, without holding the screen still."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from store.errors import BusyError

T = TypeVar("T")

BRIEFLY = 0.25
"""Seconds that one attempt may wait while nothing can be drawn; what takes longer is told."""

PATIENCE = 5.0
"""Seconds after which an action is given up."""

PAUSE = 0.05
"""Seconds between two attempts, in which the screen is drawn."""


async def patiently(verb: Callable[[], T], waiting: Callable[[], None] = lambda: None) -> T:
    """What `verb` answers; while the store is busy it is asked again and `waiting` is told.

    The store is to wait no longer than BRIEFLY by itself. Raises BusyError after PATIENCE, and at
    once whatever else `verb` raises.
    """
    begun = monotonic()
    while True:
        try:
            return verb()
        except BusyError:
            if monotonic() - begun > PATIENCE:
                raise
        waiting()
        await asyncio.sleep(PAUSE)

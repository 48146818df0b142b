"""Lulls between keys, in which what can wait is done."""

from __future__ import annotations

import asyncio
from time import monotonic

LULL = 0.15
"""Seconds without a key after which the next one is not expected at once."""

LONGEST = 2.0
"""Seconds that work waits for a lull: under a key that is held down it has to go on, too."""


class Lulls:
    """Knows when keys came."""

    def __init__(self) -> None:
        self._last = 0.0

    def key(self) -> None:
        """A key came now."""
        self._last = monotonic()

    async def wait(self) -> None:
        """Return in the next lull, or after LONGEST."""
        end = monotonic() + LONGEST
        while (now := monotonic()) < min(self._last + LULL, end):
            await asyncio.sleep(min(self._last + LULL, end) - now)

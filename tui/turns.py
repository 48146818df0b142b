"""Taking turns with what is on the screen, while something long is read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from time import monotonic
from typing import TypeVar

SLICE = 0.008
"""Seconds of reading before what is on the screen gets its turn."""

SHOWN_AGAIN = 0.25
"""Seconds, at the least, between two drawings of what keeps coming."""

SHARE = 10
"""Drawing takes at most one part in so many: the more there is, the longer it takes."""

Part = TypeVar("Part")


async def in_turns(parts: Iterable[Part], show: Callable[[], None]) -> AsyncIterator[Part]:
    """Each of `parts`, with turns of the screen between them; now and then `show` draws them.

    What reading one of them raises comes from here.
    """
    begun = monotonic()
    again = begun + SHOWN_AGAIN
    for part in parts:
        yield part
        now = monotonic()
        if now - begun > SLICE:
            if now > again:
                show()
                drawn = monotonic()
                again = drawn + max(SHOWN_AGAIN, SHARE * (drawn - now))
            await asyncio.sleep(0)
            begun = monotonic()

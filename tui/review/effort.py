"""What a decision cost: keys pressed and seconds passed since the one before."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from store.edit import Effort

IDLE = 120.0
"""Seconds without a key after which nobody is taken to be there; what is longer does not count."""


class EffortMeter:
    """Counts keys and seconds from one decision to the next; idle time does not count."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.restart()

    def key(self) -> None:
        """Count a key that reached the app."""
        self._tick()
        self._keys += 1

    def read(self) -> Effort:
        """The effort since the last decision."""
        self._tick()
        return Effort(seconds=round(self._seconds, 3), keys=self._keys)

    def restart(self) -> None:
        """Count anew, as after a decision."""
        self._last = self._clock()
        self._seconds = 0.0
        self._keys = 0

    def _tick(self) -> None:
        """Add the time since the last sign of the reviewer."""
        now = self._clock()
        self._seconds += min(now - self._last, IDLE)
        self._last = now

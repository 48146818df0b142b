"""What a decision cost: keys pressed and seconds passed since the one before."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from store.edit import Effort


class EffortMeter:
    """Counts keys and seconds from one decision to the next."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.restart()

    def key(self) -> None:
        """Count a key that reached the app."""
        self._keys += 1

    def read(self) -> Effort:
        """The effort since the last decision."""
        return Effort(seconds=round(self._clock() - self._since, 3), keys=self._keys)

    def restart(self) -> None:
        """Count anew, as after a decision."""
        self._since = self._clock()
        self._keys = 0

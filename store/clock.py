"""The time of day, as it is kept."""

from __future__ import annotations

import time


def now(later: float = 0.0) -> str:
    """The moment so many seconds from now, in UTC to the second: `2026-01-02T03:04:05Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + later))

"""The time of day, as it is kept."""

from __future__ import annotations

import time


def now() -> str:
    """The current moment in UTC, to the second: `2026-01-02T03:04:05Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())

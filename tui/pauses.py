"""When Python looks for garbage: while a person begins to read, and not between two keys."""

from __future__ import annotations

import gc


def look_for_garbage() -> None:
    """Free what is no longer used, and leave out what is left when looking the next time.

    A long article is a million objects; looking through them takes a twentieth of a second, which
    would come every few dozen keys.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()

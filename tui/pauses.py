"""When Python looks for garbage: while a person begins to read, and not between two keys."""

from __future__ import annotations

import gc


def look_for_garbage() -> None:
    """Free what is no longer used, and leave out what is left when looking the next time.

    With 5,000 marks there are a hundred thousand objects; looking through them took 60 ms on a busy
    machine, between two keys.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()

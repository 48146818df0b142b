"""When Python looks for garbage: while a person begins to read, and not between two keys."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_for_garbage() -> None:
    """Free what is no longer used, and leave out what is left when looking the next time.

    With 5,000 marks there are a hundred thousand objects; looking through them took 60 ms on a busy
    machine, between two keys.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@contextmanager
def no_look_for_garbage() -> Iterator[None]:
    """Within, look for none: objects come by the hundred thousand, and all of them stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

"""What is the matter with a file that its reader stumbled over."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from text.errors import UnreadableInputError

# What parsers, ours or others', raise on a file that is cut, damaged or made to hurt.
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class BrokenInputError(UnreadableInputError):
    """A file that is not sound as what it seems to be."""


@contextmanager
def whole(source: str, what: str, *more: type[Exception]) -> Iterator[None]:
    """Work on `source` inside; a fault, or one of `more`, says that it is no sound `what`.

    Raises BrokenInputError.
    """
    faults: tuple[type[Exception], ...] = (*FAULTS, *more)
    try:
        yield
    except faults as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise BrokenInputError(f"{source} is not {what}, or a broken one: {reason}") from error

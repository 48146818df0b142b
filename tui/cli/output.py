"""Where lines go: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from text.errors import UsageError

STANDARD_OUTPUT = "-"


@contextmanager
def writing(out: str) -> Iterator[TextIO]:
    """A UTF-8 stream into `out`: `-` is standard output, else a path, its folders made if needed.

    The file is written beside its place and renamed when the block ends well; else whatever stood
    there stays. Raises UsageError where nothing can be written.
    """
    if out == STANDARD_OUTPUT:
        yield sys.stdout
        return
    place = Path(os.path.realpath(out))  # a link goes on pointing to what we write
    try:
        if place.exists() and not place.is_file():  # say, a named pipe: nothing to rename
            with _opened(place) as stream:
                yield stream
        else:
            with _replacing(place) as stream:
                yield stream
    except BrokenPipeError:
        raise  # the reader of a pipe has enough, which is no error
    except OSError as error:
        raise UsageError(f"cannot write {out}: {error.strerror}") from error


@contextmanager
def _replacing(place: Path) -> Iterator[TextIO]:
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with _opened(part) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")

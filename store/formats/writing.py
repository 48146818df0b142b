"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from text.errors import UsageError
from text.magic import what_is_at


def write_lines(lines: Iterable[str], path: Path) -> int:
    """Write each of `lines` and a line feed to `path` in UTF-8; how many there were.

    They go to a file beside it, which takes its place at the end, on disk; if `lines` raises, what
    was there stays. A missing folder is made. What is no regular file (a pipe, a device) is written
    directly. Raises UsageError where it cannot be written, and for the place of a file that is no
    text: one letter too few would have a store replaced.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            return _write(lines, path, "w")
        if path.exists() and (what := what_is_at(path)):
            raise UsageError(f"{path} is {what} and stays as it is; name another file")
        # Through a symbolic link: the file that it names is replaced, not the link.
        return _replace(lines, path.resolve())
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _replace(lines: Iterable[str], path: Path) -> int:
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        count = _write(lines, beside, "x")
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return count


def _write(lines: Iterable[str], path: Path, mode: str) -> int:
    count = 0
    with path.open(mode, encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
        file.flush()
        if path.is_file():
            os.fsync(file.fileno())
    return count


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can (Windows cannot open a folder)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

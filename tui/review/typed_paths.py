"""Paths as people type them, or drop them on a terminal."""

from __future__ import annotations

import shlex
from pathlib import Path


def typed_paths(line: str) -> list[str]:
    """The paths in `line`: one as it stands where it is there, else several as a shell has them.

    `~` is the home folder, in quotes or not; a quote without its other is part of a name.
    """
    whole = at_home(line.strip())
    if not whole:
        return []
    if _is_there(whole):
        return [whole]
    try:
        return [at_home(path) for path in shlex.split(line)]
    except ValueError:
        return [whole]


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # longer than a name can be: an article was pasted here
        return False


def at_home(path: str) -> str:
    """`path` with the folder that a `~` at its beginning stands for, if there is one."""
    try:
        return str(Path(path).expanduser()) if path.startswith("~") else path
    except RuntimeError:  # nobody of that name
        return path

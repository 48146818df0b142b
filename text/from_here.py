"""Paths as one types them in the current folder."""

from __future__ import annotations

import os
from pathlib import Path


def from_here(path: Path) -> str:
    """`path`, from the current folder on where it lies below it."""
    try:
        return os.fspath(path.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return os.fspath(path)

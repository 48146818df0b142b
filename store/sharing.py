"""A store that several accounts of one group may write."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import StoreError


def share(path: Path) -> None:
    """Let the folder's group write the store at `path` and the folder, and own what is made there.

    SQLite gives the files that it makes beside a store the modes of the store, if it has them when
    it opens it. Raises StoreError.
    """
    folder = path.parent
    try:
        _allow(folder, 0o2070)
        path.touch()
        group = folder.stat().st_gid
        beside = (path.with_name(f"{path.name}{end}") for end in ("", "-wal", "-shm"))
        for place in filter(Path.exists, beside):
            # A file that was there before has the group of whoever made it.
            if place.stat().st_gid != group:
                os.chown(place, -1, group)
            _allow(place, 0o660)
    except OSError as error:
        raise StoreError(
            f"store {path}: cannot be shared with the group: {error.strerror}; let the owner of it"
            " and its folder do it"
        ) from None


def _allow(place: Path, more: int) -> None:
    """Set the bits `more` in a place's mode, which only its owner may, unless they are set."""
    mode = place.stat().st_mode & 0o7777
    if mode | more != mode:
        place.chmod(mode | more)

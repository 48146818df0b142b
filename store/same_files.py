"""Whether the files of an open store are still those that were opened."""

from __future__ import annotations

from pathlib import Path

from store.errors import StoreError

Number = tuple[int, int]
"""The device and the inode of a file."""


class SameFiles:
    """The files of a store as they stand while a connection to it is open.

    SQLite goes on writing to a file that was deleted or replaced: all would seem to be saved, and
    be gone with the program. Looking at both costs microseconds.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._wal = store.with_name(f"{store.name}-wal")
        self._numbers = _number(store), _number(self._wal)

    def refuse_others(self) -> None:
        """Raises StoreError where the store or its -wal is gone, or another file has its name."""
        store, wal = self._numbers
        if _number(self._store) != store:
            raise StoreError(
                f"store {self._store}: the file was deleted, moved or replaced while it was open;"
                " the last action was not kept: end jinbiao and put the file back, or a backup"
            )
        if _number(self._wal) != wal:
            raise StoreError(
                f"store {self._store}: its -wal file was deleted or replaced while it was open; the"
                " last action was not kept: end jinbiao, which saves what went before"
            )


def _number(path: Path) -> Number | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

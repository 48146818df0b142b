"""Copies of a store, made while it is in use and looked through before they count."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from store.driver import driver
from store.errors import StoreError
from text.errors import UsageError
from text.magic import SQLITE, what_is_at

if TYPE_CHECKING:
    from sqlite3 import Connection

KEPT = 3
"""How many automatic backups stand beside a store; the oldest one goes when another comes."""

_MARK = ".backup-"


def back_up(connection: Connection, store: Path, target: Path) -> None:
    """Copy the store behind `connection`, whose file is `store`, to `target` in one piece.

    Others may write meanwhile. The copy is checked, and only a sound one takes the place of an
    earlier backup called `target`. Raises UsageError for a place that cannot be written to or has
    something else, StoreError where the store or the copy is not sound.
    """
    _refuse_place(store, target)
    with _beside(target) as copy:
        try:
            with closing(driver.connect(copy, isolation_level=None)) as other:
                connection.backup(other)
                # One file, without a -wal that a copying hand could forget.
                other.execute("PRAGMA journal_mode = DELETE")
                found = other.execute("PRAGMA integrity_check").fetchone()[0]
        except driver.Error as error:
            raise StoreError(f"backup {target}: not made: {error}") from error
        if found != "ok":
            raise StoreError(
                f"store {store}: damaged, so no backup was made of it ({found}); see jinbiao check"
            )
        copy.chmod(store.stat().st_mode & 0o777)
        with copy.open("rb") as file:
            os.fsync(file.fileno())
        copy.replace(target)


def _refuse_place(store: Path, target: Path) -> None:
    """Raise UsageError where a backup called `target` would replace what is none."""
    try:
        if not target.exists():
            return
        if not target.is_file() or store.samefile(target):
            raise UsageError(f"backup {target}: that is no file of its own; name another")
        earlier = target.stat().st_size == 0 or what_is_at(target) == SQLITE
    except OSError as error:
        raise UsageError(f"backup {target}: cannot be read: {error.strerror}") from None
    if not earlier:
        raise UsageError(f"backup {target}: that is no backup, and stays as it is; name another")


def back_up_beside(connection: Connection, store: Path) -> Path:
    """Make an automatic backup, named after the moment; older ones than `KEPT` go.

    Where one has that name, it gets that of the next free second.
    """
    moments = count(int(time.time()))
    target = next(place for place in map(partial(_at, store), moments) if not place.exists())
    back_up(connection, store, target)
    # The one just made stays, also where the clock went back and others bear a later time.
    others = [backup for backup in automatic_backups(store) if backup != target]
    for old in others[KEPT - 1 :]:
        old.unlink(missing_ok=True)
    return target


def automatic_backups(store: Path) -> list[Path]:
    """The automatic backups of the store at `store`, the newest first."""
    prefix = f"{store.name}{_MARK}"
    found = [path for path in store.parent.iterdir() if path.name.startswith(prefix)]
    return sorted(found, reverse=True)


def _at(store: Path, moment: int) -> Path:
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(moment))
    return store.with_name(f"{store.name}{_MARK}{stamp}")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A place for a file on the way to `target`; what is left of it goes in the end."""
    try:
        folder = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise UsageError(f"backup {target}: cannot be written: {error.strerror}") from None
    try:
        yield folder / "copy"
    except OSError as error:
        raise UsageError(f"backup {target}: cannot be written: {error.strerror}") from None
    finally:
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()

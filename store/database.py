"""The connection to a store's SQLite file: opening it safely, and transactions.

Statements go straight to the driver; sqlite-utils, which makes and migrates the tables, would take
0.2 s to import before the first words are on the screen.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.backup import back_up, back_up_beside
from store.driver import driver
from store.errors import BusyError, StoreError
from store.same_files import SameFiles
from store.sharing import share
from text.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType, TracebackType

APPLICATION_ID = int.from_bytes(b"jnbi", "big")
"""Bytes 68 to 71 of the file: they tell a store from another program's database."""

VERSION = 9
"""The schema that this program writes (`user_version`): how many migrations there are."""

BUSY_SECONDS = 5.0
"""How long a transaction waits for another program's before it gives up, unless told otherwise."""

CACHE_KIB = 16_000
"""What SQLite may keep of the file in memory: ids are hashes, so neighbours lie far apart in it."""

_MAGIC = b"SQLite format 3\0"
_ID_AT = 68

_ADVICE = (
    (
        "readonly",
        "it or its folder may not be written; its owner can share it with the group (--group),"
        " or name another with --db",
    ),
    ("unable to open", "it cannot be opened; check that it and its folder may be written"),
    ("locked", "another program keeps it locked; try again when that has ended"),
    ("disk is full", "the disk is full; the last action was not kept"),
    ("disk I/O", "the disk failed to read or write; the last action was not kept"),
    ("malformed", "the file is damaged; go back to a backup"),
    ("not a database", "the file is damaged; go back to a backup"),
)

_WITHIN = ("SAVEPOINT inner_block", "RELEASE inner_block", "ROLLBACK TO inner_block")

Row = tuple[Any, ...]


class Database:
    """One connection to one store.

    Every driver error leaves as a StoreError that names the file and says what to do.
    """

    def __init__(self, path: Path, *, group: bool = False) -> None:
        self.path = path
        self._errors = _Errors(path)
        self._refuse_strangers()
        if group:
            share(path)
        with self._errors:
            self._connection = driver.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        self._files: SameFiles | None = None
        try:
            self._prepare()
            self._files = SameFiles(path)
        except BaseException:
            self._connection.close()
            raise

    def wait_at_most(self, seconds: float) -> None:
        """Let transactions wait so long for other programs' before they raise BusyError."""
        self.run(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def close(self) -> None:
        """Close the connection; the last one to close tidies the -wal file away."""
        with self._errors:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything in the block or nothing of it; on disk when the outermost block has ended.

        `BEGIN IMMEDIATE`, because a transaction that reads first and then writes fails at once,
        whatever the busy timeout, when another connection wrote in between. A block within a block
        is undone by itself where it fails. Raises StoreError, before anything is written, where the
        file is no longer the one that was opened.
        """
        if self._files:
            self._files.refuse_others()
        with self._errors:
            if self._connection.in_transaction:
                begin, commit, rollback = _WITHIN
            else:
                begin, commit, rollback = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
            self._connection.execute(begin)
            with self._ending(commit, rollback):
                yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads in the block see the store at one moment."""
        with self._errors:
            self._connection.execute("BEGIN")
            with self._ending("COMMIT", "ROLLBACK"):
                yield

    def run(self, sql: str, *parameters: object) -> int:
        """Execute one statement; how many rows it changed."""
        with self._errors:
            return self._connection.execute(sql, parameters).rowcount

    def insert(self, sql: str, *parameters: object) -> int:
        """Execute one INSERT; the rowid it gave."""
        with self._errors:
            rowid = self._connection.execute(sql, parameters).lastrowid
        return rowid or 0

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Execute one statement for each row of parameters."""
        with self._errors:
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, *parameters: object) -> list[Row]:
        """All rows that a query gives."""
        with self._errors:
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, *parameters: object) -> Row | None:
        """The first row that a query gives, if any."""
        with self._errors:
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
        return found

    def back_up(self, target: Path) -> None:
        """Copy the store to `target` while it is in use. Raises as `store.backup` says."""
        back_up(self._connection, self.path, target)

    def back_up_beside(self) -> Path:
        """Make an automatic backup beside the store. Raises StoreError where it cannot be made."""
        try:
            return back_up_beside(self._connection, self.path)
        except UsageError as error:
            raise StoreError(f"store {self.path}: {error}; nothing was changed") from None

    @contextmanager
    def _ending(self, commit: str, rollback: str) -> Iterator[None]:
        try:
            yield
            self._connection.execute(commit)
        except BaseException:
            # Some errors (a full disk) have already ended the transaction.
            if self._connection.in_transaction:
                self._connection.execute(rollback)
            raise

    def _refuse_strangers(self) -> None:
        """Look at the file before SQLite does, which would already touch a -wal beside it."""
        try:
            head = self._head()
        except OSError as error:
            raise StoreError(f"store {self.path}: cannot be read: {error.strerror}") from None
        if head and not head.startswith(_MAGIC):
            raise self._stranger("is no SQLite file")
        if int.from_bytes(head[_ID_AT:], "big") not in (0, APPLICATION_ID):
            raise self._stranger("belongs to another program")

    def _head(self) -> bytes:
        """The beginning of the file; empty where there is none yet."""
        if not self.path.parent.is_dir():
            raise StoreError(
                f"store {self.path}: the folder {self.path.parent} does not exist; create it,"
                " or name another store with --db"
            )
        if not self.path.exists():
            return b""
        if not self.path.is_file():
            raise self._stranger("is no file")
        with self.path.open("rb") as file:
            return file.read(_ID_AT + 4)

    def _prepare(self) -> None:
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA synchronous = FULL")
        self.run(f"PRAGMA cache_size = -{CACHE_KIB}")
        if self._version() < VERSION:
            self._migrate()
        # Only after the migrations: the marks that tell a store must stand in the file itself,
        # where strangers look for them, and not in a -wal beside it.
        self.run("PRAGMA journal_mode = WAL")
        # A store that cannot be written is found out now, not at the first decision.
        with self.transaction():
            pass

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        found = self.row("PRAGMA data_version")
        return found[0] if found else 0

    def _version(self) -> int:
        """The schema of the file; 0 for a new one. Raises StoreError if it is not ours to use."""
        version: int = (self.row("PRAGMA user_version") or (0,))[0]
        ours = self.row("PRAGMA application_id") == (APPLICATION_ID,)
        if not ours and self.row("SELECT 1 FROM sqlite_master"):
            raise self._stranger("belongs to another program")
        if version > VERSION:
            raise StoreError(
                f"store {self.path}: made by a newer jinbiao (schema {version}, this one knows"
                f" {VERSION}); update jinbiao, or name another store with --db"
            )
        return version

    def _migrate(self) -> None:
        migrations = _migrations()
        if self._version():
            self.back_up_beside()
        with self.transaction():
            # Another process may have done it while this one waited for the lock.
            if self._version() < VERSION:
                migrations.migrate(self._connection)
                self.run(f"PRAGMA application_id = {APPLICATION_ID}")
                self.run(f"PRAGMA user_version = {VERSION}")

    def _stranger(self, what: str) -> StoreError:
        return StoreError(
            f"store {self.path}: {what}; it was left as it is; name another store with --db"
        )


class _Errors:
    """Within it the driver's errors become StoreErrors.

    Not made anew for each statement: that would cost as much as a small statement does.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, driver.Error):
            failure = BusyError if "locked" in str(error) else StoreError
            raise failure(f"store {self._path}: {_advice(str(error))}") from error
        if isinstance(error, UnicodeEncodeError):
            # SQLite keeps text as UTF-8, which has no lone surrogates.
            raise StoreError(
                f"store {self._path}: cannot keep text with lone surrogates in it"
            ) from None


def _advice(error: str) -> str:
    told = next((advice for words, advice in _ADVICE if words in error), None)
    return f"{told} ({error})" if told else error


def _migrations() -> ModuleType:
    """The migrations, imported only for a store that needs them, and without numpy and pandas.

    sqlite-utils imports these where they are installed, for column types that no table here has;
    it takes half its time, and the process that draws does without.
    """
    spared = {"numpy", "pandas"} - sys.modules.keys()
    sys.modules.update(dict.fromkeys(spared))  # type: ignore[arg-type]  # None bars an import
    try:
        return importlib.import_module("store.migrations")
    finally:
        for name in spared:
            del sys.modules[name]

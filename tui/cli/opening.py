"""The store of the global options, open for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import StoreError
from store.store import Store
from tui.cli.settings import Settings


@contextmanager
def opened_store(settings: Settings, *, new: bool = False) -> Iterator[Store]:
    """The store, closed at the end; with `new` it is made where there is none yet.

    Raises StoreError where it cannot be used, UsageError for a name, SchemeError for a scheme.
    """
    if not new and not settings.db.exists():
        raise StoreError(
            f"there is no store at {settings.db}; `jinbiao review PATH…` makes one,"
            " --db names another"
        )
    store = Store.open(settings.db, settings.person, settings.scheme(), group=settings.group)
    try:
        yield store
    finally:
        store.close()

"""What other processes write to the store, noticed while the bench is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from store.errors import BusyError, StoreError
from store.store import Store
from tui.review.holding import Holding

LOOK_SECONDS = 1.0
"""How often others' writing is looked for; a look costs microseconds where there is none."""


class StoreChanged(Message, bubble=False):
    """Another process wrote to the store."""


class Watch:
    """Looks whether others wrote, and keeps the claim up meanwhile.

    `changed` is called after others wrote, `failed` when the store cannot be used any more, once
    until it can again.
    """

    def __init__(
        self,
        store: Store,
        holding: Holding,
        changed: Callable[[], None],
        failed: Callable[[StoreError], None],
    ) -> None:
        self._store = store
        self._holding = holding
        self._changed = changed
        self._failed = failed
        self._well = True

    def look(self) -> None:
        """Look once."""
        try:
            if self._store.changed_elsewhere():
                self._changed()
            self._holding.keep_up()
        except BusyError:
            # Somebody writes at length; the claim lasts, and the next look is soon.
            return
        except StoreError as error:
            if self._well:
                self._failed(error)
            self._well = False
            return
        self._well = True

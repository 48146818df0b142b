"""A thread that does one thing after another."""

from __future__ import annotations

from collections.abc import Callable
from queue import LifoQueue
from threading import Thread


class Lane:
    """Does what it is given, one at a time; of what waits the newest first.

    The newest is what somebody has just come to. An exception in it is one of its thread's.
    """

    def __init__(self) -> None:
        self._waiting: LifoQueue[Callable[[], object]] = LifoQueue()
        Thread(target=self._go_on, daemon=True).start()

    def put(self, work: Callable[[], object]) -> None:
        """Have `work` done; returns at once."""
        self._waiting.put(work)

    def finish(self) -> None:
        """Wait until all is done."""
        self._waiting.join()

    def _go_on(self) -> None:
        while True:
            work = self._waiting.get()
            work()
            self._waiting.task_done()

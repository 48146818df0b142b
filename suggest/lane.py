"""A thread that does one thing after another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from queue import LifoQueue
from threading import Thread

Work = Callable[[], object]

DEEPEST = 8
"""How many may be under way at once, of which all but the newest stand still."""


class Lane:
    """Does what it is given, one at a time; of what waits the newest first.

    The newest is what somebody has just come to. An exception in it is one of its thread's.
    """

    def __init__(self) -> None:
        self._numbers = count(1)
        self._waiting: LifoQueue[tuple[int, Work]] = LifoQueue()
        self._under_way: list[int] = []
        Thread(target=self._go_on, daemon=True).start()

    def put(self, work: Work) -> None:
        """Have `work` done; returns at once. One thread alone may put."""
        self._waiting.put((next(self._numbers), work))

    def give_way(self) -> None:
        """Do what was put after the work at hand; that work calls this itself, now and then."""
        while len(self._under_way) < DEEPEST and self._newest_waiting() > self._under_way[-1]:
            self._do_one()

    def finish(self) -> None:
        """Wait until all is done."""
        self._waiting.join()

    def _newest_waiting(self) -> int:
        """The number of what waits and was put last, 0 where nothing waits."""
        with self._waiting.mutex:
            return self._waiting.queue[-1][0] if self._waiting.queue else 0

    def _go_on(self) -> None:
        while True:
            self._do_one()

    def _do_one(self) -> None:
        number, work = self._waiting.get()
        self._under_way.append(number)
        work()
        self._under_way.pop()
        self._waiting.task_done()

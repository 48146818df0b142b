"""Work spread over processes, its results in the order of its inputs."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import TypeVar

from text.errors import JinbiaoError

UNDER_WAY = 2
"""Items under way for each process: one at work and one waiting, so that none idles."""

In = TypeVar("In")
Out = TypeVar("Out")


class LostProcessError(JinbiaoError):
    """A process of ours died at work, most often for want of memory."""


def spread(
    work: Callable[[In], Out], items: Iterable[In], workers: int
) -> Generator[tuple[In, Out], None, None]:
    """Yield each of `items` with `work(item)`, in their order, computed by `workers` processes.

    `work`, items and results must pickle. Items are drawn as results are taken, so neither piles
    up. Closing the iterator ends the processes at once. Raises what `work` raises, and
    LostProcessError where a process died.
    """
    others = {child.pid for child in active_children()}
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_parent)
    waiting: deque[tuple[In, Future[Out]]] = deque()
    try:
        for item in items:
            with _interrupts_held():
                waiting.append((item, pool.submit(work, item)))
            if len(waiting) == UNDER_WAY * workers:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    except BrokenProcessPool:
        raise LostProcessError(
            "a suggesting process died; with less than 1 GB of memory each, use fewer --workers"
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            if child.pid not in others:
                child.terminate()


def _first(waiting: deque[tuple[In, Future[Out]]]) -> tuple[In, Out]:
    item, future = waiting.popleft()
    return item, future.result()


def _end_with_parent() -> None:
    """Let this process not outlive one that was killed without a chance to end it."""
    parent = parent_process()

    def wait_and_leave() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait_and_leave, daemon=True).start()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started in here never see Ctrl-C: the terminal sends it to all, we end them.

    A blocked signal stays blocked in what is started meanwhile, from its first instruction on.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

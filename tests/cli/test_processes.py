"""Work spread over processes comes back in order, and ends when it should."""

import os
import signal
import subprocess
import sys
import time
from itertools import count
from multiprocessing import active_children
from pathlib import Path

import pytest

from tui.jobs.processes import UNDER_WAY, LostProcessError, spread


def _late_if_even(number: int) -> int:
    time.sleep(0.2 if number % 2 == 0 else 0)
    return number * number


def _die(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _fail(number: int) -> int:
    raise ValueError(f"no {number}")


def test_results_come_in_the_order_of_the_items() -> None:
    """A slow item holds back the quick ones behind it, and each comes with its item."""
    assert list(spread(_late_if_even, range(6), 2)) == [(n, n * n) for n in range(6)]


def test_items_are_drawn_as_results_are_taken() -> None:
    """An endless input is no more ahead of its results than the processes need."""
    drawn = count()
    results = spread(_late_if_even, drawn, 2)
    next(results)
    results.close()
    assert next(drawn) == UNDER_WAY * 2


def test_closing_ends_the_processes() -> None:
    """Nobody is left at work once the iterator is closed."""
    # What another test of this process started may still be on its way out.
    others = {child.pid for child in active_children()}
    results = spread(time.sleep, [0.0, 3600.0, 3600.0], 2)
    next(results)
    busy = [child.pid for child in active_children() if child.pid not in others]
    results.close()
    assert busy
    # The pool's own thread may have taken a child's end before us, so the children are not asked.
    deadline = time.monotonic() + 30
    while any(_is_there(process) for process in busy):
        assert time.monotonic() < deadline, "a process outlives its work"
        time.sleep(0.05)


def _is_there(process: int | None) -> bool:
    """Whether a process runs, a zombie not counted."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_that_died_is_told() -> None:
    """What the system killed, say for want of memory, is an error with advice."""
    with pytest.raises(LostProcessError, match="--workers"):
        list(spread(_die, range(4), 2))


def test_an_error_of_the_work_arrives_here() -> None:
    """An exception in a process is raised where its result would have come."""
    with pytest.raises(ValueError, match="no 0"):
        list(spread(_fail, range(3), 2))


def test_processes_do_not_outlive_a_killed_parent() -> None:
    """Even where the parent had no chance to end them, they go."""
    script = (
        "import time\n"
        "from tui.jobs.processes import spread\n"
        "results = spread(time.sleep, [0.0, 3600.0], 1)\n"
        "next(results)\n"
        "print('at work', flush=True)\n"
        "time.sleep(3600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"at work\n"
        parent.kill()
        # The process at work holds the same pipe: its end of it is closed only when it is gone.
        parent.communicate(timeout=30)

"""Eight people deciding at once: `python -m tests.soak.writers [SECONDS]`.

Each takes a decision every 50 ms. None may fail or be lost; how long they take stands beside the
same number of writers that insert one row into a plain SQLite file.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.figures import line, percentile
from bench.store import bare
from store.checking import check
from store.store import Store
from tests.soak.crash import IT, SENTENCE
from tests.soak.forking import ended_well, said, start
from text.scheme import default_scheme

SECONDS = 60.0
WRITERS = 8
PAUSE = 0.05


def main() -> None:
    """Let them write, and print what it took."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        ours = decisions(Path(folder) / "s.db", seconds)
        theirs = rows(Path(folder) / "plain.db", seconds)
    for share, name in ((0.5, "median"), (0.99, "p99"), (1.0, "longest")):
        mine, plain = (percentile(times, share) * 1000 for times in (ours, theirs))
        line(f"{name} of {len(ours):,} decisions", f"{mine:.2f} ms", f"raw {plain:.2f} ms")


def decisions(path: Path, seconds: float) -> list[float]:
    """How many seconds each decision took. Raises AssertionError where one failed or is lost."""
    store = Store.open(path, "0", default_scheme())
    store.add(IT)
    store.close()
    times = _together(partial(_decide, path), seconds)
    store = Store.open(path, "0", default_scheme())
    assert store.db.row("SELECT count(*) FROM edits") == (len(times),)
    assert [finding.what for finding in check(store.db, store.scheme) if finding.wrong] == []
    store.close()
    return times


def rows(path: Path, seconds: float) -> list[float]:
    """The same for one row a transaction, by SQLite alone."""
    connection = bare(path)
    connection.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, words TEXT)")
    connection.close()
    return _together(partial(_insert, path), seconds)


def _together(work: Callable[[int, float, int], None], seconds: float) -> list[float]:
    end = time.monotonic() + seconds
    children = [start(partial(work, number, end)) for number in range(WRITERS)]
    times = [float(told) for child in children for told in said(child)]
    ended = [ended_well(child) for child in children]
    assert all(ended)
    return times


def _decide(path: Path, number: int, end: float, output: int) -> None:
    reading = Store.open(path, str(number), default_scheme()).reading(IT.id)
    places = len(IT.revision.text) // len(SENTENCE)
    done = 0
    while time.monotonic() < end:
        place = done % places * len(SENTENCE)
        label = "ORG" if done // places % 2 == 0 else "LOC"
        begun = time.perf_counter()
        # An added span gives way to the next one over it, so every decision is one.
        edit = reading.add(place, place + 6, label)
        os.write(output, f"{time.perf_counter() - begun}\n".encode())
        assert edit
        done += 1
        time.sleep(PAUSE)


def _insert(path: Path, number: int, end: float, output: int) -> None:
    connection = bare(path)
    connection.execute("PRAGMA busy_timeout = 5000")
    while time.monotonic() < end:
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO log (words) VALUES (?)", (f"{number}" * 400,))
        connection.execute("COMMIT")
        os.write(output, f"{time.perf_counter() - begun}\n".encode())
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()

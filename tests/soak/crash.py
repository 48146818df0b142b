"""Two reviewers, killed again and again in the middle: `python -m tests.soak.crash [KILLS]`.

What a reviewer was told is decided must be in the store afterwards, and the store must be sound.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from store.checking import check
from store.errors import ConflictError
from store.reading import Edit, Reading
from store.store import Store
from tests.soak.forking import Child, said, start
from tests.store.building import article
from text.scheme import default_scheme
from text.span import Suggestion

KILLS = 500
PEOPLE = ("ann", "bob")
SENTENCE = "甘肃科技集团到2025年工业总产值突破2300亿元。"
IT = article(SENTENCE * 100)
CHECKED_EVERY = 50
LONGEST_LIFE = 0.2
"""Seconds that a reviewer lives at most: opening takes a part of it."""


def main() -> None:
    """Kill, look, and say what was found."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        shown, edits = crash(Path(folder) / "s.db", kills, seed=1)
    seconds = time.perf_counter() - begun
    print(
        f"{kills} kills in {seconds:.0f} s: {shown:,} edits were shown, none of them lost;"
        f" {edits:,} are in the log; check found nothing"
    )


def crash(path: Path, kills: int, seed: int) -> tuple[int, int]:
    """Kill reviewers of a store at `path` so many times; how many edits were shown and are there.

    Raises AssertionError where something is lost or not sound.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    _prepare(path)
    shown = 0
    for turn in range(0, kills, len(PEOPLE)):
        children = [
            start(partial(_review, path, person, chance.randrange(1 << 30))) for person in PEOPLE
        ]
        for child in chance.sample(children, len(children)):
            time.sleep(chance.random() * LONGEST_LIFE / 2)
            os.kill(child.pid, signal.SIGKILL)
        shown += sum(_told_the_truth(path, child) for child in children)
        if turn % CHECKED_EVERY == 0:
            _sound(path)
    return shown, _sound(path)


def _prepare(path: Path) -> None:
    store = Store.open(path, "ann", default_scheme())
    store.add(IT)
    starts = range(0, len(IT.revision.text), len(SENTENCE))
    found = [Suggestion(place, place + 6, "ORG", {}, 0.5, "soak") for place in starts]
    store.put_suggestions(IT.id, "soak", "1", found)
    store.close()


def _review(path: Path, person: str, seed: int, output: int) -> None:
    """Decide at random until killed; each edit is told as soon as the verb has returned."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    reading = Store.open(path, person, default_scheme()).reading(IT.id)
    while True:
        edit = _decide(reading, chance)
        if edit:
            os.write(output, f"{edit.id} {edit.verb}\n".encode())


def _decide(reading: Reading, chance: random.Random) -> Edit | None:
    mark = chance.choice(reading.marks)
    span = mark.span
    place = chance.randrange(len(IT.revision.text) - 9)
    verbs: tuple[Callable[[], Edit | None], ...] = (
        lambda: reading.accept(mark.id),
        lambda: reading.reject(mark.id),
        lambda: reading.relabel(mark.id, chance.choice(("ORG", "LOC", "TARGET"))),
        lambda: reading.move(mark.id, span.start, span.end + chance.randint(-2, 2)),
        lambda: reading.add(place, place + chance.randint(1, 9), "PROJECT"),
        reading.reopen if reading.status == "done" else reading.finish,
        reading.undo,
        reading.redo,
    )
    try:
        return chance.choice(verbs)()
    except ConflictError:
        # The process killed before this one may have been committing as this one opened.
        return None


def _told_the_truth(path: Path, child: Child) -> int:
    """How many edits a killed reviewer had told; all of them are in the log as they were told."""
    os.waitpid(child.pid, 0)
    told = [line.split(" ") for line in said(child)]
    store = Store.open(path, "ann", default_scheme())
    for edit, verb in told:
        assert store.db.row("SELECT verb FROM edits WHERE id = ?", int(edit)) == (verb,), edit
    store.close()
    return len(told)


def _sound(path: Path) -> int:
    """How many edits there are; the store has no finding."""
    store = Store.open(path, "ann", default_scheme())
    wrong = [finding.what for finding in check(store.db, store.scheme) if finding.wrong]
    (edits,) = store.db.row("SELECT count(*) FROM edits") or (0,)
    store.close()
    assert wrong == [], wrong
    return int(edits)


if __name__ == "__main__":
    main()

"""Whether memory stays flat while ten thousand articles are suggested for.

By `jinbiao suggest` over files, in one process and in two, and by the process that the bench asks.
Articles are made of sentences of the gold articles with other digits and names, so that no two are
alike and words keep coming that were not seen before.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from bench.figures import line
from suggest.client import Worker
from suggest.messages import Request

GOLD = Path(__file__).parents[1] / "tests" / "gold"
MARKS = (1_000, 5_000, 10_000)
"""Articles after which memory is read."""
ARTICLES = 10_050
"""More than the last mark: where no work is left, processes end."""
LENGTH = 150
"""Code points that an article has at least."""
STRANGERS = range(0x4E00, 0x9FA5)
SHARE_OF_STRANGERS = 0.02
"""The characters that any other may turn into, and how many do."""
KILOBYTES = 2**10  # in a megabyte
HELPER = 20 * KILOBYTES
"""Kilobytes that a process has at most which only looks after others."""


def main() -> None:
    """Print how much memory the processes have resident after so many articles."""
    print_growth("the process behind the bench", by_worker())
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(articles()):
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        for workers in (1, 2):
            print_growth(f"suggest --workers {workers}", by_command(folder, workers))


def print_growth(name: str, work: Iterable[object]) -> None:
    """Print a line for each of MARKS while `work` goes through the articles."""
    first = 0
    for done, _ in enumerate(work, 1):
        if done in MARKS:
            sizes = sorted(resident(), reverse=True)
            first = first or sum(sizes)
            told = " + ".join(f"{size / KILOBYTES:.0f}" for size in sizes)
            line(f"{name}, {done:,} articles", f"{told} MB", ratio=sum(sizes) / first)


def by_worker() -> Iterator[object]:
    """The answers of the process that the bench asks, one after another."""
    worker = Worker()
    with asyncio.Runner() as runner:
        runner.run(worker.start())
        for number, text in enumerate(articles()):
            yield runner.run(worker.suggest(Request(str(number), text)))
        runner.run(worker.close())


def by_command(folder: str, workers: int) -> Iterator[object]:
    """The lines of `jinbiao suggest` for the articles in `folder`; it waits for who reads them."""
    command = [sys.executable, "-m", "tui", "suggest", folder, "--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        yield from process.stdout or ()


def resident() -> list[int]:
    """Kilobytes of each process below this one that does more than keep count of others."""
    parents, sizes = {}, {}
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = dict(entry.split(":\t", 1) for entry in status.read_text().splitlines())
            pid = int(status.parent.name)
            parents[pid] = int(fields["PPid"])
            sizes[pid] = int(fields.get("VmRSS", "0 kB").split()[0])
    below = [os.getpid()]
    for parent in below:
        below += [pid for pid, its_parent in parents.items() if its_parent == parent]
    return [sizes[pid] for pid in below[1:] if sizes[pid] > HELPER]


def articles() -> Iterator[str]:
    """Short articles, each with its own figures and names."""
    random = Random(0)  # noqa: S311 - the same articles each time
    sentences = [
        sentence
        for path in sorted(GOLD.glob("*/*.json"))
        for sentence in re.findall(r"[^。\n]+[。\n]", json.loads(path.read_text("utf-8"))["text"])
    ]
    for _ in range(ARTICLES):
        article = ""
        while len(article) < LENGTH:
            article += "".join(varied(random.choice(sentences), random))
        yield article


def varied(sentence: str, random: Random) -> Iterator[str]:
    """The characters of a sentence with other digits, and some that do not belong."""
    for character in sentence:
        if character.isdecimal():
            yield str(random.randint(1, 9))
        elif character.isalpha() and random.random() < SHARE_OF_STRANGERS:
            yield chr(random.choice(STRANGERS))
        else:
            yield character


if __name__ == "__main__":
    main()

"""How much of GBK read one byte off comes back, whether what is certain is right, and how fast."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from opencc import OpenCC

from bench.figures import line
from tests.text.damage.gbk import first_bytes_lost, half_width, quoted
from tests.text.restored_runs import Figures, measured
from tests.text.sound import article
from text.repairs import gbk

ROOT = Path(__file__).parent.parent
SEEDS = range(60, 70)
LENGTH = 6_000
RUNS = 5


def main() -> None:
    """Print the figures by kind of text and script, and what a run and a clean text take."""
    for kind, texts in (("grammar", generated), ("news", news)):
        for script, convert in (("simplified", str), ("traditional", OpenCC("s2t").convert)):
            restored(f"{kind}, {script}", texts, convert)
    speed()


def restored(name: str, texts: Callable[[], Iterator[str]], convert: Callable[[str], str]) -> None:
    """Print what came back of all runs in `texts`."""
    figures = Figures()
    for seed, text in enumerate(texts()):
        sound = convert(text)
        damage = first_bytes_lost(sound, Random(seed))  # noqa: S311 - the same runs each time
        figures.add(measured(sound, damage))
    line(
        f"{name}: runs found and exact",
        f"{figures.found / figures.runs:.1%}",
        f"exact {figures.exact / figures.runs:.1%} of {figures.runs}, false {figures.false}",
    )
    line(
        f"{name}: characters restored",
        f"{figures.right / figures.characters:.2%}",
        f"of {figures.characters}",
    )
    line(
        f"{name}: certain ones right (asked: 99 %)",
        f"{figures.certain_right / figures.certain:.2%}",
        f"certain {figures.certain / figures.characters:.1%}",
    )


def generated() -> Iterator[str]:
    """Texts of dictionary words in which quotes close before the next sentence."""
    return (half_width(article(seed, LENGTH)) for seed in SEEDS)


def news() -> Iterator[str]:
    """The gold articles, with quotes around half of their sentences."""
    for path in sorted(ROOT.joinpath("tests", "gold").glob("*/*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))["text"]
        yield quoted(half_width(text), Random(len(text)))  # noqa: S311 - the same quotes each time


def speed() -> None:
    """Print the time for the nine runs of the seeds, beside OpenCC for all, and for sound text."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/*.txt"))]
    convert = OpenCC("t2s").convert
    theirs = best(lambda: [convert(text) for text in texts])
    ours = best(lambda: [gbk.find(text) for text in texts])
    line(
        "nine runs in five seeds",
        f"{ours * 1e3:.1f} ms",
        f"OpenCC t2s {theirs * 1e3:.1f} ms",
        ours / theirs,
    )
    sound = article(0, 100_000, half_width=True)
    line("sound text", f"{best(lambda: gbk.find(sound)) / len(sound) * 1e9:.1f} µs/1000 chars")


def best(work: Callable[[], object]) -> float:
    """Seconds that the quickest of a few calls takes."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()

"""How fast the cleaner is: beside bare OpenCC on the same text, and as the text grows."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from opencc import OpenCC

from bench.figures import line, median
from text.cleaning import clean

SEEDS = Path(__file__).parent.parent / "seeds"
RUNS = 5
MEGABYTE = 2**20
SIZES = (1, 2, 5, 10)


def main() -> None:
    """Print characters a second beside OpenCC's, time by size, and memory by size of the text."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    beside_opencc("the seeds, one by one", seeds)
    for path, text in zip(sorted(SEEDS.glob("*.txt")), seeds, strict=True):
        beside_opencc(path.name[:3], [text])
    together = "\n".join(seeds)
    beside_opencc("the seeds in one text", [together])
    grown(together)
    memory(together)


def beside_opencc(name: str, texts: Sequence[str]) -> None:
    """Print both rates, and the chain's over OpenCC's (asked: at least 0.5)."""
    convert = OpenCC("t2s").convert
    each(clean, texts), each(convert, texts)  # both read their tables at the first call
    length = sum(map(len, texts))
    ours = length / median([seconds(lambda: each(clean, texts)) for _ in range(RUNS)])
    theirs = length / median([seconds(lambda: each(convert, texts)) for _ in range(RUNS)])
    line(f"{name}: the whole chain", rate(ours), f"OpenCC t2s {rate(theirs)}", ours / theirs)


def each(function: Callable[[str], object], texts: Sequence[str]) -> None:
    """Call `function` with one text after another."""
    for text in texts:
        function(text)


def grown(text: str) -> None:
    """Print the time that a megabyte takes as the text grows: even when the chain is linear."""
    first = None
    for size in SIZES:
        spent = seconds(partial(clean, repeated(text, size * MEGABYTE))) / size
        first = first or spent
        line(f"{size} MB", f"{spent:.2f} s a MB", f"of 1 MB {first:.2f}", spent / first)


def memory(text: str) -> None:
    """Print the peak of what Python allocated for cleaning, over the bytes (asked: below 20)."""
    grown_text = repeated(text, MEGABYTE)
    size = len(grown_text.encode())
    tracemalloc.start()
    clean(grown_text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    line("peak memory", f"{peak >> 20} MB", f"text {size / MEGABYTE:.1f} MB", peak / size)


def rate(characters: float) -> str:
    """Code points a second, in words."""
    return f"{characters / 1e6:.2f} M chars/s"


def repeated(text: str, size: int) -> str:
    """`text` as often as makes about `size` bytes of UTF-8."""
    return "\n".join([text] * max(1, round(size / len(text.encode()))))


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()

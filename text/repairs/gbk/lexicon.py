"""The words of jieba's dictionary with their frequencies, looked up without importing jieba."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

TOTAL = 60_101_964
"""The sum of all frequencies in dict.txt of jieba 0.42.1."""


class Entry(NamedTuple):
    """The words that begin with one character.

    `frequencies` of the words; by each beginning of a word that goes on, the frequency of the
    `commonest` such word and the characters that are its `followers`.
    """

    frequencies: dict[str, int]
    commonest: dict[str, int]
    followers: dict[str, set[str]]


@cache
def entry(first: str) -> Entry:
    """The words that begin with the character `first`."""
    lines = _lines()
    frequencies: dict[str, int] = {}
    commonest: dict[str, int] = {}
    followers: dict[str, set[str]] = defaultdict(set)
    for line in lines[bisect_left(lines, first) : bisect_left(lines, f"{first}\U0010ffff")]:
        word, count, _ = line.split(" ", 2)
        frequency = frequencies[word] = int(count)
        for end in range(1, len(word)):
            start = word[:end]
            followers[start].add(word[end])
            if frequency > commonest.get(start, 0):
                commonest[start] = frequency
    return Entry(frequencies, commonest, dict(followers))


@cache
def _lines() -> list[str]:
    """The lines `word frequency tag` of the dictionary, in order: about 0.1 s, once a process."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed: install jinbiao with its dependencies")
    lines = (Path(spec.origin).parent / "dict.txt").read_text("utf-8").split("\n")
    lines.sort()
    return lines

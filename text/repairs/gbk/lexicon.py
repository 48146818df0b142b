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
LONGEST = 8
"""Words of more characters are left out."""


class Frequency(NamedTuple):
    """How often a word stands in jieba's corpus, and the commonest word that goes on after it."""

    word: int
    longer: int


class Entry(NamedTuple):
    """The words that begin with one character.

    `frequencies` of the words and their beginnings; `followers`: the characters that go on after
    each beginning.
    """

    frequencies: dict[str, Frequency]
    followers: dict[str, frozenset[str]]


@cache
def entry(first: str) -> Entry:
    """The words that begin with the character `first`."""
    lines = _lines()
    words: dict[str, int] = {}
    longer: dict[str, int] = defaultdict(int)
    followers: dict[str, set[str]] = defaultdict(set)
    for line in lines[bisect_left(lines, first) : bisect_left(lines, chr(ord(first) + 1))]:
        word, tail, _ = line.split(" ", 2)
        if len(word) <= LONGEST:
            frequency = words[word] = int(tail)
            for end in range(1, len(word)):
                start = word[:end]
                followers[start].add(word[end])
                longer[start] = max(longer[start], frequency)
    return Entry(
        {word: Frequency(words.get(word, 0), longer.get(word, 0)) for word in words | longer},
        {start: frozenset(following) for start, following in followers.items()},
    )


@cache
def _lines() -> list[str]:
    """The lines `word frequency tag` of the dictionary, in order: about 0.1 s, once a process."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed: install jinbiao with its dependencies")
    lines = (Path(spec.origin).parent / "dict.txt").read_text("utf-8").split("\n")
    lines.sort()
    return lines

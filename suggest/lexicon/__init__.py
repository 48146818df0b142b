"""Public word lists of the grammar; each file says in its first lines what it holds and whence."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list `name`, which its file parts with white space."""
    return frozenset(word for line in _lines(name) for word in line.split())


def alternatives(name: str) -> str:
    """The words of the list `name` as a group of a regular expression, the longest first."""
    longest_first = sorted(words(name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@cache
def pattern(*names: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern for the words of the lists `names`, with what must stand before and after them."""
    return re.compile(before + "(?:" + "|".join(map(alternatives, names)) + ")" + after)


@cache
def divisions() -> dict[str, str]:
    """Full names of the administrative divisions of China and the short name of each."""
    return {full: short for _, full, short in map(str.split, _lines("divisions"))}


@cache
def ranks() -> dict[str, str]:
    """The ranks of the divisions of a name, full or short: 1 province, 2 prefecture, 3 county."""
    found: dict[str, str] = {}
    for rank, full, short in map(str.split, _lines("divisions")):
        for name in {full, short}:
            found[name] = found.get(name, "") + rank
    return found


@cache
def known_places() -> frozenset[str]:
    """Names that hardly mean anything but a place: 浙江省, 浙江, 嘉兴, 嘉善县, 长三角."""
    ranked = list(map(str.split, _lines("divisions")))
    short = {short for rank, _, short in ranked if rank != "3" and len(short) > 1}
    return frozenset(full for _, full, _ in ranked if len(full) > 2) | short | words("regions")


@cache
def possible_places() -> frozenset[str]:
    """The known places and the short names of counties, which can mean other things: 和平."""
    return known_places() | frozenset(short for short in divisions().values() if len(short) > 1)


def _lines(name: str) -> list[str]:
    content = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in content.splitlines() if line and not line.startswith("#")]

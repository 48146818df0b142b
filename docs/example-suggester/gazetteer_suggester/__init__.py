"""A suggester for jinbiao: the organisations in `names.txt` are ORG wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from text.span import Suggestion

SCORE = 0.97
"""A name from a list is seldom wrong, but 和平 may be a bank or peace."""


class Gazetteer:
    """Finds names of a list; of two that begin at the same place the longer one."""

    def __init__(self) -> None:
        content = files(__package__).joinpath("names.txt").read_text(encoding="utf-8")
        lines = (line.strip() for line in content.splitlines())
        names = [line for line in lines if line and not line.startswith("#")]
        longest_first = sorted(names, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def suggest(self, text: str, **_: object) -> Iterator[Suggestion]:
        """Every place where a name of the list stands in `text`."""
        for found in self._names.finditer(text):
            yield Suggestion(found.start(), found.end(), "ORG", score=SCORE)

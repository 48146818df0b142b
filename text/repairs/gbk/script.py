"""In which script an article stands, and what a form of a character costs in it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path

RAREST = log(1e-4)
"""The cost of a form that the article has no reason to use."""


class Script:
    """The script of one article: simplified, traditional or mixed, as its characters tell."""

    def __init__(self, context: str) -> None:
        """Count the characters of `context` that only one of the two scripts has."""
        self._counts = Counter(context)
        traditional = sum(n for c, n in self._counts.items() if c in _simplified())
        simplified = sum(n for c, n in self._counts.items() if c not in forms(c))
        self._traditional = (traditional + 0.5) / (traditional + simplified + 1)
        self._costs: dict[str, float] = {}

    def cost(self, character: str) -> float:
        """The log probability that the article writes a word's character in this form."""
        cost = self._costs.get(character)
        if cost is None:
            cost = self._costs[character] = self._cost(character)
        return cost

    def _cost(self, character: str) -> float:
        simple = simplify(character)
        variants = forms(simple)
        if variants == (simple,) == (character,):
            return 0.0
        expected = (1 - self._traditional) * (character == simple)
        if character in variants:
            # OpenCC names the most frequent form first.
            first = 1.0 if len(variants) == 1 else 0.75
            share = first if character == variants[0] else (1 - first) / (len(variants) - 1)
            expected += self._traditional * share
        count = self._counts.get
        seen = sum([count(form, 0) for form in {simple, *variants}])
        return max(RAREST, log((count(character, 0) + expected + 1e-9) / (seen + 1)))


def simplify(text: str) -> str:
    """`text` in simplified characters, one for one."""
    return text.translate(_simplified_codes())


def forms(simple: str) -> tuple[str, ...]:
    """The traditional forms of a simplified character, the most frequent first; itself if none."""
    return _traditional().get(simple, (simple,))


@cache
def _simplified() -> dict[str, str]:
    return {c: forms[0] for c, forms in _table("TSCharacters.txt").items() if forms[0] != c}


@cache
def _simplified_codes() -> dict[int, str]:
    return {ord(c): simple for c, simple in _simplified().items()}


@cache
def _traditional() -> dict[str, tuple[str, ...]]:
    return _table("STCharacters.txt")


def _table(name: str) -> dict[str, tuple[str, ...]]:
    """A character table of OpenCC (`发\t發 髮`), read without importing the package."""
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opencc is not installed: install jinbiao with its dependencies")
    path = Path(spec.origin).parent / "dictionary" / name
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
    return {c: tuple(forms.split()) for c, forms in rows}

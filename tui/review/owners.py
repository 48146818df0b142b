"""Which spans may own a target, the nearest first, and the letters that pick them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from store.mark import Mark, State
from text.scheme import Attribute, Scheme

LETTERS = "asdfghjklewrtyuiopzxcvbnm"
"""Keys of hints, the home row first; `q` leads back."""

MOST = len(LETTERS) ** 2
"""So many names have a hint of one or two letters; those farther away are left out."""

OWNERS = frozenset({"ORG", "LOC", "PER"})
"""Labels that own targets, where the scheme has them; else whatever is of another layer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The nearest mention of a name that may be the owner; `words` are the name."""

    mark: Mark
    words: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Who is what `attribute` says of the mark `head`?"""

    head: Mark
    attribute: Attribute
    candidates: tuple[Candidate, ...]

    @property
    def now(self) -> str | None:
        """The words of who it is now."""
        return self.head.span.attributes.get(self.attribute.name)


def candidates(
    marks: Sequence[Mark], text: str, scheme: Scheme, head: Mark
) -> tuple[Candidate, ...]:
    """What may own `head`, each name once, by its distance; the nearest have the shortest codes."""
    layers = {label.name: label.layer for label in scheme.labels}
    own = layers[head.span.label]
    labels = {name for name, layer in layers.items() if layer != own}
    labels = labels & OWNERS or labels
    nearest: dict[str, Mark] = {}
    fitting = (m for m in marks if m.span.label in labels and m.state is not State.REJECTED)
    for mark in sorted(fitting, key=lambda mark: _distance(mark, head)):
        nearest.setdefault(text[mark.span.start : mark.span.end], mark)
        if len(nearest) == MOST:
            break
    found = codes(len(nearest))
    return tuple(
        Candidate(mark, words, code)
        for (words, mark), code in zip(nearest.items(), found, strict=True)
    )


def codes(count: int) -> list[str]:
    """`count` codes of one or two letters, at most `MOST`, none the beginning of another."""
    pairs = 0
    while len(LETTERS) - pairs + pairs * len(LETTERS) < count:
        pairs += 1
    single = list(LETTERS[: len(LETTERS) - pairs])
    double = map("".join, product(LETTERS[len(LETTERS) - pairs :], LETTERS))
    return [*single, *double][:count]


def _distance(mark: Mark, head: Mark) -> tuple[int, int]:
    """Code points between the two; of two as far, the one in front."""
    before = head.span.start - mark.span.end
    behind = mark.span.start - head.span.end
    return max(before, behind, 0), int(behind >= 0)

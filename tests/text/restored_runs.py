"""How much of GBK read one byte off came back, and whether what is called certain is right."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from text.change import Change, rewrite
from text.repairs import gbk
from text.repairs.gbk.lattice import LOST


@dataclass(slots=True)
class Figures:
    """Counts of runs and characters: `right` of all, `certain_right` of those called certain.

    `exact`: runs restored to the letter, but for ASCII characters that are lost for good and shown
    as `□`; `false`: changes where nothing was damaged.
    """

    runs: int = 0
    found: int = 0
    exact: int = 0
    characters: int = 0
    right: int = 0
    certain: int = 0
    certain_right: int = 0
    false: int = 0

    def add(self, other: Figures) -> None:
        """Count those of `other` as well."""
        for field in fields(self):
            name = field.name
            setattr(self, name, getattr(self, name) + getattr(other, name))


def measured(sound: str, damage: list[Change]) -> Figures:
    """Do `damage` to `sound`, restore it, and compare."""
    text, alignment = rewrite(sound, damage)
    changes = gbk.find(text)
    figures = Figures(runs=len(damage), false=len(changes))
    for done in damage:
        start, end = alignment.to_clean(done.start, done.end)
        mending = [change for change in changes if start <= change.start < end]
        figures.false -= len(mending)
        figures.add(_compared(sound, text, done, end, mending))
    return figures


def _compared(sound: str, text: str, done: Change, end: int, mending: list[Change]) -> Figures:
    """The figures of one run, which ends at `end` in `text` and was mended by `mending`."""
    original = sound[done.start : done.end]
    if not mending:
        return Figures(characters=len(original))
    mended_to = mending[-1].end
    wanted = original + text[end:mended_to]
    given = "".join(change.after for change in mending) + text[mended_to:end]
    certain = [change.certain for change in mending for _ in change.after]
    right = _right(wanted, given)
    known = [place for place, sure in enumerate(certain) if sure]
    return Figures(
        found=1,
        exact=len(given) == len(wanted) and all(map(_same, given, wanted)),
        characters=len(original),
        right=min(len(original), sum(right)),
        certain=len(known),
        certain_right=sum(right[place] for place in known),
    )


def _right(wanted: str, given: str) -> list[bool]:
    """For each character of `given` whether it stands in `wanted`, in the same order."""
    right = [False] * len(given)
    for _, start, size in SequenceMatcher(
        None, wanted, given, autojunk=False
    ).get_matching_blocks():
        right[start : start + size] = [True] * size
    return right


def _same(given: str, wanted: str) -> bool:
    return given == wanted or (given == LOST and wanted.isascii())

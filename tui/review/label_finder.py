"""Finding a label of a scheme by what one types of it."""

from __future__ import annotations

from collections.abc import Sequence

from store.words import fold
from text.scheme import Label


def find_labels(labels: Sequence[Label], typed: str) -> list[Label]:
    """The labels that `typed` may mean, the likeliest first; all of them where nothing is typed.

    Its key, then what a name begins with, then what a name holds, then what the description holds;
    in either script and width, upper or lower case.
    """
    wanted = fold(typed.strip())
    if not wanted:
        return list(labels)
    ranked = [(rank, label) for label in labels if (rank := _rank(label, wanted)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [label for _, label in ranked]


def _rank(label: Label, wanted: str) -> int | None:
    """How well `wanted` fits a label, from 0; None where it does not."""
    names = [fold(label.name), fold(label.zh)]
    fits = (
        wanted == label.key,
        any(name.startswith(wanted) for name in names),
        any(wanted in name for name in names),
        wanted in fold(f"{label.description} {label.description_zh}"),
    )
    return fits.index(True) if True in fits else None

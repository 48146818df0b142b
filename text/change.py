"""What a repair does to a text: changes, and the text and alignment that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from text.alignment import Alignment, AlignmentBuilder


@dataclass(frozen=True, slots=True)
class Change:
    """Replace `text[start:end]` (half-open code points, not empty) by `after`.

    `kind` names the repair; `certain` is False where another reading comes close. With as many
    characters before as after they map one to one; else each character of `after` maps to all of
    `start:end`. A `whole` change is part of a run that was restored as one: each character of its
    and of the whole changes of its kind that touch it maps to all of them together.
    """

    start: int
    end: int
    after: str
    kind: str
    certain: bool = True
    whole: bool = False


def rewrite(text: str, changes: Iterable[Change]) -> tuple[str, Alignment]:
    """Apply `changes` (in order, without overlap) to `text`.

    Returns the new text and its alignment onto `text`. Raises ValueError for changes that overlap,
    stand out of order or replace nothing.
    """
    builder = AlignmentBuilder()
    parts: list[str] = []
    position = 0
    for run in _runs(changes):
        start, end = run[0].start, run[-1].end
        if not position <= start < end <= len(text):
            raise ValueError(f"change {start}:{end} is out of place at {position}")
        after = "".join(change.after for change in run)
        parts += text[position:start], after
        builder.copy(position, start)
        if len(after) == end - start and not run[0].whole:
            builder.copy(start, end)
        else:
            builder.whole(start, end, len(after))
        position = end
    parts.append(text[position:])
    builder.copy(position, len(text))
    return "".join(parts), builder.build(len(text))


def _runs(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """The changes one by one, but the whole ones that touch together."""
    run: list[Change] = []
    for change in changes:
        if run and not (change.whole and run[-1].whole and _touch(run[-1], change)):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _touch(one: Change, other: Change) -> bool:
    return one.end == other.start < other.end and one.kind == other.kind

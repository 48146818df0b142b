"""What a repair does to a text: changes, and the text and alignment that they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from text.alignment import Alignment, AlignmentBuilder


@dataclass(frozen=True, slots=True)
class Change:
    """Replace `text[start:end]` (half-open code points, not empty) by `after`.

    `kind` names the repair; `certain` is False where another reading comes close. With as many
    characters before as after, and unless `whole` says otherwise, they map one to one; else each
    character of `after` maps to all of `start:end`.
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
    for change in changes:
        if not position <= change.start < change.end <= len(text):
            raise ValueError(f"change {change.start}:{change.end} is out of place at {position}")
        parts.append(text[position : change.start])
        builder.copy(position, change.start)
        parts.append(change.after)
        if len(change.after) == change.end - change.start and not change.whole:
            builder.copy(change.start, change.end)
        else:
            builder.whole(change.start, change.end, len(change.after))
        position = change.end
    parts.append(text[position:])
    builder.copy(position, len(text))
    return "".join(parts), builder.build(len(text))

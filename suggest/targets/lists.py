"""Lists of figures that share their words: 分别增长12%和8%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suggest.targets.figure import Figure
from suggest.targets.page import Page


def lists(page: Page, figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """`figures` in order; together those that share the words of the first in their clause."""
    group: list[Figure] = []
    for figure in figures:
        if group and _continues(page, group[0], figure):
            group.append(figure)
            continue
        if group:
            yield group
        group = [figure]
    if group:
        yield group


def is_spread(page: Page, group: Sequence[Figure]) -> bool:
    """Whether the figures of `group` fall to as many subjects, one each."""
    return len(group) > 1 and "分别" in page.text[group[0].start : group[0].quantity.start]


def _continues(page: Page, first: Figure, figure: Figure) -> bool:
    if figure.row or figure.start < figure.quantity.start or figure.clause != first.clause:
        return False
    named = figure.end > figure.quantity.end
    return not named or "分别" in page.text[first.start : first.quantity.start]

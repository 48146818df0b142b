"""Targets and results as a table for a spreadsheet: a line a figure, then what was found of it.

UTF-8 with a BOM, without which Excel takes Chinese for another encoding.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Literal

from store.figures import ATTRIBUTES, Figure, figures_among, home_of
from store.journal import decided_marks, text_of
from store.matching import Matches, match
from store.readings import choose_reading, need_reading
from store.store import Store
from text.visible import visible

BOM = "\ufeff"

COLUMNS = (
    "article",
    "title",
    "published",
    "source",
    "start",
    "end",
    "label",
    "state",
    "words",
    *ATTRIBUTES,
    "verdict",
    "share",
    "result",
    "conflicts",
)

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_FORMULA = "=+-@\t\r＝＋－＠"
"""What a spreadsheet takes a cell for a formula by; some take the full-width forms for the same."""


def targets_csv(
    figures: Sequence[Figure], matches: Matches, places: Iterable[int] | None = None
) -> Iterator[str]:
    """The header and a line for each figure, without line ends; `matches` is of these figures.

    With `places` only those, in that order. A cell that a spreadsheet would run as a formula begins
    with an apostrophe.
    """
    yield BOM + _line(COLUMNS)
    for place in range(len(figures)) if places is None else places:
        yield _line([_cell(value) for value in _values(place, figures, matches)])


def kept_figures(
    store: Store,
    which: Literal["done", "all"] = "done",
    reading: str | None = None,
    where: str = "",
) -> list[Figure]:
    """The figures of the gold set: what people kept, in import order.

    The arguments, and what is raised, are as in `store.formats.gold.gold_lines`.
    """
    if reading is not None:
        need_reading(store.db, reading)
    found: list[Figure] = []
    for article in store.find_ids(where):
        with store.db.snapshot():
            chosen = choose_reading(store.db, article, reading, done=which == "done")
            if chosen is not None:
                marks = sorted(
                    decided_marks(store.db, chosen.id), key=lambda mark: (mark.span.start, mark.id)
                )
                text = text_of(store.db, chosen.revision)
                found += figures_among(home_of(store.db, article), marks, text)
    return found


def targets_lines(
    store: Store,
    which: Literal["done", "all"] = "done",
    reading: str | None = None,
    where: str = "",
) -> Iterator[str]:
    """The table of `kept_figures`; nothing at all where there are none."""
    figures = kept_figures(store, which, reading, where)
    if figures:
        yield from targets_csv(figures, match(figures))


def _values(place: int, figures: Sequence[Figure], matches: Matches) -> Iterator[str]:
    figure = figures[place]
    home = figure.home
    yield from (home.article, home.title or "", home.published or "", home.source)
    yield from (str(figure.start), str(figure.end), figure.label, figure.state, figure.words)
    yield from (getattr(figure, name) for name in ATTRIBUTES)
    standing = matches.standings.get(place)
    if standing is None:
        yield from ("", "", "")
    else:
        yield from (standing.verdict, f"{standing.share:.4f}", _reference(figures[standing.result]))
    rivals = (figures[other] for other in matches.conflicts.get(place, ()))
    yield " ".join(map(_reference, rivals))


def _reference(figure: Figure) -> str:
    """Where a figure stands, by article and code point."""
    return f"{figure.home.article}:{figure.start}"


def _cell(value: str) -> str:
    shown = visible(value)
    if shown.lstrip().startswith(tuple(_FORMULA)) and not _NUMBER.fullmatch(shown):
        return "'" + shown
    return shown


def _line(cells: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()

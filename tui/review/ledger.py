"""The targets ledger without its screen: the rows there are, and how a person looks at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from store.figures import Figure
from store.mark import State
from store.matching import Matches
from store.measure import months, owner_key
from tui.language import Phrase
from tui.review.ledger_filter import Filter
from tui.review.ledger_order import Column, ordered

MOST = 10_000
"""Rows that the ledger holds: sorting them is not felt, and they take some 20 MB."""


class Grouping(Enum):
    """What stands together under a heading."""

    NONE = Phrase("不分组", "no groups")
    OWNER = Phrase("按主体", "by owner")
    YEAR = Phrase("按年份", "by year")


class Choice(Enum):
    """Which rows are shown."""

    ALL = Phrase("全部", "all")
    CONFLICTS = Phrase("有矛盾的", "contradicted")
    STANDINGS = Phrase("有成果的目标", "targets with a result")


@dataclass(frozen=True, slots=True)
class Heading:
    """Above the rows of a group: its name, empty where nothing is known, and how many they are."""

    name: str
    count: int


Row = Heading | int
"""A heading, or a figure by its place among all."""


@dataclass(slots=True)
class View:
    """How a person looks at the ledger; it stays when the ledger is closed.

    `place` is the row under the cursor: its article and mark.
    """

    filter: str = ""
    column: Column = Column.ARTICLE
    descending: bool = False
    grouping: Grouping = Grouping.NONE
    choice: Choice = Choice.ALL
    decided_only: bool = False
    place: tuple[str, str] | None = None

    def is_on(self, figure: Figure) -> bool:
        """Whether the cursor is on the row of `figure`."""
        return self.place == (figure.home.article, figure.mark)


@dataclass(slots=True)
class Ledger:
    """The figures there are so far, and what they say of each other."""

    figures: list[Figure] = field(default_factory=list)
    matches: Matches = field(default_factory=lambda: Matches({}, {}))
    full: bool = False

    def take(self, some: Iterable[Figure], wanted: Filter, *, decided_only: bool) -> None:
        """Keep those that are wanted, until it is full."""
        for figure in some:
            if (decided_only and figure.state is State.SUGGESTED) or not wanted.takes(figure):
                continue
            self.full = len(self.figures) == MOST
            if self.full:
                return
            self.figures.append(figure)

    def rows(self, view: View) -> list[Row]:
        """The rows as `view` has them."""
        shown = filter(self._is_chosen(view.choice), range(len(self.figures)))
        places = ordered(shown, self.figures, self.matches, view.column, descending=view.descending)
        return list(_grouped(places, self.figures, view.grouping))

    def cursor(self, rows: Sequence[Row], view: View) -> int:
        """The row that `view` has the cursor on; that of the first figure where it is not there."""
        for index, row in enumerate(rows if view.place else ()):
            if not isinstance(row, Heading) and view.is_on(self.figures[row]):
                return index
        return 1 if rows and isinstance(rows[0], Heading) else 0

    def counterparts(self, place: int) -> list[int]:
        """Where the figures are that this one is to be compared with: results before rivals."""
        standing = self.matches.standings.get(place)
        found = [] if standing is None else [standing.result]
        found += [target for target, it in self.matches.standings.items() if it.result == place]
        found += self.matches.conflicts.get(place, ())
        return list(dict.fromkeys(found))

    def _is_chosen(self, choice: Choice) -> Callable[[int], bool]:
        if choice is Choice.CONFLICTS:
            return self.matches.conflicts.__contains__
        if choice is Choice.STANDINGS:
            return self.matches.standings.__contains__
        return lambda _place: True


def places_of(rows: Iterable[Row]) -> list[int]:
    """The places of the figures among `rows`."""
    return [row for row in rows if not isinstance(row, Heading)]


def year_of(figure: Figure) -> str:
    """The year in which the figure's period ends; empty where there is none."""
    found = months(figure.period)
    return str(found.last // 12) if found else ""


def _grouped(places: Sequence[int], figures: Sequence[Figure], by: Grouping) -> Iterator[Row]:
    if by is Grouping.NONE:
        yield from places
        return
    groups: dict[str, list[int]] = defaultdict(list)
    for place in places:
        figure = figures[place]
        groups[owner_key(figure.owner) if by is Grouping.OWNER else year_of(figure)].append(place)
    # What is not known stands at the end.
    for key in sorted(groups, key=lambda name: (not name, name)):
        first = figures[groups[key][0]]
        yield Heading(first.owner if by is Grouping.OWNER else key, len(groups[key]))
        yield from groups[key]

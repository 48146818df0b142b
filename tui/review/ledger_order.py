"""The order of the ledger's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any

from store.figures import Figure
from store.mark import State
from store.matching import Matches, Standing
from store.measure import amount, months, owner_key
from tui.language import Phrase


class Column(Enum):
    """What rows are sorted by, in the order in which the key goes through them."""

    ARTICLE = Phrase("文章", "article")
    OWNER = Phrase("主体", "owner")
    INDICATOR = Phrase("指标", "indicator")
    VALUE = Phrase("数值", "value")
    UNIT = Phrase("单位", "unit")
    PERIOD = Phrase("时期", "period")
    CERTAINTY = Phrase("确定", "certainty")
    STATE = Phrase("状态", "state")
    LABEL = Phrase("标签", "label")
    REACHED = Phrase("达成", "reached")


def ordered(
    places: Iterable[int],
    figures: Sequence[Figure],
    matches: Matches,
    column: Column,
    *,
    descending: bool,
) -> list[int]:
    """`places` of figures sorted by a column; those that have nothing in it come last."""
    key = _KEYS[column]
    keys = {place: key(figures[place], matches.standings.get(place)) for place in places}
    known = [place for place, found in keys.items() if found]
    known.sort(key=keys.__getitem__, reverse=descending)
    return known + [place for place, found in keys.items() if not found]


_CERTAINTIES = ("committed", "ambition", "forecast", "planned", "reached")
_STATES = (State.CORRECTED, State.ADDED, State.ACCEPTED, State.SUGGESTED)


def _by_article(figure: Figure, _standing: Standing | None) -> tuple[Any, ...]:
    return figure.home.number, figure.start


def _by_owner(figure: Figure, _standing: Standing | None) -> tuple[Any, ...]:
    return (owner_key(figure.owner), figure.owner) if figure.owner else ()


def _by_value(figure: Figure, _standing: Standing | None) -> tuple[Any, ...]:
    much = amount(figure)
    return (much.unit, much.value) if much else ()


def _by_period(figure: Figure, _standing: Standing | None) -> tuple[Any, ...]:
    when = months(figure.period)
    return (when.last, when.first) if when else ()


def _by_certainty(figure: Figure, _standing: Standing | None) -> tuple[Any, ...]:
    known = figure.certainty in _CERTAINTIES
    return (_CERTAINTIES.index(figure.certainty),) if known else ()


def _by_share(_figure: Figure, standing: Standing | None) -> tuple[Any, ...]:
    return (standing.share,) if standing else ()


def _filled(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


_KEYS: dict[Column, Callable[[Figure, Standing | None], tuple[Any, ...]]] = {
    Column.ARTICLE: _by_article,
    Column.OWNER: _by_owner,
    Column.INDICATOR: lambda figure, _: _filled(figure.indicator),
    Column.VALUE: _by_value,
    Column.UNIT: lambda figure, _: _filled(figure.unit),
    Column.PERIOD: _by_period,
    Column.CERTAINTY: _by_certainty,
    Column.STATE: lambda figure, _: (_STATES.index(figure.state),),
    Column.LABEL: lambda figure, _: (figure.label != "TARGET",),
    Column.REACHED: _by_share,
}
"""What of a row is compared; an empty tuple where it has nothing there."""

"""The attributes of a figure, one concept after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suggest.quantities import decimal_string
from suggest.targets.basis import basis
from suggest.targets.calendar import Dated
from suggest.targets.certainty import certainty
from suggest.targets.change import change, change_named, is_share
from suggest.targets.comparator import comparator
from suggest.targets.figure import Figure
from suggest.targets.governing import governing_time
from suggest.targets.lists import is_spread
from suggest.targets.owner import owner
from suggest.targets.page import Page
from suggest.targets.period import (
    averaged_years,
    listed_times,
    period,
    time_on_the_spot,
)
from suggest.targets.reading import Reading
from suggest.targets.timeless import is_undated


def attributes(  # noqa: PLR0913 - what a figure says depends on all of them
    reading: Reading,
    group: Sequence[Figure],
    place: int,
    *,
    kind: str,
    indicator: str,
    before: Mapping[str, str],
) -> dict[str, str]:
    """The attributes, but the indicator, of the figure at `place` in a list.

    `indicator` is what it measures, `before` are those of the figure before it. What does not apply
    is left out.
    """
    figure = group[place]
    page, quantity = reading.page, figure.quantity
    words = figure.column or page.text[figure.start : quantity.value]
    times = listed_times(reading, group)
    time = times[place] if times else governing_time(reading, group, kind)
    sign = comparator(words, quantity)
    if place and sign == "=" and is_spread(page, group):
        sign = before.get("comparator", "=")
    found = {
        "value": format(quantity.number, "f"),
        "value_max": "" if quantity.maximum is None else decimal_string(quantity.maximum),
        "unit": quantity.unit,
        "base_value": decimal_string(quantity.base_value),
        "base_unit": quantity.base_unit,
        "comparator": sign,
        "change": _change(page, figure, words, indicator, before if place else {}),
        "basis": basis(words),
        "period": _period(reading, figure, time, kind),
        "period_kind": time.time.kind.replace("now", "in") if time else "",
        "certainty": certainty(page, reading.scopes, figure, kind),
        "owner": owner(reading, figure),
    }
    return {name: value for name, value in found.items() if value}


def _period(reading: Reading, figure: Figure, time: Dated | None, kind: str) -> str:
    spot = time_on_the_spot(reading, figure) if kind == "RESULT" else ""
    if spot:
        return spot
    if time is None and is_undated(reading, figure):
        return ""
    stretch = averaged_years(reading, figure)
    return stretch or period(reading, time, kind, cumulative=_is_cumulative(reading, figure))


def _change(
    page: Page, figure: Figure, words: str, indicator: str, before: Mapping[str, str]
) -> str:
    """What the words say; a bare level of what is a share (达到55%) is a share."""
    quantity = figure.quantity
    plain = "level" if quantity.name else "count"
    named = "" if quantity.counted else change_named(page.text[quantity.end : figure.end])
    if quantity.base_unit == "%" and not words and not before and figure.end > quantity.end:
        return named or "share"
    said = named or change(words, quantity) or before.get("change", plain)
    if said == "level" and quantity.base_unit == "%" and is_share(indicator):
        return "share"
    return said


_FURTHER = 60
"""Code points after the start of a clause in which the sum is set against a year."""


def _is_cumulative(reading: Reading, figure: Figure) -> bool:
    """Whether the sentence up to the figure speaks of what was summed up over time."""
    sentence = reading.scopes.sentence(figure.start)
    words = reading.page.text[sentence : figure.clause + _FURTHER]
    return "累计" in words and ("年度" in words or "同比" in words)

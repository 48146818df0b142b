"""Figures as they are typed: 2300 · 1.5万 · 两千三百 · 6-6.5% · 超2300亿元."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from suggest.numerals import find_numerals, fold, multiplier
from suggest.quantities import Quantity, decimal_string, find_quantities
from tui.language import say
from tui.review.input_error import InputError

VALUE, MAXIMUM, UNIT = "value", "value_max", "unit"
BASE_VALUE, BASE_UNIT, COMPARATOR = "base_value", "base_unit", "comparator"
PARTS = frozenset({VALUE, MAXIMUM, UNIT})
"""The attributes that make up a figure."""

RANGE, EXACT = "range", "="

_SCALE = re.compile(r"[十百千]?(?:[万亿]{1,2})|[百千](?!瓦|米|克|伏)")


def read_number(typed: str) -> str:
    """The number that was typed, as a decimal string; its multiplier is multiplied in.

    Nothing typed is no number. Raises InputError.
    """
    words = _folded(typed)
    if not words:
        return ""
    numeral = next(find_numerals(words), None)
    is_whole = numeral is not None and (numeral.start, numeral.end) == (0, len(words))
    if numeral is None or not is_whole or numeral.maximum is not None:
        raise InputError(say("不是数：2300、1.5万、两千三百", "no number: 2300, 1.5万, 两千三百"))
    return decimal_string(numeral.value * numeral.multiplier)


def read_value(typed: str, told: Mapping[str, str]) -> dict[str, str]:
    """What the typed value says of the figure with the attributes `told`: those that it changes.

    A unit, a range and a bound may be typed with it; a multiplier alone takes the place of that of
    the unit. Raises InputError.
    """
    words = _folded(typed)
    if not words:
        return {VALUE: ""}
    quantity = next(find_quantities(words), None)
    if quantity is None or (quantity.start, quantity.end) != (0, len(words)):
        raise InputError(
            say(
                "不是数：2300、1.5万、两千三百、6-6.5%、超2300亿元",
                "no number: 2300, 1.5万, 两千三百, 6-6.5%, 超2300亿元",
            )
        )
    found = {VALUE: format(quantity.number, "f"), UNIT: _unit(quantity, told.get(UNIT, ""))}
    if quantity.maximum is not None:
        found[MAXIMUM] = decimal_string(quantity.maximum)
    if quantity.comparator != EXACT:
        found[COMPARATOR] = quantity.comparator
    return found


def rebased(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The base value and unit that `after` has, where it was `before`; empty ones are none.

    Where the unit stayed, so does the base unit: a place in a ranking is not one thing.
    """
    unit = after.get(UNIT, "")
    if unit == before.get(UNIT, "") and before.get(BASE_UNIT):
        base_unit = before[BASE_UNIT]
    else:
        base_unit = _base(unit)[0]
    try:
        value = Decimal(after.get(VALUE, ""))
    except InvalidOperation:
        return {BASE_VALUE: "", BASE_UNIT: ""}
    return {BASE_VALUE: decimal_string(value * _base(unit)[1]), BASE_UNIT: base_unit}


def _folded(typed: str) -> str:
    return "".join(fold(typed).split())


def _unit(quantity: Quantity, before: str) -> str:
    """The unit that was typed; where none was, the one before, with the multiplier typed if any."""
    if not quantity.unit:
        return before
    if quantity.name:
        return quantity.unit
    scale = _SCALE.match(before)
    return quantity.unit + before[scale.end() if scale else 0 :]


def _base(unit: str) -> tuple[str, Decimal]:
    """The base unit of a unit as written, and what one of it is in that.

    Empty, and what its multiplier says, where the unit is not known.
    """
    quantity = next(find_quantities("1" + fold(unit)), None)
    if quantity is not None and quantity.after == len(unit) + 1:
        return quantity.base_unit, quantity.factor
    scale = _SCALE.match(unit)
    return "", Decimal(multiplier(scale.group()) if scale else 1)

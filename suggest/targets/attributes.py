"""The attributes of a figure, one concept after another."""

from __future__ import annotations

from suggest.quantities import decimal_string
from suggest.targets.basis import basis
from suggest.targets.certainty import certainty
from suggest.targets.change import change
from suggest.targets.figure import Figure
from suggest.targets.indicator import indicator
from suggest.targets.page import Page
from suggest.targets.period import governing_time, period
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Setting


def attributes(
    page: Page, scopes: Scopes, setting: Setting, figure: Figure, kind: str, shared: dict[str, str]
) -> dict[str, str]:
    """All attributes of `figure` that apply; `shared` are those of the figure before it."""
    quantity = figure.quantity
    words = page.text[figure.start : quantity.value]
    time = governing_time(page, scopes, figure)
    found = {
        "indicator": indicator(page, figure) or shared.get("indicator", ""),
        "value": decimal_string(quantity.number),
        "value_max": "" if quantity.maximum is None else decimal_string(quantity.maximum),
        "unit": quantity.unit,
        "base_value": decimal_string(quantity.base_value),
        "base_unit": quantity.base_unit,
        "comparator": quantity.comparator,
        "change": change(page, figure.start, quantity) or shared.get("change", "level"),
        "basis": basis(words),
        "period": period(page, scopes, setting, figure, kind),
        "period_kind": time.kind if time else "",
        "certainty": certainty(page, scopes, figure, kind),
        "owner": setting.owner,
    }
    return {name: value for name, value in found.items() if value}

"""Figures made by hand, in a line each."""

from __future__ import annotations

from store.figures import RESULT, TARGET, Figure, Home
from store.mark import State


def target(number: int = 1, published: str | None = "2023-01", **told: str) -> Figure:
    """A target of one owner for one indicator in 2025, unless told otherwise."""
    return _figure(TARGET, number, published, {"certainty": "planned", **told})


def result(number: int = 2, published: str | None = "2026-01", **told: str) -> Figure:
    """A result of the same."""
    return _figure(RESULT, number, published, {"certainty": "reached", **told})


def _figure(label: str, number: int, published: str | None, told: dict[str, str]) -> Figure:
    home = Home(f"{number:016x}", number, f"第{number}篇", f"{number}.txt", published)
    usual = {
        "owner": "甘肃科技集团",
        "indicator": "工业总产值",
        "comparator": "=",
        "base_value": told.get("value", ""),
        "base_unit": "CNY",
        "change": "level",
        "period": "2025",
        "period_kind": "in",
    }
    attributes = {**usual, **told}
    words = attributes.pop("words", "工业总产值")
    return Figure(home, f"s0-5-{label}", 0, 5, label, State.SUGGESTED, words, **attributes)

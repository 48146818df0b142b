"""How likely a reviewer is to accept a figure as it stands."""

from __future__ import annotations

from suggest.targets.figure import Figure
from suggest.targets.nouns import has_noun
from suggest.targets.page import Page

AIM = 0.8

# The share of figures with exact edges and the right label, by how they are built: between what it
# is on the gold articles, which the rules were made with, and on pages of the web that they first
# met.
_SHARES = {
    "cell": 0.9,
    "listed": 0.8,
    "named": 0.86,
    "verb": 0.88,
    "rank": 0.76,
    "few": 0.75,
    "unitless": 0.5,
    "time": 0.76,
    "opening": 0.74,
    "counted": 0.52,
}
_FEW = 10


def score(page: Page, figure: Figure) -> float:
    """The expected share of right ones among figures built like this one, 0 to 1."""
    return _SHARES[_by_number(figure) or _by_words(page, figure)]


def _by_number(figure: Figure) -> str:
    quantity = figure.quantity
    if figure.row:
        return "cell"
    if quantity.base_unit == "rank":
        return "rank"
    if quantity.base_unit == "s":
        return "time"
    if not quantity.unit:
        return "unitless"
    return "few" if not quantity.arabic and quantity.counted and quantity.number <= _FEW else ""


def _by_words(page: Page, figure: Figure) -> str:
    quantity = figure.quantity
    if figure.start >= quantity.start:
        return "opening" if figure.end > quantity.end else "listed"
    if figure.end > quantity.end:
        return "counted"
    return "named" if has_noun(page, figure.start, quantity.start) else "verb"

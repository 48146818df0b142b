"""The figures of a page: quantities that say something, with their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest.quantities import Quantity, find_quantities
from suggest.targets.edges import left_edge, right_edge
from suggest.targets.figure import Figure
from suggest.targets.page import Page

_BARE = re.compile(r"(?:为|达到?|是|至|到|在|缩小|扩大|提高|下降|上升)(?:了|约|近)?$")
_SENTENCE_END = frozenset("。！？\n；;")


def find_figures(page: Page) -> Iterator[Figure]:
    """The figures of `page` from left to right, without overlap."""
    quantities = [q for q in find_quantities(page.text) if _says_something(page, q)]
    floor = 0
    previous: Figure | None = None
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1].start if index + 1 < len(quantities) else len(page.text)
        start = left_edge(page, floor, quantity)
        end = right_edge(page, start, quantity, following)
        previous = Figure(start, end, page.clause_start(quantity.start), quantity, previous)
        yield previous
        floor = end


def _says_something(page: Page, quantity: Quantity) -> bool:
    if page.is_blocked(quantity.value, quantity.after):
        return False
    if not quantity.unit:
        return bool(_BARE.search(page.text[max(0, quantity.start - 4) : quantity.start]))
    if not quantity.arabic and quantity.counted and quantity.number <= 10:
        return False
    return quantity.base_unit != "s"

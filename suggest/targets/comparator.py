"""On which side of its value a figure is meant to come."""

from __future__ import annotations

import re

from suggest.quantities import Quantity

_DISTANT = re.compile(
    r"""(?:
      (?P<at_least>不低于|不少于|不小于|至少)
    | (?P<at_most>不超过|不高于|不大于|控制在)
    | (?P<more>超过|高于|突破)
    | (?P<less>低于|少于)
    )[^，。；、0-9]{1,16}的$""",
    re.VERBOSE,
)
_SIGNS = {"at_least": ">=", "at_most": "<=", "more": ">", "less": "<"}


def comparator(words: str, quantity: Quantity) -> str:
    """The comparator that stands at the value, else one before what the value is a part of.

    `words` are those of the span before the value: 不低于可供分配利润的30%.
    """
    distant = _DISTANT.search(words) if quantity.comparator == "=" else None
    return _SIGNS[distant.lastgroup or ""] if distant else quantity.comparator

"""A unit that is written once, behind the last of several numbers: 分别高0.7、1.4个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from suggest.quantities import Quantity

_JOINT = re.compile(r"\s?(?:[、和与及]|以及)\s?")
_BARE = frozenset({"", "个"})
"""What may stand behind the earlier numbers: 0.7个、1.4个百分点."""
_SPREAD = "分别"
_NEAR = 40
"""Code points before the first number in which 分别 stands."""


def share_units(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """`quantities` of a folded `text`, those that wait for the unit of the next one with it.

    Only 分别 before them says that they are so many figures: 3、4个项目 are three or four.
    """
    shared: list[Quantity] = []
    for quantity in reversed(list(quantities)):
        following = shared[-1] if shared else None
        waits = following and _waits(text, quantity, following)
        shared.append(_with_unit_of(quantity, following) if following and waits else quantity)
    return shared[::-1]


def _waits(text: str, quantity: Quantity, following: Quantity) -> bool:
    if quantity.unit not in _BARE or quantity.name == following.name or not quantity.arabic:
        return False
    if not _JOINT.fullmatch(text, quantity.end, following.start):
        return False
    return _SPREAD in text[max(0, quantity.start - _NEAR) : quantity.start]


def _with_unit_of(quantity: Quantity, following: Quantity) -> Quantity:
    return replace(
        quantity,
        unit=following.unit,
        name=following.name,
        base_unit=following.base_unit,
        factor=following.factor,
    )

"""Going through choices, around their ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Choice = TypeVar("Choice")


def beside(choices: Iterable[Choice], chosen: Choice, by: int) -> Choice:
    """The choice `by` places on from `chosen`; ValueError where that is none of them."""
    them = list(choices)
    return them[(them.index(chosen) + by) % len(them)]

"""The ways the text cursor and the edges of a span move."""

from __future__ import annotations

from enum import Enum, auto


class Movement(Enum):
    """A step of the text cursor within the text; steps by row belong to the pane."""

    LEFT = auto()
    RIGHT = auto()
    WORD_BACK = auto()
    WORD_ON = auto()
    CLAUSE_BACK = auto()
    CLAUSE_ON = auto()


class Side(Enum):
    """An edge of a span."""

    LEFT = auto()
    RIGHT = auto()


class Unit(Enum):
    """How far an edge moves at a step."""

    CHARACTER = auto()
    WORD = auto()

"""A figure: a quantity with the span that states it."""

from __future__ import annotations

from dataclasses import dataclass

from suggest.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """`text[start:end]` states `quantity`; `clause` is where its clause begins (code points).

    `previous` is the figure before it. A figure in a table has the label of its `row` and the
    heading of its `column`.
    """

    start: int
    end: int
    clause: int
    quantity: Quantity
    previous: Figure | None = None
    row: str = ""
    column: str = ""

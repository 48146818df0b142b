"""A figure: a quantity with the span that states it."""

from __future__ import annotations

from dataclasses import dataclass

from suggest.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """`text[start:end]` states `quantity`; `clause` is where its clause begins (code points).

    `previous` is the figure before it in the same sentence.
    """

    start: int
    end: int
    clause: int
    quantity: Quantity
    previous: Figure | None = None

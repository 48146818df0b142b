"""What is asked of an article, as SQL."""

from __future__ import annotations

from typing import NamedTuple

from store.leads import Lead


class Condition(NamedTuple):
    """SQL over the columns of `library`, with what stands in its question marks.

    `lead` leaves out no article that fits.
    """

    sql: str
    parameters: tuple[object, ...] = ()
    lead: Lead | None = None


ANYTHING = Condition("1")


def all_of(*conditions: Condition) -> Condition:
    """Every one of them; it leads nowhere."""
    sql = " AND ".join(it.sql for it in (ANYTHING, *conditions))
    return Condition(sql, tuple(value for it in conditions for value in it.parameters))

"""Ways through the articles: where an index leads to those that may fit a query, it is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from store.database import Database

_FEW = 1_000
"""So many articles are looked at one by one, or sorted, in a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Tables whose rows, in `order`, are articles in import order; what is left out does not fit.

    `behind` asks for a number above that in its question mark, so that nothing before is gone
    through. `select` is the same as a query for the articles' numbers, by which leads are compared.
    What an `exact` one leads to fits; one that `sorts`, for its index is in another order, is no
    help where it leads to many.
    """

    tables: str
    parameters: tuple[object, ...]
    behind: str
    order: str
    select: str = ""
    exact: bool = False
    sorts: bool = False


EVERYWHERE = Lead(
    "articles", (), "articles.number > ?", "articles.number", "SELECT number FROM articles"
)
"""All articles one after another."""

Kind = Literal["done", "settled"]
"""What the articles of a stretch are to a person: done, or without anything that waits."""

_GAPS = """
stretches AS passed CROSS JOIN articles
  ON passed.person = ? AND passed.kind = ? AND articles.number < coalesce(
    (SELECT min(first) FROM stretches
      WHERE person = passed.person AND kind = passed.kind AND first > passed.first),
    9223372036854775807)
"""


def along(select: str, *parameters: object, exact: bool = False, sorts: bool = False) -> Lead:
    """The lead of an index: `select` gives each of its articles' `number` once."""
    # CROSS JOIN keeps the order of the loops, and so that of the articles.
    tables = f"({select}) AS lead CROSS JOIN articles ON articles.number = lead.number"
    return Lead(tables, parameters, "lead.number > ?", "lead.number", select, exact, sorts)


def without(kind: Kind, person: str, *, exact: bool = True) -> Lead:
    """What lies between the stretches of articles that are of this `kind` to `person`."""
    # One lower bound, for SQLite goes by one; the id tells it that each stretch is one row, so that
    # it sorts nothing.
    behind = "articles.number > max(passed.last, ?)"
    order = "passed.first, passed.id, articles.number"
    return Lead(_GAPS, (person, kind), behind, order, exact=exact)


def best(db: Database, leads: Sequence[Lead]) -> Lead:
    """The lead to the fewest articles; where all lead to many, one that is in import order."""
    ordered = next((lead for lead in leads if not lead.sorts), EVERYWHERE)
    if list(leads) == [ordered]:
        return ordered
    counted = [(_size(db, lead), lead) for lead in leads if lead.select]
    size, fewest = min(counted, key=lambda it: it[0], default=(_FEW, ordered))
    return fewest if size < _FEW else ordered


def _size(db: Database, lead: Lead) -> int:
    """To how many articles it leads, or `_FEW` where it is more."""
    limited = f"SELECT count(*) FROM ({lead.select} LIMIT {_FEW})"  # noqa: S608  # our own SQL
    found = db.row(limited, *lead.parameters)
    return found[0] if found else 0

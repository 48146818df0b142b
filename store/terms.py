"""What a term of a query means: its condition on an article, and the index that leads to it.

The condition is of the term as if it were not negated; the lead is of the term as it stands.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import NamedTuple

from store import words
from store.condition import Condition
from store.errors import QueryError
from store.leads import Lead, along, without

_COMPARED = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_NUMBER = re.compile(r"\d+(\.\d+)?")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LAST = "\U0010ffff"
"""Sorts behind whatever goes on from a beginning."""

_FACET = "SELECT number FROM facets WHERE facet = ? AND value {} ?"
# The plus keeps SQLite from going through the index of all spans of a label.
_MINE = "SELECT 1 FROM spans WHERE spans.reading = readings.id AND +"
_SHOWN = "SELECT 1 FROM suggestions WHERE suggestions.run = articles.run AND "


class Term(NamedTuple):
    """One term of `query`, asked by `person`; a `negative` one asks for what it does not fit."""

    query: str
    key: str
    op: str
    value: str
    person: str
    negative: bool


def _plain(term: Term) -> None:
    if term.op != ":":
        raise QueryError(
            f"query {term.query!r}: {term.key} is compared with a colon, {term.key}:{term.value}"
        )


def _choice(term: Term, *choices: str) -> None:
    if term.op != ":" or term.value not in choices:
        raise QueryError(f"query {term.query!r}: {term.key}: is one of {', '.join(choices)}")


def _compared(term: Term) -> tuple[str, float]:
    """The operator and the number."""
    if not _NUMBER.fullmatch(term.value):
        raise QueryError(
            f"query {term.query!r}: {term.key}{term.op}{term.value}: {term.value!r} is no number"
        )
    return ("=" if term.op == ":" else term.op), float(term.value)


def _facet(term: Term, facet: str, value: str) -> Lead | None:
    return None if term.negative else along(_FACET.format("="), facet, value)


def _status(term: Term) -> Condition:
    _choice(term, "new", "open", "done")
    lead = None
    if (term.value, term.negative) in (("new", False), ("done", True)):
        lead = without("done", term.person, exact=term.negative)
    elif not term.negative:
        lead = along(
            "SELECT article_number AS number FROM readings"
            " WHERE name = ? AND kind = 'personal' AND status = ?",
            term.person,
            term.value,
            exact=True,
        )
    return Condition("coalesce(status, 'new') = ?", (term.value,), lead)


def _state(term: Term) -> Condition:
    _choice(term, "accepted", "corrected", "added", "rejected")
    lead = _facet(term, "state", term.value)
    return Condition(f"EXISTS ({_MINE} state = ?)", (term.value,), lead)


def _label(term: Term) -> Condition:
    _plain(term)
    there = f"(EXISTS ({_SHOWN} label = ?) OR EXISTS ({_MINE} label = ?))"
    return Condition(there, (term.value, term.value), _facet(term, "label", term.value))


def _by(term: Term) -> Condition:
    _plain(term)
    lead = _facet(term, "by", term.value)
    return Condition(f"EXISTS ({_SHOWN} suggestions.by = ?)", (term.value,), lead)


def _person(term: Term) -> Condition:
    _plain(term)
    there = (
        "EXISTS (SELECT 1 FROM readings AS theirs WHERE theirs.article = articles.id"
        " AND theirs.kind = 'personal' AND theirs.name = ?)"
    )
    return Condition(there, (term.value,), _facet(term, "person", term.value))


def _score(term: Term) -> Condition:
    op, score = _compared(term)
    lead = None
    if op != "=" and not term.negative:
        end = "lowest" if op.startswith("<") else "highest"
        lead = along(_FACET.format(op), end, score, sorts=True)
    return Condition(f"EXISTS ({_SHOWN} score {op} ?)", (score,), lead)


def _date(term: Term) -> Condition:
    if not _DATE.fullmatch(term.value):
        raise QueryError(
            f"query {term.query!r}: {term.key}{term.op}{term.value}:"
            " write 2024, 2024-03 or 2024-03-01"
        )
    # Only as much of the date of issue is compared as was asked for: 2024-03-05 is in 2024-03.
    end = term.value + _LAST
    sql, parameters = {
        ":": ("published >= ? AND published < ?", (term.value, end)),
        "<": ("published < ?", (term.value,)),
        "<=": ("published < ?", (end,)),
        ">": ("published >= ?", (end,)),
        ">=": ("published >= ?", (term.value,)),
    }[term.op]
    dated = (
        "SELECT number FROM revisions JOIN articles ON articles.id = revisions.article"
        " AND articles.revision = revisions.id WHERE "
    )
    lead = None if term.negative else along(dated + sql, *parameters, exact=True, sorts=True)
    return Condition(f"(published IS NOT NULL AND {sql})", parameters, lead)


def _source(term: Term) -> Condition:
    _plain(term)
    return Condition("instr(source, ?) > 0", (term.value,), _name(term))


def _title(term: Term) -> Condition:
    _plain(term)
    return Condition("instr(coalesce(title, ''), ?) > 0", (term.value,), _name(term))


def _name(term: Term) -> Lead | None:
    """The full text of titles or sources; it does not tell letters from their other forms."""
    match = words.match(term.value)
    if term.negative or match is None:
        return None
    return along("SELECT rowid AS number FROM names WHERE names MATCH ?", f"{term.key} : {match}")


def _id(term: Term) -> Condition:
    _plain(term)
    within = (term.value, term.value + _LAST)
    begins = "SELECT number FROM articles WHERE id >= ? AND id < ?"
    lead = None if term.negative else along(begins, *within, exact=True, sorts=True)
    return Condition("(articles.id >= ? AND articles.id < ?)", within, lead)


def _has(term: Term) -> Condition:
    _choice(term, *_HAS)
    lead = None
    if term.value in ("comment", "flag"):
        lead = _facet(term, "has", term.value)
    elif term.value == "undecided" and not term.negative:
        lead = without("settled", term.person, exact=False)
    return Condition(_HAS[term.value], (), lead)


def _decided(term: Term) -> Condition:
    op, count = _compared(term)
    lead = None if _none_fits(term, op, count) else along(_FACET.format("="), "person", term.person)
    return Condition(f"coalesce(decided, 0) {op} ?", (count,), lead)


def _undecided(term: Term) -> Condition:
    op, count = _compared(term)
    lead = None if _none_fits(term, op, count) else without("settled", term.person, exact=False)
    return Condition(f"coalesce(undecided, size, 0) {op} ?", (count,), lead)


def _none_fits(term: Term, op: str, count: float) -> bool:
    """Whether an article fits of which there are none."""
    return _COMPARED[op](0, count) is not term.negative


def _priority(term: Term) -> Condition:
    op, priority = _compared(term)
    mine = "SELECT priority FROM priorities WHERE priorities.number = articles.number"
    return Condition(f"coalesce(({mine}), 0) {op} ?", (priority,))


_HAS = {
    "comment": "comment IS NOT NULL",
    "flag": "flag IS 1",
    "suggestions": "run IS NOT NULL",
    "undecided": "coalesce(undecided, size, 0) > 0",
}

TERMS: dict[str, Callable[[Term], Condition]] = {
    "status": _status,
    "state": _state,
    "label": _label,
    "person": _person,
    "by": _by,
    "score": _score,
    "date": _date,
    "source": _source,
    "title": _title,
    "id": _id,
    "has": _has,
    "decided": _decided,
    "undecided": _undecided,
    "priority": _priority,
}

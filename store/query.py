"""The language in which articles are asked for: `稅收 label:ORG -status:done date>=2024-01`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from store import words
from text.errors import UsageError

_TERM = re.compile(
    r"""(?P<no>-?)(?:(?P<key>[a-z]+)(?P<op>:|>=|<=|>|<))?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))"""
)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class QueryError(UsageError):
    """A query that says nothing that could be looked for."""


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL over the columns of `library`, with what stands in its question marks."""

    sql: str
    parameters: tuple[object, ...] = ()


ANYTHING = Condition("1")


def parse(query: str) -> Condition:
    """What `query` asks of an article: all of its terms. Raises QueryError.

    Nothing of the query gets into the SQL but as a parameter.
    """
    found = [ANYTHING]
    position = 0
    while query[position:].strip():
        position += len(query[position:]) - len(query[position:].lstrip())
        term = _TERM.match(query, position)
        if term is None:
            raise QueryError(f"query {query!r}: {query[position:]!r} has a quote without its other")
        found.append(_condition(query, term))
        position = term.end()
        if query[position : position + 1].strip():
            raise QueryError(f"query {query!r}: a space is missing before {query[position:]!r}")
    sql = " AND ".join(condition.sql for condition in found)
    return Condition(sql, tuple(value for it in found for value in it.parameters))


def _condition(query: str, term: re.Match[str]) -> Condition:
    value = term["bare"] if term["quoted"] is None else term["quoted"]
    key, op = term["key"], term["op"]
    if key is None:
        found = _words(query, value)
    elif key in _KEYS:
        found = _KEYS[key](query, key, op, value)
    else:
        raise QueryError(
            f"query {query!r}: there is no {key!r}; there is {', '.join(_KEYS)};"
            f' to look for the words, quote them: "{term[0]}"'
        )
    return Condition(f"NOT ({found.sql})", found.parameters) if term["no"] else found


def _words(query: str, value: str) -> Condition:
    match = words.match(value)
    if match is None:
        raise QueryError(f"query {query!r}: {value!r} has no letter or digit to look for")
    return Condition("number IN (SELECT rowid FROM words WHERE words MATCH ?)", (match,))


def _one_of(sql: str, *choices: str) -> Callable[[str, str, str, str], Condition]:
    def condition(query: str, key: str, op: str, value: str) -> Condition:
        if op != ":" or value not in choices:
            raise QueryError(f"query {query!r}: {key}: is one of {', '.join(choices)}")
        return Condition(sql, (value,))

    return condition


def _equal(sql: str) -> Callable[[str, str, str, str], Condition]:
    def condition(query: str, key: str, op: str, value: str) -> Condition:
        if op != ":":
            raise QueryError(f"query {query!r}: {key} is compared with a colon, {key}:{value}")
        return Condition(sql, (value,))

    return condition


def _number(sql: str) -> Callable[[str, str, str, str], Condition]:
    def condition(query: str, key: str, op: str, value: str) -> Condition:
        if not _NUMBER.fullmatch(value):
            raise QueryError(f"query {query!r}: {key}{op}{value}: {value!r} is no number")
        return Condition(sql.format(op="=" if op == ":" else op), (float(value),))

    return condition


def _date(query: str, key: str, op: str, value: str) -> Condition:
    if not _DATE.fullmatch(value):
        raise QueryError(f"query {query!r}: {key}{op}{value}: write 2024, 2024-03 or 2024-03-01")
    # Only as much of the date of issue is compared as was asked for: 2024-03-05 is in 2024-03.
    compare = "=" if op == ":" else op
    return Condition(f"substr(published, 1, ?) {compare} ?", (len(value), value))


def _has(query: str, key: str, op: str, value: str) -> Condition:
    if op != ":" or value not in _HAS:
        raise QueryError(f"query {query!r}: {key}: is one of {', '.join(_HAS)}")
    return Condition(_HAS[value])


_HAS = {
    "comment": "comment IS NOT NULL",
    "flag": "flag = 1",
    "suggestions": "run IS NOT NULL",
    "undecided": "coalesce(undecided, size, 0) > 0",
}
_MINE = "SELECT 1 FROM spans WHERE spans.reading = readings.id AND "
_SHOWN = "SELECT 1 FROM suggestions WHERE suggestions.run = articles.run AND "

_KEYS: dict[str, Callable[[str, str, str, str], Condition]] = {
    "status": _one_of("coalesce(status, 'new') = ?", "new", "open", "done"),
    "state": _one_of(f"EXISTS ({_MINE} state = ?)", "accepted", "corrected", "added", "rejected"),
    "label": _equal(
        "? IN (SELECT label FROM spans WHERE spans.reading = readings.id"
        " UNION SELECT label FROM suggestions WHERE suggestions.run = articles.run)"
    ),
    "person": _equal(
        "articles.id IN (SELECT article FROM readings WHERE name = ? AND kind = 'personal')"
    ),
    "by": _equal(f"EXISTS ({_SHOWN} suggestions.by = ?)"),
    "score": _number(f"EXISTS ({_SHOWN} score {{op}} ?)"),
    "date": _date,
    "source": _equal("instr(source, ?) > 0"),
    "title": _equal("instr(coalesce(title, ''), ?) > 0"),
    "id": _equal("instr(articles.id, ?) = 1"),
    "has": _has,
    "decided": _number("coalesce(decided, 0) {op} ?"),
    "undecided": _number("coalesce(undecided, size, 0) {op} ?"),
}

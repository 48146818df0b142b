"""The language in which articles are asked for: `稅收 label:ORG -status:done date>=2024-01`."""

from __future__ import annotations

import re

from store import words
from store.condition import Condition
from store.errors import QueryError
from store.leads import along
from store.terms import TERMS, Term

__all__ = ["QueryError", "parse"]

_TERM = re.compile(
    r"""(?P<no>-?)(?:(?P<key>[a-z]+)(?P<op>:|>=|<=|>|<))?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))"""
)
_NOTHING_BEHIND = re.compile(r"([a-z]+)(?::|>=|<=|>|<)")
_WITH_WORDS = "SELECT rowid AS number FROM words WHERE words MATCH ?"


def parse(query: str, person: str) -> list[Condition]:
    """What `query` asks of an article, as `person` sees it; it fits all of it. Raises QueryError.

    Nothing of the query gets into the SQL but as a parameter.
    """
    found, matches = [], []
    for term in _terms(query):
        if term["key"]:
            found.append(_filter(query, term, person))
        elif term["no"]:
            found.append(_without(_match(query, term)))
        else:
            matches.append(_match(query, term))
    # In front, for one by one the full text is the slowest to ask.
    return [_with(" AND ".join(matches)), *found] if matches else found


def _terms(query: str) -> list[re.Match[str]]:
    found = []
    position = 0
    while query[position:].strip():
        position += len(query[position:]) - len(query[position:].lstrip())
        term = _TERM.match(query, position)
        if term is None:
            raise QueryError(f"query {query!r}: {query[position:]!r} has a quote without its other")
        found.append(term)
        position = term.end()
        if query[position : position + 1].strip():
            raise QueryError(f"query {query!r}: a space is missing before {query[position:]!r}")
    return found


def _value(term: re.Match[str]) -> str:
    quoted: str | None = term["quoted"]
    return term["bare"] if quoted is None else quoted


def _match(query: str, term: re.Match[str]) -> str:
    cut = _NOTHING_BEHIND.fullmatch(term["bare"] or "")
    if cut and cut[1] in TERMS:
        raise QueryError(
            f"query {query!r}: nothing stands behind {cut[0]!r}; what it is to be follows without a"
            f' space; to look for the words, quote them: "{cut[0]}"'
        )
    match = words.match(_value(term))
    if match is None:
        raise QueryError(f"query {query!r}: {_value(term)!r} has no letter or digit to look for")
    return match


def _with(match: str) -> Condition:
    there = f"EXISTS ({_WITH_WORDS} AND rowid = articles.number)"
    return Condition(there, (match,), along(_WITH_WORDS, match, exact=True))


def _without(match: str) -> Condition:
    return Condition(f"articles.number NOT IN ({_WITH_WORDS})", (match,))


def _filter(query: str, found: re.Match[str], person: str) -> Condition:
    key = found["key"]
    if key not in TERMS:
        raise QueryError(
            f"query {query!r}: there is no {key!r}; there is {', '.join(TERMS)};"
            f' to look for the words, quote them: "{found[0]}"'
        )
    term = Term(query, key, found["op"], _value(found), person, negative=bool(found["no"]))
    wanted = TERMS[key](term)
    return wanted._replace(sql=f"NOT ({wanted.sql})") if term.negative else wanted

"""The characters that may stand where a byte of them is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from text.repairs.gbk import pairs
from text.repairs.gbk.script import forms, simplify

Choices = Mapping[str, tuple[str, ...]]
"""Characters by their simplified form, under which words know them."""


@cache
def only(character: str) -> Choices:
    """No choice but `character`."""
    return {simplify(character): (character,)}


@cache
def before_odd(lead: int) -> Choices:
    """Characters that begin with `lead` and whose trail byte can be left over as a lead byte."""
    return _table(character for character, _ in pairs.starting(lead))


@cache
def before_vanished(lead: int) -> Choices:
    """Characters that begin with `lead` and whose trail byte can begin a vanished pair."""
    return _table(character for character, trail in pairs.starting(lead) if pairs.vanishing(trail))


@cache
def after_vanished(first: int, trail: int) -> Choices:
    """Characters that end with `trail` and whose lead byte vanishes behind `first`."""
    leads = pairs.vanishing(first)
    return _table(character for character, lead in pairs.ending(trail) if lead in leads)


@cache
def common_after_vanished(first: int, trail: int) -> Choices:
    """Those of `after_vanished` that are common: a word may be supposed to begin with them."""
    choices = after_vanished(first, trail)
    return {simple: forms for simple, forms in choices.items() if _is_common(simple)}


def between_vanished(first: int, follows: Iterable[str], *, vanishing: bool) -> Choices:
    """The forms of the characters that `follows` names whose lead byte vanishes behind `first`.

    `vanishing`: only those whose trail byte can begin a vanished pair in turn.
    """
    leads = pairs.vanishing(first)
    return _table(
        character
        for simple in sorted(follows)
        for character in dict.fromkeys((simple, *forms(simple)))
        if (pair := pairs.pair(character))
        and pair[0] in leads
        and pair[1] >= pairs.FIRST
        and (pairs.vanishing(pair[1]) or not vanishing)
    )


def _table(characters: Iterable[str]) -> Choices:
    table: dict[str, tuple[str, ...]] = {}
    for character in characters:
        simple = simplify(character)
        table[simple] = (*table.get(simple, ()), character)
    return table


def _is_common(simple: str) -> bool:
    pair = pairs.pair(simple)
    return pair is not None and pair[0] in pairs.COMMON

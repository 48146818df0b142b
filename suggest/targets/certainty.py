"""How surely a goal is promised."""

from __future__ import annotations

import re

from suggest.targets.figure import Figure
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes

_WORDS = re.compile(
    r"""
    (?P<committed>确保|保证|必须|务必|承诺|保质|不得|要(?=[^求素点闻道么是因职害件塞义])(?<!重要)(?<!主要)(?<!需要))
  | (?P<ambition>力争|争取|努力|力求|冲刺|奋力|力促|争创)
  | (?P<forecast>预计|预期(?!目标)|有望|可望|预测|估计)
  | (?P<planned>计划|规划|拟)
    """,
    re.VERBOSE,
)


def certainty(page: Page, scopes: Scopes, figure: Figure, kind: str) -> str:
    """`reached` of a RESULT; of a TARGET what its own clause says, else what opens its sentence."""
    if kind == "RESULT":
        return "reached"
    own = _last(page, figure.clause, figure.end, figure.clause)
    if own:
        return own
    sentence = scopes.sentence(figure.quantity.start)
    return _opening(page, sentence, figure) or "planned"


def _last(page: Page, start: int, end: int, floor: int) -> str:
    found = [match.lastgroup or "" for match in _WORDS.finditer(page.text, max(start, floor), end)]
    return found[-1] if found else ""


def _opening(page: Page, sentence: int, figure: Figure) -> str:
    """The word of an earlier clause that governs what follows it, too: not one within a figure."""
    earlier = figure.previous
    spans = []
    while earlier is not None and earlier.start >= sentence:
        spans.append((earlier.start, earlier.end))
        earlier = earlier.previous
    for match in reversed(list(_WORDS.finditer(page.text, sentence, figure.clause))):
        if not any(start <= match.start() < end for start, end in spans):
            return match.lastgroup or ""
    return ""

"""How surely a goal is promised."""

from __future__ import annotations

import re

from suggest.targets.figure import Figure
from suggest.targets.nouns import has_noun
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes

_WORDS = re.compile(
    r"""
    (?P<committed>确保|保证|必须|务必|承诺|不得
      |(?<![主重需首必只不纲摘概简])要(?![求素点闻道么是因职害件塞义]))
  | (?P<ambition>力争|争取|努力|力求|冲刺|奋力|力促)
  | (?P<forecast>预计|预期(?!目标)|有望|可望|预测|估计)
  | (?P<planned>计划|规划|拟)
    """,
    re.VERBOSE,
)

_THEN = re.compile(r"届时|[可将](?=[一-鿿])|[投达]产后|建成后")
"""What a forecast holds for beyond its clause: 预计明年投产，届时可…."""

_ONLY_WHEN = re.compile(
    r"[^，。；]{0,3}(?:力争|争取|确保|预计|计划|努力)(?:[用在到通至于][^，。；]{0,12}|[^，。；]{0,4}[年月底内])"
)

_LONGEST_LEAD = len("，力争")
_SAYING = re.compile(r"(?:预计|预测|估计|判断)$")


def certainty(page: Page, scopes: Scopes, figure: Figure, kind: str) -> str:
    """`reached` of a RESULT; of a TARGET what its clause says, else what governs its sentence."""
    if kind == "RESULT":
        return "reached"
    before, sentence = figure.previous, scopes.sentence(figure.quantity.start)
    continues = before is not None and before.end > figure.clause
    own = _last(page, before.end if before and continues else figure.clause, figure.end)
    if not own and continues:
        own = _governing(page, figure)
    if not own and before and not has_noun(page, figure.start, figure.quantity.start):
        own = _last(page, max(before.clause, sentence), before.end)
    if not own:
        own = _leading(page, figure, sentence)
    if not own and _THEN.search(page.text, figure.clause, figure.end):
        told = _last(page, sentence, figure.clause)
        own = told if told == "forecast" else ""
    return own or _inherited(page, scopes, figure) or "planned"


def _leading(page: Page, figure: Figure, sentence: int) -> str:
    """The word in the clause before where that says nothing else but when: 力争到2027年，…."""
    begun = page.clauses.start(max(sentence, figure.clause - 1), sentence)
    clause = page.text[begun : figure.clause].rstrip("，,")
    leads = _ONLY_WHEN.fullmatch(clause) or _SAYING.search(clause)
    return _last(page, begun, figure.clause) if leads else ""


def _last(page: Page, start: int, end: int) -> str:
    found = [match.lastgroup or "" for match in _WORDS.finditer(page.text, start, end)]
    return found[-1] if found else ""


def _governing(page: Page, figure: Figure) -> str:
    """The word in front of the first figure of a clause: it holds for the figures after it, too."""
    first = figure
    while first.previous and first.previous.start >= figure.clause:
        first = first.previous
    return _last(page, first.clause, first.start)


def _is_alternative(page: Page, figure: Figure) -> bool:
    """Whether it but raises the figure before it: 增长9.5%，力争10%."""
    before = figure.previous
    if before is None or not 0 < figure.start - before.end <= _LONGEST_LEAD:
        return False
    return not has_noun(page, figure.start, figure.quantity.start)


def _inherited(page: Page, scopes: Scopes, figure: Figure) -> str:
    sentence = scopes.sentence(figure.quantity.start)
    earlier = figure.previous
    while earlier is not None and earlier.start >= sentence:
        word = "" if _is_alternative(page, earlier) else _governing(page, earlier)
        word = word or _leading(page, earlier, sentence)
        if word:
            return word
        earlier = earlier.previous
    return ""

"""What a figure says of its indicator: a level, growth, decline, a share, a rank, a count."""

from __future__ import annotations

import re

from suggest.quantities import Quantity
from suggest.targets.page import Page

_MOVES = re.compile(
    r"""
    (?P<level>(?:提高|提升|上升|增加|增长|增|升|扩大|扩|降低|下降|降|压缩|压减|压|缩短|缩减|缩|减少|减|回落|收窄|拓展|扩展)(?:到|至|为)
      |达到?|突破|超过?|保持在|稳定在|控制在|维持在|不低于|不少于|不超过|为|至|实现|完成)
  | (?P<growth>增长|增加|提高|提升|上升|上涨|增幅|涨幅|增速|净增|增收|扩大|翻|多出|前进|回升|增|涨|升|加快)
  | (?P<decline>下降|减少|降低|压减|压缩|缩减|缩小|收窄|回落|下滑|削减|缩短|降幅|节约|节省|节电|节能|节水|压降|降本|减负|减排|减|降|跌|低(?!于))
  | (?P<share>占比|占|比重|比例|份额)
    """,
    re.VERBOSE,
)
_SHARE = re.compile(r"占比|占|比重|比例|份额|年度(?:计划|目标)的")
_CHANGE_UNITS = frozenset({"%", "pp", "multiple"})


def change(page: Page, start: int, quantity: Quantity) -> str:
    """The change that the words of `start` up to the value name; empty where none is named."""
    if quantity.base_unit == "rank":
        return "rank"
    words = page.text[start : quantity.value]
    moves = [match for match in _MOVES.finditer(words)]
    last = moves[-1].lastgroup if moves else None
    if last in {"growth", "decline"}:
        return _moved(words, moves[-1], quantity)
    if quantity.base_unit == "%" and _SHARE.search(words):
        return "share"
    if last == "level" and not quantity.counted:
        return "level"
    if quantity.counted:
        return (
            "level"
            if last == "level" and re.search(r"[达到破至为]", moves[-1].group())
            else "count"
        )
    return "level" if words else ""


def _moved(words: str, move: re.Match[str], quantity: Quantity) -> str:
    near = len(words) - move.end() <= 3
    if near or quantity.base_unit in _CHANGE_UNITS:
        return move.lastgroup or ""
    if quantity.counted:
        return "count"
    return move.lastgroup or "" if move.lastgroup == "decline" else "level"

"""Periods as people say them: 2024-H1 is 2024年上半年, 2021/2025 is “十四五”."""

from __future__ import annotations

import re

from tui.language import Phrase, say
from tui.review.period_input import FIRST_PLAN, FIRST_YEAR, YEARS_OF_PLAN

_PARTS = {
    "H1": Phrase("上半年", "first half of"),
    "H2": Phrase("下半年", "second half of"),
    "Q1": Phrase("一季度", "first quarter of"),
    "Q2": Phrase("二季度", "second quarter of"),
    "Q3": Phrase("三季度", "third quarter of"),
    "Q4": Phrase("四季度", "fourth quarter of"),
}
_POINT = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<part>H[12]|Q[1-4]|0[1-9]|1[0-2]))?")
_DIGITS = "零一二三四五六七八"


def period_words(value: str) -> str:
    """The period in words of the language spoken; what is no period as it is."""
    first, _, last = value.partition("/")
    if not all(_POINT.fullmatch(point) for point in ((first, last) if last else (first,))):
        return value
    if not last:
        return _point(first)
    plan = _plan(first, last)
    stretch = f"{_point(first)}—{_point(last)}"
    return f"{plan} {stretch}" if plan else stretch


def _point(value: str) -> str:
    year, _, part = value.partition("-")
    if part in _PARTS:
        phrase = _PARTS[part]
        return say(f"{year}年{phrase.zh}", f"{phrase.en} {year}")
    if part:
        return say(f"{year}年{int(part)}月", value)
    return say(f"{year}年", year)


def _plan(first: str, last: str) -> str:
    """The five-year plan of these years; empty where it is none."""
    if not (first.isdecimal() and last.isdecimal()) or int(last) - int(first) != YEARS_OF_PLAN - 1:
        return ""
    number, rest = divmod(int(first) - FIRST_YEAR, YEARS_OF_PLAN)
    if rest or not 0 <= number < len(_DIGITS) - 1:
        return ""
    name = f"“十{_DIGITS[number + 1]}五”"
    return say(name, f"{name} ({FIRST_PLAN + number}th plan)")

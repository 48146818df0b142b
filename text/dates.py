"""Dates as Chinese texts write them, and what they are in ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_DAY = "[一二三四五六七八九十]{1,3}"
_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?P<mark>[-/.年])\s?(?P<month>\d{1,2})"
    r"(?:\s?(?:月|(?P=mark))\s?(?P<day>\d{1,2})(?!\d)\s?[日号]?/?|\s?月)"
    rf"|(?P<zh_year>[一二][〇○零一二三四五六七八九]{{3}})年(?P<zh_month>{_CHINESE_DAY})月"
    rf"(?:(?P<zh_day>{_CHINESE_DAY})[日号])?"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start:end` (half-open code points); `iso` is `2023-06-01`, or `2023-06`."""

    start: int
    end: int
    iso: str


def find_date(text: str) -> FoundDate | None:
    """The first date of `text` that has a year and a month and stands in the calendar."""
    for match in _DATE.finditer(text):
        if iso := _iso(match):
            return FoundDate(*match.span(), iso)
    return None


def _iso(match: re.Match[str]) -> str | None:
    if match["year"]:
        year, month, day = match["year"], match["month"], match["day"]
    else:
        year = match["zh_year"].translate(_NUMERALS)
        month = str(_number(match["zh_month"]))
        day = str(_number(match["zh_day"])) if match["zh_day"] else None
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def _number(numeral: str) -> int:
    """The value of a Chinese numeral below a hundred: 十 10, 十二 12, 二十 20, 三十一 31."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(numeral.translate(_NUMERALS))
    return int((tens or "一").translate(_NUMERALS)) * 10 + int(ones.translate(_NUMERALS) or 0)

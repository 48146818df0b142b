"""Periods as they are typed: `25`, `145`, `24h1`, `25q3`, `2506`, `24-26`, 去年, 年底前."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from suggest.numerals import DIGITS, fold
from suggest.periods import From, Time, find_times
from tui.language import say
from tui.review.input_error import InputError

CENTURY = 70
"""Years of two digits from here on are of the last century: 78 is 1978, 25 is 2025."""

FIRST_PLAN, FIRST_YEAR, YEARS_OF_PLAN = 11, 2006, 5
"""The eleventh five-year plan began in 2006."""

_EARLY, _LATE = 3, 10
"""Months up to which one looks back on the year before, and from which ahead to the next."""

_Y = r"(?:(?:19|20)[0-9]{2}|[0-9]{2})"
_M = r"(?:1[0-2]|0?[1-9])"
_MM = r"(?:1[0-2]|0[1-9])"
_TO = r"(?:[-/~—–]|至|到)"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as the scheme writes it, empty for 每年 alone; `kind` is `in`, `by` or `each`.

    An empty `kind` says nothing of it.
    """

    value: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """When an article came out; None where unknown."""

    year: int | None = None
    month: int | None = None

    @classmethod
    def of(cls, published: str | None) -> Issued:
        """From an ISO date, whole or in part."""
        parts = [int(part) for part in (published or "").split("-") if part.isdecimal()]
        return cls(*parts[:2])

    def origin(self, counted_from: From) -> int | None:
        """The year that a time counts from; None where the article has no date."""
        if self.year is None:
            return None
        if counted_from is From.REVIEW:
            return self.year - ((self.month or 12) <= _EARLY)
        if counted_from is From.PLAN:
            return self.year + ((self.month or 1) >= _LATE)
        return self.year


def read_period(typed: str, published: str | None) -> Period:
    """The period that was typed; what is relative goes by the article's date (ISO).

    Nothing typed is no period. Raises InputError.
    """
    words = "".join(fold(typed).split()).lower()
    if not words:
        return Period("")
    issued = Issued.of(published)
    for pattern, read in _RULES:
        match = pattern.fullmatch(words)
        period = read(match, issued) if match else None
        if period is not None:
            return Period(period)
    return _worded(words, issued)


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < CENTURY else 1900)


def _plan(match: re.Match[str], _: Issued) -> str:
    number = int(match["plan"]) if match["plan"] else DIGITS[match["named"]]
    first = FIRST_YEAR + YEARS_OF_PLAN * (number - 1)
    return _span(str(first), str(first + YEARS_OF_PLAN - 1))


def _one_year(match: re.Match[str], _: Issued) -> str:
    return str(_year(match["y"]))


def _part(match: re.Match[str], issued: Issued) -> str:
    year = _year(match["y"]) if match["y"] else issued.year
    if year is None:
        raise _undated()
    return f"{year}-{match['part'].upper()}"


def _years(match: re.Match[str], _: Issued) -> str | None:
    first, last = match["a"], match["b"]
    if match["to"] == "-" and len(last) == 2 and _is_month(first, last):
        return None
    return _span(str(_year(first)), str(_year(last)))


def _is_month(first: str, last: str) -> bool:
    """Whether `2005-10` and `25-10` name a month; `05-10` and `24-26` are years."""
    return 1 <= int(last) <= 12 and (len(first) == 4 or int(last) <= int(first))


def _month(match: re.Match[str], _: Issued) -> str:
    return f"{_year(match['y'])}-{int(match['m'] or match['mm']):02}"


def _months(match: re.Match[str], _: Issued) -> str:
    first = _year(match["y"])
    last = _year(match["y2"]) if match["y2"] else first
    begin, stop = int(match["m"] or match["mm"]), int(match["m2"])
    return _span(f"{first}-{begin:02}", f"{last}-{stop:02}")


def _span(first: str, last: str) -> str:
    if first >= last:
        raise InputError(say(f"{last} 不在 {first} 之后", f"{last} does not come after {first}"))
    return f"{first}/{last}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Issued], str | None]], ...] = (
    (re.compile(r"1(?P<plan>[1-8])5|[“\"]?十(?P<named>[一二三四五六七八])五[”\"]?"), _plan),
    (re.compile(rf"(?P<y>{_Y})年?"), _one_year),
    (re.compile(rf"(?:(?P<y>{_Y})[-.年]?)?(?P<part>h[12]|q[1-4])"), _part),
    (re.compile(rf"(?P<a>{_Y})年?(?P<to>{_TO})(?P<b>{_Y})年?"), _years),
    (re.compile(rf"(?P<y>{_Y})(?:[-.](?P<m>{_M})|(?P<mm>{_MM}))"), _month),
    (
        re.compile(
            rf"(?P<y>{_Y})(?:[-.](?P<m>{_M})|(?P<mm>{_MM})){_TO}(?:(?P<y2>{_Y})[-.]?)?(?P<m2>{_M})"
        ),
        _months,
    ),
)


def _worded(words: str, issued: Issued) -> Period:
    """去年, 全年, 上半年, 1-4月, 到25年底, “十四五”, 每年."""
    words = re.sub(r"(?<![0-9])[0-9]{2}(?=年)", lambda y: str(_year(y.group())), words)
    time = next(find_times(words), None)
    if time is None or (time.start, time.end) != (0, len(words)):
        raise InputError(
            say(
                "读不出时期：25、24h1、25q3、2506、24-26、145、去年、年底前",
                "no period: 25, 24h1, 25q3, 2506, 24-26, 145, 去年, 年底前",
            )
        )
    return Period(_resolved(time, issued), time.kind.replace("now", "in"))


def _resolved(time: Time, issued: Issued) -> str:
    if time.kind == "each":
        return ""
    if time.kind == "now" and issued.year and issued.month:
        return f"{issued.year}-{issued.month:02}"
    value = time.period(issued.origin(time.origin))
    if not value:
        raise _undated()
    return value


def _undated() -> InputError:
    return InputError(
        say("本篇没有日期：请写出年份", "the article has no date: type the year as well")
    )

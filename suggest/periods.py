"""Expressions of time, and the periods they name once the article's date is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from suggest.numerals import DIGITS, parse_chinese


class From(StrEnum):
    """What the years of a time are counted from."""

    NOTHING = "nothing"  # 2025年: the year itself
    ARTICLE = "article"  # 今年, 去年: the year in which the article came out
    SPOKEN = "spoken"  # 上年: the year that is being spoken of, else the article's
    CONTEXT = "context"  # 上半年, 5月: the year that is being spoken of
    REVIEW = "review"  # 过去一年, 连续五年: the last year of what is looked back on
    PLAN = "plan"  # 三年内: the first year that is ahead


@dataclass(frozen=True, slots=True)
class Time:
    """`text[start:end]` (half-open code points) is the years `first` to `last`, or a part of one.

    `part` is `Hn`, `Qn`, `MM`, `MM/MM` or empty; `kind` is `in`, `by` (a deadline), `each`
    or `now`. `until` is true of the point up to which something was counted: 截至10月底; `since`
    of the year from which on: 2018年以来.
    """

    start: int
    end: int
    origin: From
    first: int
    last: int
    part: str = ""
    kind: str = "in"
    until: bool = False
    since: bool = False

    @property
    def years(self) -> int:
        """How many years it covers."""
        return self.last - self.first + 1

    def period(self, origin: int | None) -> str:
        """`YYYY`, `YYYY-Hn`, `YYYY-Qn`, `YYYY-MM`, `YYYY/YYYY` or `YYYY-MM/YYYY-MM`.

        `origin` is the year that the time counts from. Empty where that is unknown, and for 每年.
        """
        if self.kind == "each" or (origin is None and self.origin is not From.NOTHING):
            return ""
        zero = 0 if self.origin is From.NOTHING else origin or 0
        first, last = str(zero + self.first), str(zero + self.last)
        if "/" in self.part:
            begin, _, stop = self.part.partition("/")
            return f"{first}-{begin}/{last}-{stop}"
        if self.part:
            return f"{last}-{self.part}"
        return first if first == last else f"{first}/{last}"


_N = r"(?:[1-9][0-9]?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_YEAR = r"(?:(?<![0-9.])(?:19|20)[0-9]{2}|(?:一九|二[〇零])[〇零一二三四五六七八九]{2})"
_TO = r"(?:[—–\-~]{1,2}|至|到)"
_DAY = rf"(?:{_N}[日号](?:{_TO}{_N}[日号])?)"

_YEARS = re.compile(rf"(?P<a>{_YEAR})年?{_TO}(?P<b>{_YEAR})年?")
_DATE = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)[0-9]{1,2}"
    r"(?![0-9])/?(?:\s?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_PLAN = re.compile(
    r"(?P<by>到|至)?[“\"‘']?十(?P<n>[一二三四五六七八])五[”\"’']?(?P<tail>末|时期|期间|初期|以来"
    r"|前[三四]年)"
)
_EACH = re.compile(r"每年度?|每季度|每个?月|每[日天周]")
_NOW = re.compile(r"截至目前|截止目前|到目前为止|目前|眼下|本月(?![底末0-9])|本周|昨[日天]")
_PAST = re.compile(
    rf"过去(?:的)?(?P<a>{_N})年|近(?P<b>{_N})年来?|(?P<c>{_N})年来|连续(?P<d>{_N})年|一年来"
)
_HOLIDAY = re.compile(r"(?P<day>元旦|五一|国庆)[”’]?节?(?:小?长?假期?|黄金周|期间|首日)")
_MONTHS_OF_HOLIDAYS = {"元旦": "01", "五一": "05", "国庆": "10"}
_DAY_ALONE = re.compile(rf"(?:^|(?<=。)){_DAY}(?:[上下]午)?(?=，)", re.MULTILINE)
_AHEAD = re.compile(
    rf"(?<![第十0-9.上长期）)为达约近超过至到于限命续])(?:未来|今后"
    rf"|接下来)?(?P<n>{_N})(?:到(?P<m>{_N}))?年"
    r"(?P<after>之?后|以后|之?前|以前)?(?:之?内|左右的?时间|时间|左右|努力)?(?![期度级行计以之代检间来、平多]|制(?!定))"
)
_SINCE = re.compile(
    rf"[从自](?P<a>{_YEAR})年(?:起(?=，)|开始|[^，。；、0-9]{{0,8}}以来)|(?P<b>{_YEAR})年(?:以来|至今)"
)
_TWO = re.compile(r"(?:今明|(?P<later>明后))(?:两|二)?年")
_CALENDAR = re.compile(
    rf"""(?=[截到至0-9一二两三四五六七八九十今本年去上明来前头后首第全下新同])
    (?P<by>截至|截止到?|到|至)?
    (?:(?P<year>{_YEAR})年度?
      |(?P<word>年初(?=以来|至今)|开年(?=以来)|今年|本年度?|年内|新的?一年|(?<![年])同年(?!期)|去年|上年|上一年|明年|(?<![十几多百数])来年|前年|(?<![成产用工车营运付以])后年)
    )?
    (?:
      (?P<m1>{_N})月?份?{_TO}(?P<m2>{_N})月份?
    | (?:前|头)(?P<first>{_N})个?月份?
    | (?P<quarter>第?[一二三四1-4]季度|首季度?)
    | (?P<half>[上下]半年|前三季度|后两个?季度)
    | (?P<whole>全年|年[底末初]|[底末])
    | (?P<month>{_N})月{_DAY}?份?
    )?
    (?P<tail>[底末]?之?前|[底末]|以来)?
    """,
    re.VERBOSE,
)
_SHIFTS = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
_ORIGINS = {"同年": From.SPOKEN, "上年": From.SPOKEN, "上一年": From.SPOKEN}
_HALVES = {
    "上半年": "H1",
    "下半年": "H2",
    "后两季度": "H2",
    "后两个季度": "H2",
    "前三季度": "01/09",
}
_MONTHS_OF_ENDS = {"Q1": "03", "Q2": "06", "H1": "06", "Q3": "09", "01/09": "09"}
_CONTEXT_ONLY = {"底", "末", ""}


def find_times(text: str) -> Iterator[Time]:
    """The times of a folded `text` from left to right, the longest at each place."""
    found = [
        time
        for pattern, read in _RULES
        for match in pattern.finditer(text)
        if match.end() > match.start() and (time := read(match)) is not None
    ]
    done = 0
    for time in sorted(found, key=lambda time: (time.start, -time.end)):
        if time.start >= done:
            done = time.end
            yield time


def _number(words: str) -> int:
    return int(words) if words.isascii() else int(parse_chinese(words) or 0)


def _year(words: str) -> int:
    return int(words if words.isascii() else "".join(str(DIGITS[digit]) for digit in words))


def _years(match: re.Match[str]) -> Time:
    return Time(*match.span(), From.NOTHING, _year(match["a"]), _year(match["b"]))


def _date(match: re.Match[str]) -> Time:
    year, month = int(match["year"]), int(match["month"])
    return Time(*match.span(), From.NOTHING, year, year, f"{month:02}")


def _plan(match: re.Match[str]) -> Time:
    # The first five-year plan began in 1953, the eleventh in 2006.
    first = 2006 + 5 * (_number(match["n"]) - 1)
    if match["tail"] == "以来":
        return Time(*match.span(), From.NOTHING, first, first, since=True)
    if match["by"] or match["tail"] == "末":
        return Time(*match.span(), From.NOTHING, first + 4, first + 4, kind="by")
    return Time(*match.span(), From.NOTHING, first, first + 4)


def _each(match: re.Match[str]) -> Time:
    return Time(*match.span(), From.CONTEXT, 0, 0, kind="each")


def _past(match: re.Match[str]) -> Time:
    words = match["a"] or match["b"] or match["c"] or match["d"]
    return Time(*match.span(), From.REVIEW, 1 - (_number(words) if words else 1), 0)


def _ahead(match: re.Match[str]) -> Time:
    years = _number(match["m"] or match["n"])
    if match["after"] and match["after"].endswith("前"):
        return Time(*match.span(), From.REVIEW, -years, -years)
    if match["after"]:
        return Time(*match.span(), From.ARTICLE, years, years)
    return Time(*match.span(), From.PLAN, 0, years - 1)


def _holiday(match: re.Match[str]) -> Time:
    return Time(*match.span(), From.CONTEXT, 0, 0, _MONTHS_OF_HOLIDAYS[match["day"]])


def _since(match: re.Match[str]) -> Time:
    year = _year(match["a"] or match["b"])
    return Time(*match.span(), From.NOTHING, year, year, since=True)


def _two(match: re.Match[str]) -> Time:
    first = int(bool(match["later"]))
    return Time(*match.span(), From.ARTICLE, first, first + 1)


def _calendar(match: re.Match[str]) -> Time | None:
    if not (match["year"] or match["word"] or match["whole"] or _part(match)):
        return None
    if match["whole"] in _CONTEXT_ONLY and not (match["year"] or match["word"]):
        return None
    by = (
        match["by"] in {"到", "至"}
        or "前" in (match["tail"] or "")
        or match["whole"] in {"年底", "底"}
    )
    origin, year = From.CONTEXT, 0
    if match["year"]:
        origin, year = From.NOTHING, _year(match["year"])
    elif match["word"]:
        origin, year = _ORIGINS.get(match["word"], From.ARTICLE), _SHIFTS.get(match["word"], 0)
    until = bool(match["by"]) and match["by"].startswith("截")
    kind = "by" if by else "in"
    return Time(*match.span(), origin, year, year, _part(match), kind, until)


def _part(match: re.Match[str]) -> str:
    if match["first"]:
        return f"01/{_number(match['first']):02}"
    if match["m1"]:
        return f"{_number(match['m1']):02}/{_number(match['m2']):02}"
    if match["month"]:
        return f"{_number(match['month']):02}"
    ends = (match["by"] and match["tail"]) or match["tail"] in {"底", "末"}
    if ends and (match["quarter"] or match["half"]):
        return _MONTHS_OF_ENDS.get(_quarter(match), "12")  # 截至一季度末 is a point in time
    return _quarter(match)


def _quarter(match: re.Match[str]) -> str:
    if match["quarter"]:
        digit = match["quarter"].removeprefix("第")[0]
        return f"Q{digit if digit.isdigit() and digit.isascii() else DIGITS.get(digit, 1)}"
    return _HALVES.get(match["half"] or "", "")


def _now(match: re.Match[str]) -> Time:
    return Time(*match.span(), From.ARTICLE, 0, 0, kind="now")


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Time | None]], ...] = (
    (_YEARS, _years),
    (_DATE, _date),
    (_PLAN, _plan),
    (_NOW, _now),
    (_EACH, _each),
    (_PAST, _past),
    (_AHEAD, _ahead),
    (_HOLIDAY, _holiday),
    (_DAY_ALONE, _now),
    (_SINCE, _since),
    (_TWO, _two),
    (_CALENDAR, _calendar),
)

"""What a figure measures, made comparable: whose it is, of what, how much, and for when."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from store.figures import Figure


class Kind(StrEnum):
    """What sort of number it is; numbers of two kinds are never compared."""

    AMOUNT = "amount"  # so much there is, or is done
    CHANGE = "change"  # so much more, or less, than before
    SHARE = "share"
    RANK = "rank"


class Months(NamedTuple):
    """A stretch of months, both ends in it, counted from the year 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many months it is."""
        return self.last - self.first + 1

    def within(self, other: Months) -> bool:
        """Whether it lies in `other`."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True)
class Subject:
    """What two figures must share to be compared: the owner, the indicator, the kind of number.

    `basis` is what a change counts from, `yoy` where nothing is said.
    """

    owner: str
    indicator: str
    kind: Kind
    basis: str


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: in the base `unit` where that is known, else as written.

    A decline is a negative change. `slack` is half of the last digit written: 2315亿 may be
    2314.6亿. `top` is the upper end of a range.
    """

    value: Decimal
    unit: str
    slack: Decimal
    top: Decimal | None


_LONGEST = 40
"""Digits of a number that is taken for one; what is longer would take long to calculate with."""

_KNOWN = 4096
"""Names and periods kept once worked out: the same few stand in many figures."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_PERIOD = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?", re.ASCII)
_QUOTES = re.compile(r"[\s“”‘’\"'《》〈〉()（）「」·•]")

_LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|(?<=集团)公司)$")
_ORGAN = re.compile(
    r"(?<=[省市县区州旗镇乡盟])"
    r"(?:委(?:[和、]?[省市县区州旗镇乡盟]?(?:人民)?政府)?|(?:人民)?政府)$"
)
_PARTY = re.compile(r"(?<=..)(?:党委|党组|党工委)$")
_VERBS = re.compile(r"^(?:实现|完成|达到|累计|预计|力争|确保|全年|年度|同比)+")
_RATE = re.compile(r"(?:的)?(?:增速|增长率|增幅|同比)$")
_SYNONYMS = (
    ("规模以上", "规上"),
    ("限额以上", "限上"),
    ("国内生产总值", "gdp"),
    ("地区生产总值", "gdp"),
    ("生产总值", "gdp"),
    ("经济总量", "gdp"),
    ("主营业务收入", "营业收入"),
    ("营收", "营业收入"),
    ("固投", "固定资产投资"),
    ("研究与试验发展", "研发"),
    ("r&d", "研发"),
)
_KINDS = {"growth": Kind.CHANGE, "decline": Kind.CHANGE, "share": Kind.SHARE, "rank": Kind.RANK}


def subject(figure: Figure) -> Subject | None:
    """What `figure` is about; None where its owner or its indicator is not known."""
    owner, indicator = owner_key(figure.owner), indicator_key(figure.indicator)
    if not owner or not indicator:
        return None
    kind = kind_of(figure)
    basis = (figure.basis or "yoy") if kind is Kind.CHANGE else ""
    return Subject(owner, indicator, kind, basis)


@lru_cache(_KNOWN)
def owner_key(owner: str) -> str:
    """An owner's name without what varies from text to text.

    Width, case, blanks, quotes and brackets go, then legal forms (有限公司), and the organ that
    speaks for a place or a company (县委, 市政府, 党委): 嘉善县委 and 嘉善县 promise for one place.
    """
    name = _plain(owner)
    for ending in (_PARTY, _LEGAL_FORM, _ORGAN):
        name = ending.sub("", name)
    return name


@lru_cache(_KNOWN)
def indicator_key(indicator: str) -> str:
    """An indicator without the verbs in front and 增速 behind, by the commonest of its names."""
    name = _RATE.sub("", _VERBS.sub("", _plain(indicator)))
    for words, common in _SYNONYMS:
        name = name.replace(words, common)
    return name


def kind_of(figure: Figure) -> Kind:
    """The kind of number that `figure` is; GDP增速6% is a change, whatever its attributes say."""
    if figure.change not in _KINDS and figure.unit == "%" and _RATE.search(figure.indicator):
        return Kind.CHANGE
    return _KINDS.get(figure.change, Kind.AMOUNT)


def amount(figure: Figure) -> Amount | None:
    """How much it is; None where there is no number."""
    value = _number(figure.base_value)
    unit = figure.base_unit
    written = _number(figure.value)
    if value is None:
        value, unit = written, figure.unit
    if value is None:
        return None
    times = value / written if written else Decimal(1)
    exponent = (written or value).as_tuple().exponent
    digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
    highest = _number(figure.value_max)
    sign = -1 if figure.change == "decline" else 1
    return Amount(
        value=sign * value,
        unit=unit,
        slack=abs(digit * times) / 2,
        top=None if highest is None else sign * highest * times,
    )


@lru_cache(_KNOWN)
def months(period: str | None) -> Months | None:
    """The months of `2025`, `2025-H1`, `2025-Q2`, `2025-03`, a day, or a stretch `…/…`.

    None for what is no period.
    """
    begin, _, end = (period or "").partition("/")
    first = _stretch(begin)
    last = _stretch(end) if end else first
    if first is None or last is None or last.last < first.first:
        return None
    return Months(first.first, last.last)


def _stretch(period: str) -> Months | None:
    # A date of issue may have a day, which no figure needs.
    found = _PERIOD.fullmatch(period[:7])
    if found is None:
        return None
    year, half, quarter, month = (int(part) if part else None for part in found.groups())
    start = (year or 0) * 12
    if half:
        return Months(start + 6 * half - 6, start + 6 * half - 1)
    if quarter:
        return Months(start + 3 * quarter - 3, start + 3 * quarter - 1)
    if month is not None:
        return Months(start + month - 1, start + month - 1) if 1 <= month <= 12 else None
    return Months(start, start + 11)


def _plain(name: str) -> str:
    return _QUOTES.sub("", unicodedata.normalize("NFKC", name).casefold())


def _number(digits: str) -> Decimal | None:
    fits = len(digits) <= _LONGEST and _NUMBER.fullmatch(digits)
    return Decimal(digits) if fits else None

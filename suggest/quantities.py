"""Quantities: a number with its unit, its range and the bounds that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from suggest.numerals import DIGITS, Numeral, find_numerals, multiplier, parse_chinese
from suggest.units import UNIT, UNITS

_BEFORE = re.compile(
    r"""(?:
      (?P<at_least>不低于|不少于|不小于|不弱于|至少|最少|起码)
    | (?P<at_most>不超过|不高于|不大于|不多于|最多|至多|控制在|压缩在|限制在)
    | (?P<more>突破了?|超过了?|超出|超|逾|大于|多于|过)
    | (?P<less>低于|少于|小于|不足|不到|不满|未达|未满)
    | (?P<about>将近|接近|大约|大概|(?<![签节合预续履集契条公缔解])约(?:占|为|有|合|达)?|近达|近)
    )\s?$""",
    re.VERBOSE,
)
_AFTER = re.compile(
    r"""\s?(?:
      (?P<at_least>及以上|以上|之上)
    | (?P<at_most>以内|之内)
    | (?P<less>及以下|以下|之下)
    | (?P<about>左右|上下)
    | (?P<more>[多余](?![元个家项名种]))
    )""",
    re.VERBOSE,
)
_SIGNS = {"at_least": ">=", "at_most": "<=", "more": ">", "less": "<", "about": "~"}
_LONGEST_BOUND = 4
_LONGEST_NUMERAL = 24

_INEXACT = re.compile(r"(?P<more>[多余])|(?P<about>[来几])")
_LATE_SCALE = re.compile(r"[十百千]?[万亿]{1,2}|[百千](?!瓦|米|克|伏)")
_DASH = re.compile(r"\s?(?:[—–\-~]{1,2}|至|到)\s?")
_TENTHS = re.compile(
    r"半|[一二三四五六七八九](?![十百千万亿多个家条项种类部大次是季期批定些系般直])"
)
_AND_A_HALF = re.compile(r"个半(?P<name>小时|月)")
_OF_GRADES = re.compile(r"大(?=[“\"]?[百千万]亿)")
_VAGUE = re.compile(r"(?<=[数几])(?![0-9])|(?<=上)(?<![以线网会础]上)(?=[百千万])")
"""数千, 几十 and 上百 name no number (but 人数619万 does)."""

_WORDED = re.compile(
    r"""
    (?P<of>百分之|千分之|万分之)
    (?P<part>百(?!分)|[0-9]{1,3}(?:\.[0-9]{1,4})?
      |[零一二两三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]{1,4})?)
  | (?P<parts>[二三四五六七八九十])分之(?P<share>[一二两三四五六七八九])
  | (?<![0-9/.])(?P<over>[1-9])/(?P<under>[2-9])(?![0-9/月日页])
  | 翻了?(?P<about>近|约)?(?P<doubled>[一两二三四五六]?)番
  | (?P<none>清零)
  | (?P<half>过半数?|超半数|超过半数|超过?一半)
    """,
    re.VERBOSE,
)
_OF = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its unit: `text[start:end]` with its bounds, `text[value:after]` without them.

    All in half-open code points. `unit` is as written, with its multiplier, `name` without it;
    `number` and `maximum` (the upper end of a range) are in `unit`, `factor` is one `unit` in
    `base_unit`. Units are empty where the text gives none.
    """

    start: int
    end: int
    value: int
    after: int
    number: Decimal
    unit: str
    name: str
    base_unit: str
    factor: Decimal
    comparator: str = "="
    maximum: Decimal | None = None
    arabic: bool = True

    @property
    def base_value(self) -> Decimal:
        """`number` in `base_unit`."""
        return self.number * self.factor

    @property
    def counted(self) -> bool:
        """Whether it counts people or things one by one."""
        return self.base_unit == "count"


def find_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a folded `text` from left to right, those that only identify included."""
    numerals = find_numerals(text)
    numeral = next(numerals, None)
    for match in [*_WORDED.finditer(text), None]:
        limit = match.start() if match else len(text)
        done = 0
        while numeral is not None and numeral.start < limit:
            if numeral.start >= done and not _VAGUE.match(text, numeral.start):
                quantity = _joined(text, numeral)
                done = quantity.after
                yield bounded(text, quantity)
            numeral = next(numerals, None)
        if match:
            yield bounded(text, _worded(match))
            while numeral is not None and numeral.start < match.end():
                numeral = next(numerals, None)


def bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the bound words before and after it."""
    start, end, sign = quantity.start, quantity.end, quantity.comparator
    before = _BEFORE.search(text[max(0, start - _LONGEST_BOUND) : start])
    if before:
        start -= len(before.group())
        sign = _SIGNS[before.lastgroup or ""]
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
        sign = _SIGNS[after.lastgroup or ""]
    if quantity.maximum is not None:
        sign = "range"
    if (start, end, sign) == (quantity.start, quantity.end, quantity.comparator):
        return quantity
    return replace(quantity, start=start, end=end, comparator=sign)


def decimal_string(number: Decimal) -> str:
    """The number without exponent and without a fraction of zeros that multiplying added."""
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _joined(text: str, numeral: Numeral) -> Quantity:
    """The measure that begins with `numeral`, with the upper end of its range where it has one."""
    low = _measure(text, numeral)
    dash = _DASH.match(text, low.after)
    if dash is None or low.maximum is not None or _two_figures(text, low, dash.group()):
        return low
    shift = dash.end()
    second = next(find_numerals(text[shift : shift + _LONGEST_NUMERAL]), None)
    if second is None or second.start:
        return low
    second = replace(second, start=shift, end=second.end + shift)
    return _range(low, _measure(text, second)) or low


def _two_figures(text: str, low: Quantity, dash: str) -> bool:
    """Whether 由15天至3天 gives two figures, not a range."""
    return dash.strip() in {"至", "到"} and text[max(0, low.value - 1) : low.value] in {"由", "从"}


def _range(low: Quantity, high: Quantity) -> Quantity | None:
    """Both as one range in the unit of the lower end; None where they do not go together."""
    if not low.unit:
        low = replace(low, unit=high.unit, factor=high.factor)
    elif not low.name:
        low = replace(low, unit=low.unit + high.name, factor=low.factor * _one(high.name))
    elif low.base_unit != high.base_unit:
        return None
    low = replace(low, name=high.name, base_unit=high.base_unit)
    if not low.number or low.base_value >= high.base_value:
        return None
    maximum = high.number if low.factor == high.factor else high.base_value / low.factor
    return replace(low, end=high.end, after=high.after, maximum=maximum)


def _one(name: str) -> Decimal:
    unit = UNIT.match(name)
    return UNITS[unit["name"]].factor if unit else Decimal(1)


def _measure(text: str, numeral: Numeral) -> Quantity:
    """The number with the unit that follows it."""
    end, scale, sign = _scaled(text, numeral)
    after, name, base_unit, one = _unit(text, end, scale)
    number = numeral.value
    if text.startswith("个半", end):
        number += Decimal("0.5")
    tenths = _TENTHS.match(text, after) if name in {"成", "倍", "年", "个月"} else None
    if tenths:
        number += Decimal(DIGITS.get(tenths.group(), 5)) / 10
        after = tenths.end()
    return Quantity(
        start=numeral.start,
        end=after,
        value=numeral.start,
        after=after,
        number=number,
        unit=scale + name,
        name=name,
        base_unit=base_unit,
        factor=multiplier(scale) * one,
        comparator=sign,
        maximum=numeral.maximum,
        arabic=numeral.arabic,
    )


def _unit(text: str, end: int, scale: str) -> tuple[int, str, str, Decimal]:
    """Where the unit at `end` ends, its name, its base unit and what one of it is in that."""
    unit = None if _AND_A_HALF.match(text, end) else UNIT.match(text, end)
    if unit:
        known = UNITS[unit["name"]]
        return unit.end(), unit.group(), known.base + (unit["per"] or ""), known.factor
    if scale and text.startswith("级", end):  # 千亿级
        return end + 1, "", "", Decimal(1)
    half = _AND_A_HALF.match(text, end)
    if half:
        return half.end(), half["name"], "s", UNITS[half["name"]].factor
    if _OF_GRADES.match(text, end):  # 两大千亿级产业
        return end + 1, "", "count", Decimal(1)
    return end, "", "", Decimal(1)


def _scaled(text: str, numeral: Numeral) -> tuple[int, str, str]:
    """Where the number ends, its scale and its comparator, over 余 and 多 before scale and unit."""
    inexact = _INEXACT.match(text, numeral.end)
    if inexact is None:
        return numeral.end, numeral.scale, "="
    late = None if numeral.scale else _LATE_SCALE.match(text, inexact.end())
    end = late.end() if late else inexact.end()
    if not late and not UNIT.match(text, end):
        return numeral.end, numeral.scale, "="
    return end, late.group() if late else numeral.scale, _SIGNS[inexact.lastgroup or ""]


def _worded(match: re.Match[str]) -> Quantity:
    """百分之四十, 翻一番, 过半, 清零."""
    if match["parts"] or match["none"] or match["over"]:
        return _unitless(match)
    number, name, sign = Decimal(50), "%", ">"
    if match["of"]:
        number, name, sign = _part(match["part"]), _OF[match["of"]], "="
    elif match["half"] is None:
        number, name = Decimal(DIGITS.get(match["doubled"], 1)), "番"
        sign = "~" if match["about"] else "="
    start, end, unit = match.start(), match.end(), UNITS[name]
    return Quantity(start, end, start, end, number, name, name, unit.base, unit.factor, sign)


def _unitless(match: re.Match[str]) -> Quantity:
    """清零 as 0, 四分之一 and 1/4 as 0.25 (rounded to four places)."""
    start, end = match.span()
    share, parts = Decimal(0), Decimal(1)
    if match["parts"]:
        share, parts = Decimal(DIGITS[match["share"]]), parse_chinese(match["parts"]) or parts
    elif match["over"]:
        share, parts = Decimal(match["over"]), Decimal(match["under"])
    number = (share / parts).quantize(Decimal("0.0001")).normalize()
    return Quantity(start, end, start, end, number, "", "", "multiple", Decimal(1))


def _part(words: str) -> Decimal:
    return Decimal(words) if words.isascii() else parse_chinese(words) or Decimal(0)

"""Numbers as Chinese texts write them: 1,234.5 · 两万三千 · 1.5万 · 十二点三 · ３００."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
CHINESE = "零〇一二两三四五六七八九十百千"

LONGEST = 15
"""Digits: a longer run is the number of a document or an account, never a figure."""

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_WIDE |= {code: code - 0xFEE0 for code in (*range(0xFF41, 0xFF5B), 0xFF0B, 0xFF0D, 0xFF0F)}
_WIDE |= {ord("％"): "%", ord("．"): ".", ord("～"): "~", ord("－"): "-"}

_WIDE_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")

_NUMERAL = re.compile(
    rf"""
    (?P<sign>(?<![0-9A-Za-z%)）])[-−]|(?<![减担肩抱亏胜欠])负(?=[0-9]))?
    (?<![0-9.])(?P<arabic>
        [0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}(?![0-9,])(?:\.[0-9]{{1,6}})?
      | [0-9]{{1,3}}(?:[ \u2009\u00a0][0-9]{{3}}){{1,4}}(?![0-9.\s])(?=[万亿千百]?[㐀-鿿%‰])
      | [0-9]{{1,{LONGEST}}}(?![0-9])(?:[.][0-9]{{1,9}}(?![0-9.]))?
    )
  | (?P<chinese>(?![零〇万亿])
        (?:(?![百千][瓦米克伏帕卡赫])[{CHINESE}万亿]){{1,16}}(?:点[零〇一二三四五六七八九]{{1,6}}(?:[万亿]{{1,2}})?)?)
    """,
    re.VERBOSE,
)
_SCALE = re.compile(r"[十百千]?(?:[万亿]|兆(?![瓦伏赫焦帕字比])){1,2}|[百千]")
_CHINESE_SCALE = re.compile(r"[万亿兆]{1,2}$")
_OR = re.compile(
    r"(?!(?<=^十)四五$)(?P<low>[一二三四五六七八]|两(?=三))"
    r"(?P<high>(?<=一)二|(?<=[二两])三|(?<=三)[四五]|(?<=四)五|(?<=五)六|(?<=六)七|(?<=七)八|(?<=八)九)"
    r"(?=$|[十百千万])"
)
"""Two digits in a row that say “this or that many”: 二十五六, 七八百, 两三; 十四五 is a plan."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number at `text[start:end]` (half-open code points).

    `scale` is the multiplier written last (万, 亿, 万亿; empty where there is none): it belongs to
    the unit, stands at `text[end - len(scale):end]` and is not counted into `value`. `maximum` is
    the upper end of what two digits in a row leave open: 二十五六万.
    """

    start: int
    end: int
    value: Decimal
    scale: str
    arabic: bool
    maximum: Decimal | None = None

    @property
    def multiplier(self) -> int:
        """What `scale` multiplies by."""
        return multiplier(self.scale)


def fold(text: str) -> str:
    """Full-width digits, letters, signs and the commas within numbers made half-width.

    Each character is made one character: offsets stay.
    """
    return _WIDE_COMMA.sub(",", text.translate(_WIDE))


def multiplier(scale: str) -> int:
    """The product of the multipliers in `scale`: 千万 is 10,000,000, the empty string 1."""
    product = 1
    for character in scale:
        product *= PLACES.get(character) or SCALES[character]
    return product


def parse_chinese(words: str) -> Decimal | None:
    """The value of a Chinese numeral without a scale at its end; None where it is not one.

    A row of digits such as 二三 is no numeral: it reads as a year, a telephone or “two or three”.
    """
    whole, _, fraction = words.partition("点")
    value = _whole(whole)
    if value is None:
        return None
    digits = "".join(str(DIGITS[digit]) for digit in fraction)
    return Decimal(f"{value}.{digits}") if digits else Decimal(value)


def find_numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a folded `text` from left to right, those that only identify included."""
    for match in _NUMERAL.finditer(text):
        numeral = _arabic(text, match) if match["arabic"] else _chinese(match)
        if numeral is not None:
            yield numeral


def _arabic(text: str, match: re.Match[str]) -> Numeral:
    value = Decimal(re.sub(r"[,\s]", "", match["arabic"]))
    scale = _SCALE.match(text, match.end())
    return Numeral(
        match.start(),
        scale.end() if scale else match.end(),
        -value if match["sign"] else value,
        scale.group() if scale else "",
        arabic=True,
    )


def _chinese(match: re.Match[str]) -> Numeral | None:
    words = match["chinese"]
    scale = _CHINESE_SCALE.search(words)
    if scale and scale.start() == 0:
        return None
    scaled = scale.group() if scale else ""
    low, high = _bounds(words.removesuffix(scaled))
    value, maximum = parse_chinese(low), parse_chinese(high) if high else None
    if not value or (high and maximum is None):
        return None
    return Numeral(match.start(), match.end(), value, scaled, arabic=False, maximum=maximum)


def _bounds(words: str) -> tuple[str, str]:
    """The numerals of the two ends of 二十五六 (二十五, 二十六); the second is empty for others.

    A pair of digits alone names no number, but for 两三: 二三 may be a row of digits.
    """
    pair = _OR.search(words)
    if pair is None or (len(words) == len(pair.group()) and pair["low"] != "两"):
        return words, ""
    before, after = words[: pair.start()], words[pair.end() :]
    return before + pair["low"] + after, before + pair["high"] + after


def _whole(words: str) -> int | None:
    total = section = 0
    digit: int | None = None
    for character in words:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in PLACES:
            section += PLACES[character] * (1 if digit is None else digit)
            digit = None
        else:
            total = (total + section + (digit or 0)) * SCALES[character]
            section, digit = 0, None
    return total + section + (digit or 0)

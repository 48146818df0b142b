"""Numbers as Chinese texts write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suggest.numerals import find_numerals, fold, multiplier, parse_chinese

DIGITS = "零一二三四五六七八九"


def values(text: str) -> list[tuple[str, str]]:
    return [(str(n.value), n.scale) for n in find_numerals(fold(text))]


@pytest.mark.parametrize(
    ("words", "value", "scale"),
    [
        ("三千五百", "3500", ""),
        ("两万三千亿", "23000", "亿"),
        ("十二点三", "12.3", ""),
        ("三百万", "300", "万"),
        ("百亿", "100", "亿"),
        ("一千二百", "1200", ""),
        ("一百零五", "105", ""),
        ("1.5万亿", "1.5", "万亿"),
        ("9,200万", "9200", "万"),
        ("2，100万", "2100", "万"),
        ("1 200家", "1200", ""),
        ("３００", "300", ""),
        ("-1.11", "-1.11", ""),
        ("5.0", "5.0", ""),
    ],
)
def test_a_number_and_its_multiplier(words: str, value: str, scale: str) -> None:
    """The multiplier written last belongs to the unit; everything before it is the value."""
    assert values(words) == [(value, scale)]


@pytest.mark.parametrize(
    "words", ["二三", "一二三产业", "十四五", "亿千瓦时", "零部件", "万物", "1" * 40]
)
def test_what_is_no_number(words: str) -> None:
    """Rows of digits, multipliers alone and endless runs of digits are no numbers."""
    assert values(words) == []


def test_a_minus_is_no_dash() -> None:
    """A sign counts at the start of a number, not between two of them."""
    assert values("为-2.4%") == [("-2.4", "")]
    assert values("6-8家") == [("6", ""), ("8", "")]
    assert values("负1.1%") == [("-1.1", "")]
    assert values("减负25亿元") == [("25", "亿")]


def test_folding_keeps_every_offset() -> None:
    """Full-width digits, letters and commas within numbers become narrow, one for one."""
    assert fold("２，１００ＧＷ，同比") == "2,100GW，同比"


def test_multipliers_multiply() -> None:
    """千万 is ten million, nothing is one."""
    assert (multiplier("千万"), multiplier("万亿"), multiplier("")) == (10**7, 10**12, 1)


def written(number: int) -> str:
    """A number below ten thousand as it is written out in Chinese."""
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_what_is_written_out_is_read_back(high: int, low: int) -> None:
    """Every number below a hundred million, written out in full, has its value."""
    words = written(high) + "万" + (("零" if low < 1000 else "") + written(low) if low else "零")
    assert parse_chinese(words) == Decimal(high * 10**4 + low)


@given(st.text(alphabet="零一两三九十百千万亿点12.,，- %元", max_size=60))
def test_numerals_are_in_order_and_within_the_text(text: str) -> None:
    """Whatever the text, numerals follow one another inside it and are never empty."""
    done = 0
    for numeral in find_numerals(text):
        assert done <= numeral.start < numeral.end <= len(text)
        done = numeral.end - len(numeral.scale)

"""Numbers with units, ranges and bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suggest.numerals import fold
from suggest.quantities import Quantity, decimal_string, find_quantities
from suggest.shared_units import share_units


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(fold(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "base_value", "base_unit"),
    [
        ("2300亿元", "2300", "亿元", "230000000000", "CNY"),
        ("1.27亿美元", "1.27", "亿美元", "127000000", "USD"),
        ("百分之四十", "40", "%", "40", "%"),
        ("五成", "5", "成", "50", "%"),
        ("九成二回落", "9.2", "成", "92", "%"),
        ("6.72‰", "6.72", "‰", "0.672", "%"),
        ("0.86个百分点", "0.86", "个百分点", "0.86", "pp"),
        ("3万亩", "3", "万亩", "20000000.000001", "m2"),
        ("20万千瓦", "20", "万千瓦", "200000000", "W"),
        ("8亿千瓦时", "8", "亿千瓦时", "800000000000", "Wh"),
        ("986千克标准煤", "986", "千克标准煤", "0.986", "t"),
        ("翻一番", "1", "番", "2", "multiple"),
        ("翻两番", "2", "番", "4", "multiple"),
        ("2.3倍", "2.3", "倍", "2.3", "multiple"),
        ("四个半小时", "4.5", "小时", "16200", "s"),
        ("27微克/立方米", "27", "微克/立方米", "0.000000000027", "t/立方米"),
        ("860台（套）", "860", "台（套）", "860", "count"),
        ("四分之一", "0.25", "", "0.25", "multiple"),
        ("2/3", "0.6667", "", "0.6667", "multiple"),
        ("五千一百一十九点九亿元", "5119.9", "亿元", "511990000000", "CNY"),
        ("一万六千九百九十八亿元", "16998", "亿元", "1699800000000", "CNY"),
        ("千万千瓦", "1000", "万千瓦", "10000000000", "W"),
        ("500兆瓦", "500", "兆瓦", "500000000", "W"),
        ("120吉瓦", "120", "吉瓦", "120000000000", "W"),
        ("10GWh", "10", "GWh", "10000000000", "Wh"),
        ("20万千伏安", "20", "万千伏安", "200000000", "VA"),
        ("42个基点", "42", "个基点", "0.42", "pp"),
        ("30万标箱", "30", "万标箱", "300000", "TEU"),
        ("5亿标方", "5", "亿标方", "500000000", "m3"),
        ("1.3万亿斤", "1.3", "万亿斤", "650000000", "t"),
        ("50万亿韩元", "50", "万亿韩元", "50000000000000", "KRW"),
        ("5000万欧元", "5000", "万欧元", "50000000", "EUR"),
        ("三成五", "3.5", "成", "35", "%"),
        ("一倍半", "1.5", "倍", "1.5", "multiple"),
        ("79岁", "79", "岁", "79", "a"),
        ("学生人数619.3万人", "619.3", "万人", "6193000", "count"),
        ("1 200万元", "1200", "万元", "12000000", "CNY"),
        ("2，100万元", "2100", "万元", "21000000", "CNY"),
        ("１２．５％", "12.5", "%", "12.5", "%"),
        ("一百二十多名", "120", "名", "120", "count"),
        ("500P", "500", "P", "500000000000000000", "FLOPS"),
    ],
)
def test_units_and_base_units(
    text: str, value: str, unit: str, base_value: str, base_unit: str
) -> None:
    """The unit is as written with its multiplier; the base value is exact."""
    quantity = only(text)
    assert (decimal_string(quantity.number), quantity.unit) == (value, unit)
    assert (decimal_string(quantity.base_value), quantity.base_unit) == (base_value, base_unit)


@pytest.mark.parametrize(
    ("text", "comparator", "words"),
    [
        ("不低于24亿元", ">=", "不低于24亿元"),
        ("3.6%以上", ">=", "3.6%以上"),
        ("至少5000万元", ">=", "至少5000万元"),
        ("突破150家", ">", "突破150家"),
        ("超100亿元", ">", "超100亿元"),
        ("60余名", ">", "60余名"),
        ("3000多亩", ">", "3000多亩"),
        ("20多万人", ">", "20多万人"),
        ("过半", ">", "过半"),
        ("控制在58%以内", "<=", "控制在58%以内"),
        ("不超过500万元", "<=", "不超过500万元"),
        ("3.2%以下", "<", "3.2%以下"),
        ("近两百家", "~", "近两百家"),
        ("20项左右", "~", "20项左右"),
        ("翻了近一番", "~", "翻了近一番"),
        ("340万吨", "=", "340万吨"),
        ("签约亿元项目4个", "=", "4个"),
        ("逾10万吨", ">", "逾10万吨"),
        ("1亿多元", ">", "1亿多元"),
        ("两倍多", ">", "两倍多"),
        ("十余家", ">", "十余家"),
        ("两百来斤", "~", "两百来斤"),
        ("15元上下", "~", "15元上下"),
        ("将近3000人", "~", "将近3000人"),
        ("不足10%", "<", "不足10%"),
    ],
)
def test_bounds_on_either_side(text: str, comparator: str, words: str) -> None:
    """A bound before or after the value makes the comparator and belongs to the words."""
    quantity = only(text)
    assert quantity.comparator == comparator
    assert text[quantity.start : quantity.end] == words


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("6%—6.5%", "6", "6.5", "%"),
        ("10至15个", "10", "15", "个"),
        ("三到五倍", "3", "5", "倍"),
        ("1.2亿—1.5亿元", "1.2", "1.5", "亿元"),
        ("8—10家", "8", "10", "家"),
        ("20亿元至24亿元", "20", "24", "亿元"),
        ("9000万—1.2亿元", "9000", "12000", "万元"),
        ("三十四五万元", "34", "35", "万元"),
        ("七八百吨", "700", "800", "吨"),
        ("两三家", "2", "3", "家"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    """A range has both ends in the unit of the lower one."""
    quantity = only(text)
    assert quantity.maximum is not None
    assert (decimal_string(quantity.number), decimal_string(quantity.maximum)) == (low, high)
    assert (quantity.unit, quantity.comparator) == (unit, "range")


def test_from_one_value_to_another_is_no_range() -> None:
    """由15天至3天 states two values."""
    assert [str(q.number) for q in find_quantities("由15天至3天")] == ["15", "3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别高0.6、1.3个百分点", [("0.6", "个百分点"), ("1.3", "个百分点")]),
        ("分别完成12.5和8亿元", [("12.5", "亿元"), ("8", "亿元")]),
        ("分别拉动2.1个、0.4个百分点", [("2.1", "个百分点"), ("0.4", "个百分点")]),
        ("引进3、4个项目", [("3", ""), ("4", "个")]),
    ],
)
def test_a_unit_for_several_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    """Numbers that 分别 makes figures of their own share the unit behind the last of them."""
    assert [(str(q.number), q.unit) for q in share_units(text, find_quantities(text))] == expected


@pytest.mark.parametrize("text", ["数千家", "几十个", "若干项", "上百个", "上千家企业"])
def test_words_without_a_number(text: str) -> None:
    """数千 names no value."""
    assert list(find_quantities(text)) == []


@given(st.text(alphabet="近超百分之半翻番成个余多至—12.5三十万亿%元家以上内左右，。", max_size=60))
def test_quantities_are_in_order_and_within_the_text(text: str) -> None:
    """Whatever the text, a quantity encloses its value, and values do not overlap."""
    done = 0
    for quantity in find_quantities(text):
        assert 0 <= quantity.start <= quantity.value < quantity.after <= quantity.end <= len(text)
        assert quantity.value >= done
        done = quantity.after

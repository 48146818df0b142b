"""Expressions of time and the periods they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suggest.numerals import fold
from suggest.periods import Time, find_times


def only(text: str) -> Time:
    (time,) = find_times(fold(text))
    return time


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("2023年", "2023", "in"),
        ("二〇二五年", "2025", "in"),
        ("今年1至4月", "2024-01/2024-04", "in"),
        ("1—5月份", "2024-01/2024-05", "in"),
        ("到2025年", "2025", "by"),
        ("2024年底前", "2024", "by"),
        ("年底前", "2024", "by"),
        ("6月底前", "2024-06", "by"),
        ("“十四五”期间", "2021/2025", "in"),
        ("到“十五五”末", "2030", "by"),
        ("三年内", "2024/2026", "in"),
        ("未来三到五年", "2024/2028", "in"),
        ("三年后", "2027", "in"),
        ("每年", "", "each"),
        ("去年", "2023", "in"),
        ("上半年", "2024-H1", "in"),
        ("2024年一季度", "2024-Q1", "in"),
        ("第四季度", "2024-Q4", "in"),
        ("前三季度", "2024-01/2024-09", "in"),
        ("截至一季度末", "2024-03", "in"),
        ("2023—2025年", "2023/2025", "in"),
        ("2024-03-22 08:16", "2024-03", "in"),
        ("1月18日至19日", "2024-01", "in"),
        ("连续五年", "2020/2024", "in"),
        ("过去一年", "2024", "in"),
        ("前10个月", "2024-01/2024-10", "in"),
        ("今年前5月", "2024-01/2024-05", "in"),
        ("２０２５年１１月６日", "2025-11", "in"),
        ("三年前", "2021", "in"),
        ("今明两年", "2024/2025", "in"),
        ("明后两年", "2025/2026", "in"),
        ("上年", "2023", "in"),
        ("二季度末", "2024-06", "in"),
        ("国庆假期", "2024-10", "in"),
    ],
)
def test_periods_of_an_article_of_2024(text: str, period: str, kind: str) -> None:
    """Relative times count from the year that is spoken of."""
    time = only(text)
    assert (time.period(2024), time.kind) == (period, kind)
    assert (time.start, time.end) == (0, len(text))


def test_a_year_that_is_unknown_names_no_period() -> None:
    """Without the article's year 上半年 has no period, 2025年 has."""
    assert only("上半年").period(None) == ""
    assert only("2025年").period(None) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "三年行动方案",
        "建成后年产值",
        "第十五次",
        "工期30个月",
        "7.8年",
        "十年间",
        "改革两年多",
        "十来年的事",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Names, ordinals and stretches that are measured are no times."""
    assert list(find_times(text)) == []


@given(
    st.text(alphabet="截至到今去明年底末前后2012345一二三十月日上下半季度每内—“”五", max_size=40)
)
def test_times_do_not_overlap(text: str) -> None:
    """Whatever the text, times follow one another inside it."""
    done = 0
    for time in find_times(text):
        assert done <= time.start < time.end <= len(text)
        done = time.end

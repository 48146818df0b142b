"""Who wrote, issued and sent an article, as its lines and paragraphs say it."""

from __future__ import annotations

import pytest

from text.bylines import lead_end, split_line, tail


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "来源:驻马店日报 作者:驻郑办 发表日期:2020年09月10日",
            [
                ("source", "来源:驻马店日报"),
                ("byline", "作者:驻郑办"),
                ("date", "发表日期:2020年09月10日"),
            ],
        ),
        (
            "发布日期:2013-01-21    浏览次数:2",
            [("date", "发布日期:2013-01-21"), ("boilerplate", "浏览次数:2")],
        ),
        ("长江云  2018-07-31 23:27:39", [("source", "长江云"), ("date", "2018-07-31 23:27:39")]),
        (
            "2026-03-16 10:40:34 | 来源:泰州日报",
            [("date", "2026-03-16 10:40:34"), ("source", "来源:泰州日报")],
        ),
        ("| | | 2019年01月28日 星期一", [("date", "2019年01月28日 星期一")]),
        ("【编辑:付子豪】", [("byline", "编辑:付子豪")]),
        ("南方日报记者 黄培强 梁时禹", [("byline", "南方日报记者 黄培强 梁时禹")]),
        (
            "来源：东南网 我来说两句",
            [("source", "来源：东南网"), ("boilerplate", "我来说两句")],
        ),
        ("2024年度工作会议记者见面会", None),
        ("记者节活动举行", None),
        ("2024年3月28日在临江市第十届人民代表大会上", None),
    ],
)
def test_credit_lines_come_apart(line: str, parts: list[tuple[str, str]] | None) -> None:
    """Dates, sources, by-lines and counters in one line, in any order; other lines do not."""
    found = [(kind.value, line[start:end]) for kind, start, end in split_line(line)]
    assert found == (parts or [])


@pytest.mark.parametrize(
    ("paragraph", "byline"),
    [
        ("新华社北京3月13日电 两会期间", "新华社北京3月13日电"),
        ("本报讯(黄水成 童桂贤)近日,平和", "本报讯(黄水成 童桂贤)"),
        ("本网讯 (记者 张再行)3月13日,", "本网讯 (记者 张再行)"),
        ("临江市（以下简称“临江”）地处", ""),
        ("3月13日电力供应平稳", ""),
        ("公司（含子公司）实现产值", ""),
    ],
)
def test_paragraphs_may_open_with_a_dateline(paragraph: str, byline: str) -> None:
    """What agency and reporter sign stands before the first sentence."""
    assert paragraph[: lead_end(paragraph)].rstrip() == byline


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("推动项目早日签约落地。(朱怡舟)", "(朱怡舟)"),
        ("绿色产业。(唐严 汤越)", "(唐严 汤越)"),
        ("不予批准。(李 刚)", "(李 刚)"),
        ("集聚效应。(记者 唐翀 通讯员 王晓光)", "(记者 唐翀 通讯员 王晓光)"),
        ("力量。（来源：化工报 编辑：简安）", "（来源：化工报 编辑：简安）"),
        ("营业收入增长5%（含税）", None),
        ("简称产业园（园区）", None),
    ],
)
def test_paragraphs_may_end_with_a_credit(paragraph: str, credit: str | None) -> None:
    """Names in brackets after the last full stop sign the article."""
    part = tail(paragraph)
    assert (paragraph[part[1] : part[2]] if part else None) == credit

"""Lines broken at a margin, and those that are meant."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import wrapped_lines

PAGE = (
    "杭钢集团认真贯彻落实省第十五次党代会精神，坚持走绿\n"
    "色低碳循环发展之路，全力抓好节能环保这一战略主攻产\n"
    "业，致力于生态环保项目开发投资、生态环保产业孵化运\n"
    "营和生态环保综合服务。环保产业经过多年发展，在固废\n"
    "（危废）等领域已形成一定基础。\n"
    "下一步，各单位将加快推进，2023年力争实现R&D投入增\n"
    "长10%以上。\n"
)


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    """The breaks at the margin go, those between paragraphs stay."""
    clean = mended(wrapped_lines.find, PAGE)
    assert clean == PAGE.replace("绿\n色", "绿色").replace("产\n业", "产业").replace(
        "运\n营", "运营"
    ).replace("废\n（", "废（").replace("增\n长", "增长")


def test_indented_paragraphs_begin_anew() -> None:
    """An indented line opens a paragraph even below a full line, and other lines lose no blank."""
    lines = ["\u3000\u3000" + "新质生产力是，" * 3, *["先进生产力质态，" * 3] * 4]
    text = "\n".join(lines * 2)
    assert mended(wrapped_lines.find, text).count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "坚持“三大突出” 开启“双示范”两个“新三年”建设\n市委常委、嘉善县委书记\n江海洋\n新的一年。",
        "一、总体要求\n二、主要目标\n三、重点任务",
        "春眠不觉晓，\n处处闻啼鸟。",
        "第一段，说了话。\n第二段，也说了话。\n第三段",
        "产品名称 单位 产量\n水泥 万吨 986.42\n钢材 万吨 12.34\n发电 亿度 22.11",
        "甲\n\n乙，\n\n丙",
    ],
)
def test_sound_lines_stay(text: str) -> None:
    """Headlines, lists, verse, paragraphs and tables are left line for line."""
    assert wrapped_lines.find(text) == []


def test_a_line_cannot_start_with_a_stop() -> None:
    """A break before a mark that never opens a line is none, even in two lines."""
    assert mended(wrapped_lines.find, "全年增长5%\n，完成计划") == "全年增长5%，完成计划"
    assert mended(wrapped_lines.find, "we will\n，and") == "we will，and"

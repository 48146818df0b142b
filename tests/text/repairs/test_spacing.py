"""Blanks between characters, and those that are meant."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import spacing


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("挖 掘 新 质 生 产 力  推 动 再 升 级", "挖掘新质生产力  推动再升级"),
        ("2 0 2 3 年 统 计 公 报", "2023年统计公报"),
        (
            "正文。\n统\u3000计\u3000公\u3000报\u3000摘\u3000登\n正 文",
            "正文。\n统计公报摘登\n正 文",
        ),
    ],
)
def test_letter_spacing_goes(text: str, clean: str) -> None:
    """A line with a blank after each character is closed up; its word spaces stay."""
    assert mended(spacing.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "市经信局局长 章 澜",
        "聚焦“绿色 低碳 智能 高端”转型",
        "水泥 万吨 986.42 -7.3",
        "张 三",
        "a b c d e f g",
    ],
)
def test_meant_spaces_stay(text: str) -> None:
    """Names of two characters, spaced headlines, tables and Latin letters are left alone."""
    assert spacing.find(text) == []

"""Ranks: 第三位, 前十, 第87名, 首位, where a text says that somebody holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from suggest.numerals import parse_chinese
from suggest.quantities import Quantity
from suggest.words import either

_HELD = either("""
    居 位居 稳居 跃居 位列 名列 列 排 排名 排名在 排名第 位次 跻身 进入 进 入围 挺进 迈入 进军 冲进
    闯入 跃升 升至 升到 降至 退至 滑落至 由 从 首次 均 保持 保持在 稳定在
""")
_RANK = re.compile(
    rf"""
    (?:全[省市国县区球行]|国内|世界|[东西中]部|{_HELD})
    (?P<where>[^，。；：、\n0-9第前]{{0,12}}(?:[0-9]{{1,3}}强)?)
    (?P<rank>(?:首(?=位(?!度))|(?:第|前)(?P<number>[0-9]{{1,4}}|[一二三四五六七八九十百两]{{1,4}}))
      (?:(?P<unit>[位名])|(?![一-鿿0-9])|(?=[的强并且升降])))
    """,
    re.VERBOSE,
)


def find_ranks(text: str) -> Iterator[Quantity]:
    """The ranks in a folded `text`, from left to right; the unit is 位, 名 or empty."""
    for match in _RANK.finditer(text):
        words = match["number"] or "1"  # 首位
        number = Decimal(words) if words.isascii() else parse_chinese(words)
        if number is None:
            continue
        start, end = match.span("rank")
        unit = match["unit"] or ""
        yield Quantity(start, end, start, end, number, unit, unit, "rank", Decimal(1))

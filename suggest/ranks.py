"""Ranks: 第三位, 前十, 第87名, where a text says that somebody holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from suggest.numerals import parse_chinese
from suggest.quantities import Quantity

_RANK = re.compile(
    r"""
    (?:全[省市国县区球行]|国内|世界|[东西中]部|位?居|位列|名列|列|排名?(?:在|第)?|跻身|进入|进|稳居|跃居|跃升|升至|升到|挺进|迈入|进军|冲进|闯入|入围|保持(?:在)?
      |由|从|降至|退至|滑落至|首次|均|稳定在|位次)
    (?P<where>[^，。；：、\n0-9第前]{0,12}(?:[0-9]{1,3}强)?)
    (?P<rank>(?:第|前)(?P<number>[0-9]{1,4}|[一二三四五六七八九十百两]{1,4})(?P<unit>位|名)?)
    (?![届次个期批条章轮代号产季年月大步医附梯方阵线]|[中高]学)
    """,
    re.VERBOSE,
)


def find_ranks(text: str) -> Iterator[Quantity]:
    """The ranks in a folded `text`, from left to right; the unit is 位, 名 or empty."""
    for match in _RANK.finditer(text):
        words = match["number"]
        number = Decimal(words) if words.isascii() else parse_chinese(words)
        if number is None:
            continue
        start, end = match.span("rank")
        unit = match["unit"] or ""
        yield Quantity(start, end, start, end, number, unit, unit, "rank", Decimal(1))

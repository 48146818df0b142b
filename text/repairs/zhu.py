"""著 as 着: which of the two a traditional 著 is in simplified text, which OpenCC leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where 著 is zhù (to write, a work, marked). Elsewhere it is zhe or zháo, now written 着.
_ZHU = re.compile(
    "著(?:名(?![字單单片額额])|作(?![品業业為为出])|[称稱述錄录譯译]|書立|书立|等身|有[《「『])"
    "|(?<![彰凸突])[顯显]著|[卓昭名巨專专編编撰拙遺遗土素原所較较]著"
    "|(?<![談谈討讨議议爭争評评辯辩])[論论]著|(?<![配結结符混融聚集聯联整組组])合著"
    "|(?<!翻)[譯译]著|(?<![更創创革])新著|(?:[見见識识]微知|睹微知)著"
)
_PERHAPS_ZHU = frozenset("有書书者文作名《")

# What copies keep that went through OpenCC before.
_LEFT_BEHIND = re.compile(
    "(?:[随沿顺跟]|意味|标志|充满|紧接)(?P<particle>著)(?![名作称述录书者])"
    "|(?<![显卓昭名巨专编撰拙遗土素原所较论合译新自])(?P<verb>著)(?=力|眼于|手[开启推]|重[于指强]|陆)"
)


def zhu_or_zhe(line: str, at: int) -> tuple[str, bool]:
    """Whether the 著 at `at` of a traditional `line` stays 著 or is 着, and if that is certain."""
    for word in _ZHU.finditer(line, max(0, at - 4), at + 4):
        if word.start() <= at < word.end():
            return "著", True
    return "着", line[at + 1 : at + 2] not in _PERHAPS_ZHU


def left_behind(line: str) -> Iterator[int]:
    """Where in a simplified `line` a 著 stands that can only be 着."""
    for word in _LEFT_BEHIND.finditer(line):
        yield word.start("particle") if word["particle"] else word.start("verb")

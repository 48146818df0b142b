"""Lists that say what their members are: A、B、C等重点项目, 来自A、B等地, A、B等领军企业."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest.entities.offers import offer
from suggest.entities.phrase import evidence, left_edge
from suggest.entities.words import Words
from text.alignment import Range
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_CLASS = re.compile(
    r"等(?:在内)?的?(?:一批|一系列|[一二三四五六七八九十\d多几数]{1,6}[个家座所项条大])?"
    rf"{_HAN}{{0,10}}?(?:(?P<PROJECT>项目|工程)(?!资金|建设单位|负责)"
    "|(?P<ORG>企业|公司|厂商?|车企|药企|央企|国企|房企|巨头|龙头|品牌商|院校|名校|高校|科研机构|科研院所|单位|机构|部门|媒体(?!产品|矩阵|平台)|央企|国企)"
    rf"|(?P<LOC>(?<=等)地(?!{_HAN}{{0,8}}?[区块方])|省份|城市|县[市区]|乡镇|国家和地区|国家))"
)
# A member with 、 before it is all that follows the mark: 、开利, whatever LAC takes 开利 for.
_WHOLE = re.compile(r"(?<=、)(?:(?![的了和与及等])[\u4e00-\u9fffA-Za-z\d]){2,8}\Z")
_LONGEST_LIST = 120


def enumerated(words: Words) -> Iterator[Suggestion]:
    """Offers of the members of lists whose class is named after 等."""
    for match in _CLASS.finditer(words.text):
        label = match.lastgroup
        members = list(_members(words, match.start()))
        if label and len(members) > 1:
            for start, end in members:
                first = _start_of_place(words, start, end) if label == "LOC" else start
                length = "long" if end - first > 5 else "short"
                yield offer(first, end, label, f"listed-{evidence(words, first, end)}-{length}")


def _start_of_place(words: Words, start: int, end: int) -> int:
    """Where the place that ends `start:end` begins: 货物通达|宁波."""
    for token in reversed(words.between(start, end)):
        if token.tag != "LOC":
            return token.end if token.end < end else start
    return start


def _members(words: Words, end: int) -> Iterator[Range]:
    """The ranges between the marks 、 before `end`, the last first."""
    limit = max(0, end - _LONGEST_LIST)
    while end > limit:
        start = left_edge(words, end)
        whole = _WHOLE.search(words.text, limit, end)
        if whole and whole.start() < start:
            start = whole.start()
        if start == end:
            return
        yield start, end
        if start == 0 or words.text[start - 1] not in "、和及与":
            return
        end = start - 1

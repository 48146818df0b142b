"""Organisations with their named parts: 甘肃科技集团党委, 市统计局综合核算科."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest.entities.offers import offer
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
# The named parts of an organisation, which are one with it: 甘肃科技集团党委, 市统计局综合核算科.
_PART = re.compile(
    "党委|党组|纪委|纪检组|党支部|党总支|工会|团委|董事会|监事会"
    "|(?:[省市县区州]委)?(?:宣传部|组织部|统战部|政法委|编办|网信办)|办公[厅室]"
    f"|{_HAN}{{2,6}}?(?:分公司|分行|支行|项目部|事业部|分院|分局|[处科]|(?<!公)司)"
)
# A part whose head is named after it, whatever it is called: 省委宣传部新闻发布处 · 处长.
_LED_PART = re.compile(f"(?:(?![的兼]){_HAN}){{2,12}}?([司处科室部])(?=副?\\1长)")
# … but not before a post: 甘肃科技集团 · 党委书记.
POST = re.compile("(?:第一|常务)?副?(?:书记|秘书长|主席|组长|成员|委员|主任|处长|科长|部长)")
_PHASE = re.compile("新院区|新校区|[一二三四]期")
BUILT = re.compile("(?:开工建设|建成|新建|迁建|扩建|改建|建设)$")
# A hospital 9月1日|开诊 is what has been built.
OPENS = re.compile(
    r"(?:已|于|将|正式|顺利|(?:\d+年)?\d+月(?:\d+日|底|初|份)?)*"
    "(?:开园|开诊|投用|投入使用|试运[营行]|建成|开工|封顶|竣工|完工)"
)
LOOSE = frozenset(("v", "p", "u", "c", "d", "r", "w"))  # what no part of a name is


def with_parts(words: Words, start: int, end: int, rule: str) -> Iterator[Suggestion]:
    """`start:end`, and again with the part of the organisation that follows it."""
    if not _PHASE.match(words.text, end):  # a hospital with a 新院区 is a project
        yield offer(start, end, "ORG", rule)
    yield from part_of(words, start, end)


def part_of(words: Words, start: int, end: int) -> Iterator[Suggestion]:
    """The part of the organisation `start:end` that follows it, with its name."""
    led = _LED_PART.match(words.text, end)
    part = led or _PART.match(words.text, end)
    if part and (led or _is_part(words, *part.span())):
        yield offer(start, part.end(), "ORG", "part")


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether the words of `start:end` can be the name of a part of an organisation."""
    if not words.ends(end) or POST.match(words.text, end):
        return False
    *before, last = words.between(start, end)
    deed = words.text[end - 1] in "司处科"  # 东北|振兴|司
    inner = LOOSE - {"v"} if deed else LOOSE
    return last.tag not in LOOSE and all(
        token.tag not in inner and len(token.word) > 1 for token in before
    )

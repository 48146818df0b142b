"""Lists that say what their members are: A、B、C等重点项目, 来自A、B等地, A、B等领军企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
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
    "|(?P<EVENT>活动|会议|论坛|展会|赛事|节会)"
    rf"|(?P<LOC>(?<=等)地(?!{_HAN}{{0,8}}?[区块方])|省份|城市|县[市区]|乡镇|国家和地区|国家))"
)
# A member with 、 before it is all that follows the mark: 、开利, whatever LAC takes 开利 for.
_WHOLE = re.compile(r"(?<=、)(?:(?![的了和与及等])[\u4e00-\u9fffA-Za-z\d]){2,8}\Z")
# So long where its head says what it is: 、勉县节能建材生产线二期项目.
_HEADED = re.compile(r"(?<=、)[^、，。；：,;:！？!?\s的将了]{2,40}\Z")
_HEADS = {"PROJECT": ("zones", "works", "venues"), "EVENT": ("events", "fairs")}
_FIRM = re.compile("(?:公司|集团|股份|银行|科技)$")
# Whom a list may have among its members without a name: 高校、科研院所、省内外企业等创新机构.
_ANNUAL = re.compile("[年日]产")  # alone before 等项目 it is a project still
_COMMON = re.compile("(?:企业|院所|院校|高校|学校|[机单]构|单位|部门|部委|协会|商会|媒体)$|^高等?$")
_LONGEST_LIST = 120


def enumerated(words: Words) -> Iterator[Suggestion]:
    """Offers of the members of lists whose class is named after 等."""
    for match in _CLASS.finditer(words.text):
        label = match.lastgroup
        if not label:
            continue
        members = list(_members(words, match.start(), label))
        if len(members) > 1 or _ANNUAL.match(words.text, members[0][0] if members else 0):
            for start, end in members:
                if not _may_be(label, words.text[start:end]):
                    continue
                first = _start_of_place(words, start, end) if label == "LOC" else start
                length = "long" if end - first > 5 else "short"
                support = evidence(words, first, end)
                if label == "PROJECT" and support == "coined":  # LAC's nz is no name: 抽水蓄能电站
                    support = "plain"
                yield offer(first, end, label, f"listed-{support}-{length}")


def _start_of_place(words: Words, start: int, end: int) -> int:
    """Where the place that ends `start:end` begins: 货物通达|宁波."""
    for token in reversed(words.between(start, end)):
        if token.tag != "LOC":
            return token.end if token.end < end else start
    return start


def _may_be(label: str, name: str) -> bool:
    """Whether what a member of a list is called does not speak against `label`."""
    if label == "EVENT":
        return _is_headed(label, name)
    if label == "ORG":
        return not _COMMON.search(name) and name not in lexicon.words("generic")
    return label != "PROJECT" or not (_FIRM.search(name) or _short_firm().match(name))


@cache
def _short_firm() -> re.Pattern[str]:
    """摩诃环保: what a list of projects calls by the firm that builds it."""
    return lexicon.pattern("trades", before=f"{_HAN}{{2}}", after="$")


def _is_headed(label: str, name: str) -> bool:
    heads = _HEADS[label] + (("deeds",) if label == "PROJECT" else ())  # …段扩能|改造
    return bool(lexicon.pattern(*heads, before=".{2,}", after="$").match(name))


def _members(words: Words, end: int, label: str) -> Iterator[Range]:
    """The ranges between the marks 、 before `end`, the last first."""
    limit = max(0, end - _LONGEST_LIST)
    separators = "、和及与"
    while end > limit:
        start = min(left_edge(words, end), _start_of_whole(words, limit, end, label))
        if start == end:
            return
        yield start, end
        if start == 0 or words.text[start - 1] not in separators:
            return
        if words.text[start - 1] == "、":
            separators = "、和及"  # with whom somebody deals: 管委会|与甲、乙等企业签约
        end = start - 1


def _start_of_whole(words: Words, limit: int, end: int, label: str) -> int:
    """Where what stands between two marks begins, if all of it can be a member; else `end`."""
    whole = _WHOLE.search(words.text, limit, end)
    if whole:
        return whole.start()
    found = _HEADED.search(words.text, limit, end) if label in _HEADS else None
    if found is None or words.token(found.start()).word in lexicon.words("governing"):
        return end
    if not _is_headed(label, found[0]):
        return end
    other = _other_member(label).match(found[0])
    return found.start() + (other.end() if other else 0)


@cache
def _other_member(label: str) -> re.Pattern[str]:
    """…改造工程|和…排放工程: the member before the last, and the word between them."""
    return lexicon.pattern(*_HEADS[label], before=".{2,}?", after="[和及与]")

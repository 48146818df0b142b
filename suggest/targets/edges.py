"""Where the span of a figure starts and ends."""

from __future__ import annotations

import re

from suggest.quantities import Quantity
from suggest.targets.page import Page

_JOINTS = frozenset(" \u3000\t\n、，,;；:：。—–-·•")

# Who speaks of whom, when, and how surely: none of it is the indicator.
_LEADING = re.compile(
    r"(?:其中|同时|此外|另外|另有|另|以及|并且|并|而且|且|不仅|而|也|又|还|都|均|更|则|就|即|和|与|及|或|等|到|至"
    r"|目前|当前|截至目前|截至|截止|届时|同期|期间|迄今|如今|近年来|近期|今后|下一步|接下来|随后|本次|此次(?!活动)|会上|现场(?!签约)"
    r"|从[^，。]{1,8}来看|据[^，。]{1,10}(?:统计|介绍|测算)|初步(?:统计|测算|核算)"
    r"|确保|力争|争取|努力|力求|务求|冲刺|预计|预期|有望|计划|规划|拟|将要|将|要|须|必须|应当?|能够|能|可以|可望|可|会|需要?|想要"
    r"|目标(?:是|为)?|任务(?:是|为)?|承诺|保证|给予|力促|推动|推进|促进|促使|支持|鼓励|帮助|助力|引导|使得?|让|令"
    r"|现已|已经|已有|已|曾|共有|共计|合计|总共|共|一共|拥有|具有|具备|现有|仅有|只有|仅|只|约有|大约|超过|尚有|仍有|还有|有"
    r"|全[市县省区州镇乡村国球集团厂社会]{1,2}(?![^，。]{0,1}平均)|[我本该][市县省区州镇乡村国集团公司院校厂行]{1,2}|各[地级部门区市县州]{1,3}|(?:集团|公司|企业|园区|项目|市|县|省|区)(?=将|要|已|今年|去年|全年|计划|预计|共)"
    r"|集团|公司|我们|他们|咱们|这里|那里|县里|市里|区里|村里|厂里|当地|双方|三方|各方"
    r"|以来|以后|之后|后|前|时|内|中|里|下|上|年|底|末|起|的|了|是|为|由)"
)
_ONE_WORD = frozenset(
    "并而且也又还都均更则就即和与及或等到至拟将要须应能可会需使让令已曾共仅只有另后前时内中里下上年底末起的了是为由"
)
_KEPT = frozenset(
    [
        "新",
        "净",
        "再",
        "同比",
        "环比",
        "累计",
        "实际",
        "年均",
        "人均",
        "平均",
        "分别",
        "总",
        "首次",
        "每",
        "只",
        "最",
    ]
)
_ADVERBS = frozenset({"ad", "d", "vd", "c"})
_BASIS = re.compile(
    r"同比|环比|同口径|[较比](?:上|去|前|20|19|同期|年初|“|十|全[国省市]|行业|预期)|在(?:20|19|上年|去年)[^，。]{0,8}基础上|累计|年均|分别|是20"
)
_IN = re.compile(r"[在于][^，。；、]{1,16}?(?:方面|领域|过程中|期间|范围内|基础上|[中上下内里])")
_LIST = re.compile(r"[^，。；]{1,80}等(?=$)|来自[^，。]{1,40}的(?=$)")
_PREPOSITIONS = frozenset(
    [
        "为",
        "向",
        "给",
        "对",
        "与",
        "同",
        "由",
        "把",
        "将",
        "以",
        "按",
        "通过",
        "围绕",
        "依托",
        "随着",
        "按照",
        "根据",
        "除",
        "截至",
    ]
)
_NOT_AFTER_PREPOSITION = re.compile(r"占|达|为|增|减少|下降|提|降|是|有|超|突破|用")


def left_edge(page: Page, floor: int, quantity: Quantity) -> int:
    """Where the span of `quantity` starts, given the `floor` that its clause or list leaves it."""
    start = page.clause_start(quantity.start, floor)
    listed = _LIST.match(page.text, start, quantity.start)
    if listed:
        return quantity.start
    while start < quantity.start:
        following = _skip(page, start, quantity.start)
        if following <= start:
            break
        start = min(following, quantity.start)
    return start


def _skip(page: Page, start: int, limit: int) -> int:
    """Where the words end that stand at `start` and do not belong to the figure; `start` if none."""
    if page.text[start] in _JOINTS:
        return start + 1
    if _BASIS.match(page.text, start, limit):
        return start
    time = page.times.get(start)
    if time and time.end <= limit:
        return time.end
    name = page.names.get(start)
    if name and name.end <= limit and name.label != "PROGRAM":
        return name.end
    return _skip_words(page, start, limit)


def _skip_words(page: Page, start: int, limit: int) -> int:
    inside = _IN.match(page.text, start, limit)
    if inside:
        return inside.end()
    token = page.tokens.get(start)
    if token and token.word in _PREPOSITIONS:
        return _after_preposition(page, start, limit)
    leading = _LEADING.match(page.text, start, limit)
    if leading and not (
        leading.group() in _ONE_WORD and not (token and token.end == leading.end())
    ):
        return leading.end()
    if token and token.tag in _ADVERBS and token.word not in _KEPT and token.end <= limit:
        return token.end
    return start


def _after_preposition(page: Page, start: int, limit: int) -> int:
    """Where the verb begins that a phrase such as 为经营主体 leads to; `start` where there is none."""
    words = page.words(start, limit)
    for index, word in enumerate(words[1:], 1):
        if word.tag == "v" and index > 1 and not _NOT_AFTER_PREPOSITION.match(word.word):
            return word.start
    return start


def has_noun(page: Page, start: int, end: int) -> bool:
    """Whether something that can be counted or measured is named in `start:end`."""
    return any(word.tag in _NOUNS for word in page.words(start, end))


_NOUNS = frozenset(["n", "nz", "nw", "vn", "an", "s", "ORG", "LOC", "PER", "f"])
_RIGHT_STOP = re.compile(r"[、和与及以的]|，")


def right_edge(page: Page, start: int, quantity: Quantity, ceiling: int) -> int:
    """Where the span that starts at `start` ends, before `ceiling` where the next figure begins.

    A noun that is counted follows its number; where nothing stands before the number, the clause
    that says what became of it does, too.
    """
    end = quantity.end
    stop = page.clause_end(end, ceiling)
    if stop <= end or page.text[end] in _JOINTS:
        return end
    if start == quantity.start:
        return _rest(page, end, stop)
    if not has_noun(page, start, quantity.start):
        return _noun_phrase(page, end, stop)
    return end


def _rest(page: Page, end: int, stop: int) -> int:
    cut = page.text.find("、", end, stop)
    return stop if cut < 0 else cut


def _noun_phrase(page: Page, end: int, stop: int) -> int:
    cut = page.text.find("、", end, stop)
    return stop if cut < 0 else cut

"""Where the span of a figure starts: after what says when, how surely, or of whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from suggest.quantities import Quantity
from suggest.targets.leading import BASIS, KEPT, LEADING, LISTED, OCCASION, PLACED
from suggest.targets.page import Page
from suggest.targets.verbs import COUNTING, NOMINAL
from suggest.tokens import Token
from text.span import Suggestion

_JOINTS = frozenset(" \u3000\t\n、，,;；:：。.．—–-·•）)”’》")
_AND = re.compile(r"[和与及或、]|以及|并")
_PREPOSITIONS = frozenset("为向给对与同由把将以在于从") | {
    *("通过", "围绕", "依托", "随着", "按照", "根据"),
}
_ACTS = re.compile(rf"持股|{COUNTING.pattern}")
_SIZED = re.compile(r"[全总]长|主跨|总投资|总装机|占地|总?建筑面积|规划面积|设计")
_SITE = re.compile(r"(?:[桥区园站线厂港场馆校院楼]|项目|工程|基地|隧道|码头|中心)$")
_AGENT = re.compile(
    rf"(?:[^，。；、的]{{0,12}}(?:企业|公司|银行|港口|机构|园区|集团|系统|部门|单位|医院|学校|景区|法院|展会|活动|产品)|全线)"
    rf"(?=(?!服务|{NOMINAL.pattern}){COUNTING.pattern})"
)
"""Those who do it, where a verb that counts follows: 规模以上港口完成."""
_PART_OF_A_PLACE = re.compile(
    r"[东南西北中]{1,2}[麓部岸]|沿线|沿岸|一带|流域|海域|境内|(?:中心|主)?城区"
)
_OF_AGENTS = re.compile(r"[0-9.,万千百]+[多余]?[家户所](?![一-鿿])")
_MEASURED = re.compile(r"(?:率|额|量|值|收入|投资|价格|面积|指数|利润|规模|成本|能耗|贷款|余额)$")
"""What has a value of its own and does nothing: 失业率全年控制在, not 企业今年."""
_SITED = re.compile(
    r"[^，。；、]{1,40}?(?:[站园厂线]|项目|工程|基地|大桥|隧道|公路|铁路|中心)"
    r"(?=(?:总投资|占地|总?建筑面积|全长|总长|总装机)(?!占|的))"
    rf"|[^，。；、0-9]{{1,16}}?(?:已经?|拟)(?!(?:完成|实现|达|突破|超)[到过]?(?:[0-9约近]|$))(?={COUNTING.pattern})"
)
"""A subject before what it measures (变电站总投资), has done (改革已惠及) or is to do (银团拟)."""
_VERBAL = frozenset({"v", "vd", "p", "d", "c", "ad"})


def left_edge(page: Page, floor: int, quantity: Quantity) -> int:
    """Where the span of `quantity` starts, given the `floor` that the figure before it leaves."""
    start = page.clauses.start(quantity.start, floor)
    if page.clauses.partner.get(start - 1) == quantity.end:
        # “千亿级”产业: the quotation marks hold the number alone.
        start = page.clauses.start(start - 1, floor)
    joint = None
    if start == floor and not BASIS.match(page.text, start, quantity.start):
        joint = _AND.match(page.text, start, quantity.start)
    start = joint.end() if joint else start
    while start < quantity.start:
        following = _skip(page, start, quantity.start)
        if following <= start:
            break
        start = min(following, quantity.start)
    return start


def _skip(page: Page, start: int, limit: int) -> int:
    """Where the words at `start` end that do not belong to the figure; `start` if they do."""
    if BASIS.match(page.text, start, limit):
        return start
    for skip in _SKIPS:
        following = skip(page, start, limit)
        if following != start:
            return following
    return start


def _joint(page: Page, start: int, _limit: int) -> int:
    return start + (page.text[start] in _JOINTS)


def _group(page: Page, start: int, limit: int) -> int:
    """Over what is in brackets, （河池—田林）今年新开工…, or a quoted subject: “育才计划”今年…."""
    end = page.clauses.partner.get(start, start)
    opens = page.text[start] in "（(" or end + 1 in page.times
    return end + 1 if start < end < limit and opens else start


def _list(page: Page, start: int, limit: int) -> int:
    listed = LISTED.match(page.text, start, limit)
    if listed is None or _is_counted(page, start, listed.end()):
        return start
    return listed.end()


def _is_counted(page: Page, start: int, end: int) -> bool:
    """Whether a verb that counts stands before the first name: 覆盖餐饮、药店等32个行业."""
    first = page.text.find("、", start, end)
    words = page.words(start, first if first > 0 else start)
    return any(COUNTING.match(page.text, word.start, end) for word in words)


def _time(page: Page, start: int, limit: int) -> int:
    time = page.times.get(start)
    return time.end if time and time.end <= limit else start


def _name(page: Page, start: int, limit: int) -> int:
    name = page.names.get(start)
    if name is None or not _is_subject(page, name) or _is_one_of_several(page, name, limit):
        return start
    if name.label == "LOC":
        part = _PART_OF_A_PLACE.match(page.text, name.end, limit)
        return part.end() if part else name.end if name.end <= limit else start
    return name.end if name.end < limit else start


def _is_subject(page: Page, name: Suggestion) -> bool:
    """Whether a name says whose figure it is: not 罗城 in 罗城到凤山的车程, not 采矿业."""
    text = page.text
    return name.label != "PROGRAM" and text[name.end] not in "到至" and text[name.end - 1] != "业"


def _is_one_of_several(page: Page, name: Suggestion, limit: int) -> bool:
    """Whether a “name” is but the first of several things: 硅基新材料、生物基材料产值分别达到."""
    joint = _AND.match(page.text, name.end, limit)
    if joint is None or joint.end() in page.names:
        return False
    return page.text.find("分别", joint.end(), limit) >= 0


def _subject(page: Page, start: int, limit: int) -> int:
    """Over a subject that a time follows (企业今年…), or that ends in a name before its verb."""
    token = page.tokens.get(start)
    if token and token.tag == "n" and token.end < limit and _is_described(page, token, limit):
        return token.end
    if COUNTING.match(page.text, start, limit):
        return start
    agent = _AGENT.match(page.text, start, limit)
    if agent and not _is_counted_itself(page, agent.end(), limit):
        return agent.end()
    sited = _SITED.match(page.text, start, limit)
    if sited:
        return sited.end()
    for name in page.names_within(start + 1, limit):
        if name.end < limit and name.label in {"ORG", "PER"}:
            end = _group(page, name.end, limit)
            return end if _ACTS.match(page.text, end, limit) else start
    return start


def _is_counted_itself(page: Page, verb: int, limit: int) -> bool:
    """Whether the agent before the verb is what there are so many of: 上市公司新增9家."""
    counting = COUNTING.match(page.text, verb, limit)
    return (
        counting is not None
        and counting.end() == limit
        and bool(_OF_AGENTS.match(page.text, limit))
    )


def _is_described(page: Page, token: Token, limit: int) -> bool:
    """Whether a time follows a noun, or its size that of a site: 大桥全长, not 协议总投资."""
    if token.end in page.times:
        return not _MEASURED.search(token.word)
    return bool(_SITE.search(token.word) and _SIZED.match(page.text, token.end, limit))


def _words(page: Page, start: int, limit: int) -> int:
    if KEPT.match(page.text, start, limit):
        return start
    for pattern in (OCCASION, PLACED):
        match = pattern.match(page.text, start, limit)
        if match:
            return match.end()
    following = _preposition(page, start, limit)
    return following if following > start else _leading(page, start, limit)


def _leading(page: Page, start: int, limit: int) -> int:
    leading = LEADING.match(page.text, start, limit)
    if leading is None:
        return start
    token = page.tokens.get(start)
    whole = len(leading.group()) > 1 or (token is not None and token.end == leading.end())
    return leading.end() if whole else start


def _preposition(page: Page, start: int, limit: int) -> int:
    """To the counting verb that 为经营主体 or 在蚌 leads to, to the object of 把; else `start`."""
    words = page.words(start, limit)
    if not words or words[0].word not in _PREPOSITIONS:
        return start
    if len(words) == 1:
        return limit if words[0].end == limit else start
    if words[1].tag in _VERBAL:
        return start
    if words[0].word in {"把", "将"}:
        return words[0].end
    for before, word in pairwise(words[1:]):
        if word.tag in {"v", "vn"} and COUNTING.match(page.text, word.start, limit):
            return before.start if before.word in {"新", "再"} else word.start
    return start


_SKIPS: tuple[Callable[[Page, int, int], int], ...] = (
    _joint,
    _group,
    _list,
    _time,
    _name,
    _subject,
    _words,
)

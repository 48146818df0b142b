"""Where the span of a figure ends: after the noun that is counted, or what became of it."""

from __future__ import annotations

import re

from suggest.quantities import Quantity
from suggest.targets.nouns import NOUNS, has_noun
from suggest.targets.page import Page
from suggest.targets.verbs import COUNTING, GRADE, NOMINAL

_ENDS = re.compile(r"[ \u3000\t\n、，,;；:：。.．—–\-·•）)”’》和与及或并]|以及")
_NEXT = frozenset({"和", "与", "及", "、", "或", "以及", "均"})
_SCENE = re.compile(
    r"(?<=[一-鿿”])(?:正在(?!办理|建设|实施|推进|施工)|扎根|留在|仍在?|同时|连夜|纷纷|轮班|冒着|由(?!于)|于)"
)
"""After the things, what they are seen doing: 14名工人|正在投喂."""
_PAIRED = re.compile(r"国家和地区")
_EACH = re.compile(r"[人户亩]均|平均")
AIMED = re.compile(r"的[一-鿿]{0,4}(?:目标|任务)")
"""What a figure is called in the end: 1000个电解槽的生产任务."""
_OBJECT = re.compile(r"(?!项目)[^0-9]{0,40}的[^、的0-9]{2,14}$")
"""What a verb counts, up to its noun: 培育12个在全国有影响、带动力强的龙头企业."""
_CHANGE = re.compile(
    r"的?(?:较快|快速|高速|稳定|平稳|平均|年均|同比|正)*(?:增长|增速|增幅|涨幅|降幅)"
    r"(?=[^一-鿿0-9]|$|势头|态势|水平|目标)"
)
"""What a share is of, when that is a noun: 保持30%以上的快速增长."""
_THINGS = NOUNS | {"a"}
_PREDICATE = frozenset({"v", "vd", "p", "d", "c", "ad"})
_GOVERNING = frozenset("对为向给与把将")
_AMONG = frozenset("中里内")
_MODIFIER = 3
"""Code points that may stand before a number which opens the span: 下属5户企业被认定为…."""
_COMPLEMENT = 3
"""Code points of a verb that says what becomes of the counted things: 46个业务系统上云."""


def right_edge(page: Page, start: int, quantity: Quantity, ceiling: int, described: int = 0) -> int:
    """Where the span that starts at `start` ends, before `ceiling` where the next figure begins.

    `described` is where the amount ends that describes the counted things (3个超百亿元的集群), 0
    where there is none.

    A noun that is counted follows its number; where nothing stands before the number, what became
    of it does, too.
    """
    end = quantity.end
    if page.clauses.partner.get(end) == quantity.start - 1:
        end += 1
    stop = page.clauses.end(end, ceiling)
    aimed = AIMED.search(page.text, end, stop)
    stop = aimed.start() if aimed else stop
    if described:
        return _noun_phrase(page, described, stop)
    modified = _modified_end(page, start, quantity, end, stop)
    if modified:
        return modified
    if stop <= end or _ENDS.match(page.text, end):
        return end
    tag = page.tag(end)
    if _opens(page, start, quantity) or (tag == "v" and quantity.counted):
        return _opened_end(page, start, end, stop, ceiling)
    counts = quantity.counted and (tag in _THINGS or GRADE.match(page.text, end))
    if counts or not has_noun(page, start, quantity.start):
        return _noun_phrase(page, end, stop)
    return end


def _opened_end(page: Page, start: int, end: int, stop: int, ceiling: int) -> int:
    """Where a span ends that its number opens: after what became of the things, or the things."""
    scene = _SCENE.search(page.text, end, stop)
    if scene:
        return scene.start()
    closed = stop < ceiling or page.clauses.end(end) == stop
    is_clause = closed and not _is_object(page, start)
    return _item(page, end, stop) if is_clause else _noun_phrase(page, end, stop)


def _modified_end(page: Page, start: int, quantity: Quantity, end: int, stop: int) -> int:
    """Where the noun ends that a value describes: 20%以上的快速增长, 设立80亿元的产业基金.

    0 where it describes none.
    """
    if quantity.base_unit == "%":
        change = _CHANGE.match(page.text, end)
        return change.end() if change else 0
    counting = COUNTING.match(page.text, start, quantity.start)
    if counting is None or NOMINAL.match(page.text, start) or page.clauses.end(end) > stop:
        return 0
    return stop if _OBJECT.match(page.text, end, stop) else 0


def _opens(page: Page, start: int, quantity: Quantity) -> bool:
    """Whether the number opens the span, or all but opens it."""
    words = page.text[start : quantity.start]
    if not words:
        return True
    modified = len(words) <= _MODIFIER and not COUNTING.match(words)
    return quantity.counted and modified and page.tag(quantity.end) == "n"


def _is_object(page: Page, start: int) -> bool:
    """Whether a preposition governs what is counted: 对62个重点项目实行帮办."""
    word = page.ends.get(start)
    return word is not None and word.word in _GOVERNING


def _item(page: Page, end: int, stop: int) -> int:
    """Up to the next item of a list."""
    cut = page.text.find("、", end, stop)
    stop = stop if cut < 0 else cut
    last = page.ends.get(stop)
    return last.start if last and last.word in _AMONG and last.start > end else stop


def _noun_phrase(page: Page, end: int, stop: int) -> int:
    """Where the noun ends that follows a number: before the verb or the conjunction after it."""
    each = _EACH.search(page.text, end, stop)
    if each:
        return each.start()
    paired = _PAIRED.match(page.text, end, stop)
    if paired:
        return paired.end()
    named = False
    if page.text.startswith("的", end):
        end += 1
    for word in page.words(end, stop):
        if word.tag == "u" or (word.tag == "v" and not named):
            return word.start
        if named and (word.tag in _PREDICATE or word.word in _NEXT):
            short = word.tag == "v" and stop - word.start <= _COMPLEMENT
            return stop if short and page.clauses.end(end) == stop else word.start
        named = named or word.tag in NOUNS
    return _item(page, end, stop)

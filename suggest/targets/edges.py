"""Where the span of a figure starts and ends."""

from __future__ import annotations

import re

from suggest.quantities import Quantity
from suggest.targets.leading import BASIS, KEPT, LEADING, LISTED, OCCASION, PLACED
from suggest.targets.page import Page
from suggest.targets.verbs import COUNTING, GRADE
from text.span import Suggestion

_JOINTS = frozenset(" \u3000\t\n、，,;；:：。.．—–-·•）)”’》")
_NOUNS = frozenset(["n", "nz", "nw", "vn", "an", "s", "nt", "ns", "ORG", "LOC", "PER"])
_PREPOSITIONS = frozenset(
    ["为", "向", "给", "对", "与", "同", "由", "把", "将", "以", "通过", "围绕", "依托", "随着", "按照", "根据", "在", "于", "从"]
)
_THINGS = _NOUNS | {"a"}
_AND = re.compile(r"[和与及或、]|以及|并")
_EACH = re.compile(r"[人户亩]均|平均")
_NEXT = frozenset("和 与 及 、 或 以及 均".split())
_SHORT = 3
"""Code points of a verb that says what becomes of the counted things: 46个业务系统上云."""

_VERBS = frozenset({"v", "vd", "p", "d", "c", "ad"})


def left_edge(page: Page, floor: int, quantity: Quantity) -> int:
    """Where the span of `quantity` starts, given the `floor` that the figure before it leaves."""
    start = page.clauses.start(quantity.start, floor)
    if page.clauses.partner.get(start - 1, -1) == quantity.end:
        # “千亿级”产业: the quotation marks hold the number alone.
        start = page.clauses.start(start - 1, floor)
    joint = _AND.match(page.text, start, quantity.start) if start == floor else None
    start = joint.end() if joint else start
    while start < quantity.start:
        following = _skip(page, start, quantity.start)
        if following <= start:
            break
        start = min(following, quantity.start)
    return start


def right_edge(page: Page, start: int, quantity: Quantity, ceiling: int) -> int:
    """Where the span that starts at `start` ends, before `ceiling` where the next figure begins.

    A noun that is counted follows its number; where nothing stands before the number, what became
    of it does, too.
    """
    end = quantity.end
    if page.clauses.partner.get(end) == quantity.start - 1:
        end += 1
    stop = page.clauses.end(end, ceiling)
    if stop <= end or page.text[end] in _JOINTS or _AND.match(page.text, end):
        return end
    if _opens(page, start, quantity) or (_tag(page, end) == "v" and quantity.counted):
        whole = stop < ceiling or page.clauses.end(end) == stop
        return _rest(page, end, stop) if whole else _noun_phrase(page, end, stop)
    things = quantity.counted and (_tag(page, end) in _THINGS or GRADE.match(page.text, end))
    if things or not has_noun(page, start, quantity.start):
        return _noun_phrase(page, end, stop)
    return end


def _opens(page: Page, start: int, quantity: Quantity) -> bool:
    """Whether the number opens the span, or all but opens it: 下属5户企业被认定为…."""
    if start == quantity.start:
        return True
    words = page.text[start : quantity.start]
    return (
        quantity.counted
        and len(words) <= 3
        and not COUNTING.match(words)
        and _tag(page, quantity.end) == "n"
    )


def _tag(page: Page, position: int) -> str:
    token = page.tokens.get(position)
    return token.tag if token else ""


def has_noun(page: Page, start: int, end: int) -> bool:
    """Whether something that can be counted or measured is named in `start:end`."""
    counting = COUNTING.match(page.text, start, end)
    start = counting.end() if counting else start
    return any(word.tag in _NOUNS for word in page.words(start, end))


def _rest(page: Page, end: int, stop: int) -> int:
    cut = page.text.find("、", end, stop)
    return stop if cut < 0 else cut


def _noun_phrase(page: Page, end: int, stop: int) -> int:
    """Where the noun ends that follows a number: before the verb or the conjunction after it."""
    each = _EACH.search(page.text, end, stop)
    if each:
        return each.start()
    named = False
    for word in page.words(end, stop):
        if word.tag == "u" or (word.tag == "v" and not named):
            return word.start
        if named and (word.tag in _VERBS or word.word in _NEXT):
            short = word.tag == "v" and stop - word.start <= _SHORT
            return stop if short and page.clauses.end(end) == stop else word.start
        named = named or word.tag in _NOUNS
    return _rest(page, end, stop)


def _skip(page: Page, start: int, limit: int) -> int:
    """Where the words end that stand at `start` and do not belong to the figure; `start` if none."""
    if page.text[start] in _JOINTS:
        return start + 1
    if BASIS.match(page.text, start, limit):
        return start
    group = page.clauses.partner.get(start, 0)
    if start < group < limit and page.text[start] in "（(":
        return group + 1
    listed = LISTED.match(page.text, start, limit)
    if listed and not _governed(page, start, listed.end()):
        return listed.end()
    time = page.times.get(start)
    if time and time.end <= limit:
        return time.end
    name = page.names.get(start)
    if name and name.end < limit and name.label != "PROGRAM" and _is_subject(page, name):
        return name.end
    return _skip_words(page, start, limit)


def _is_subject(page: Page, name: Suggestion) -> bool:
    """Whether a name says whose figure it is: not 罗城 in 罗城到凤山的车程, not 采矿业."""
    return page.text[name.end] not in "到至" and page.text[name.end - 1] != "业"


def _governed(page: Page, start: int, end: int) -> bool:
    """Whether a verb that counts stands before the first of several names: 覆盖餐饮、药店等32个行业."""
    first = page.text.find("、", start, end)
    return any(
        COUNTING.match(page.text, word.start, end)
        for word in page.words(start, first if first > 0 else start)
    )


def _skip_words(page: Page, start: int, limit: int) -> int:
    if KEPT.match(page.text, start, limit):
        return start
    for pattern in (OCCASION, PLACED):
        match = pattern.match(page.text, start, limit)
        if match:
            return match.end()
    token = page.tokens.get(start)
    if token and token.word in _PREPOSITIONS:
        following = _after_preposition(page, start, limit)
        if following > start:
            return following
    if token and token.end == limit and token.word in _PREPOSITIONS:
        return limit
    leading = LEADING.match(page.text, start, limit)
    if leading is None:
        return start
    whole = len(leading.group()) > 1 or (token is not None and token.end == leading.end())
    return leading.end() if whole else start


def _after_preposition(page: Page, start: int, limit: int) -> int:
    """Where the counting verb begins that 为经营主体 or 在蚌 leads to; `start` where there is none."""
    words = page.words(start, limit)
    if len(words) > 1 and words[1].tag in _VERBS:
        return start
    if words[0].word in {"把", "将"}:
        return words[0].end
    for index, word in enumerate(words[2:], 2):
        if word.tag in {"v", "vn"} and COUNTING.match(page.text, word.start, limit):
            return words[index - 1].start if words[index - 1].word in {"新", "再"} else word.start
    return start

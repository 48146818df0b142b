"""Railways, roads and pipelines that are named by their ends: 重庆至厦门高速铁路, 川青铁路."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import Phrase
from suggest.entities.words import Words
from text.alignment import Range
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_HEAD = "(?:高速铁路|城际铁路|铁路|高铁|高速公路|公路|高速|管道|航线|客专|城际)"
_ENDS = rf"(?:经{_HAN}{{2,6}}?)?(?:至{_HAN}{{2,6}}?){{1,3}}"
# What follows the place where a line begins: 绵阳|至遂宁至内江铁路 …
_LINE = re.compile(
    f"{_ENDS}{_HEAD}(?:{_HAN}{{2,5}}至{_HAN}{{2,6}}段|项目(?:[（(]{_HAN}{{2,6}}段[）)]))?"
)
# … and where only the last of several has the head: 天津|至石家庄, of 天津至石家庄、天津至承德铁路.
_LISTED = re.compile(f"{_ENDS}(?=、{_HAN}{{2,6}}{_ENDS}等?{_HEAD})")
_SECTION = re.compile(rf"(?<!{_HAN}){_HAN}{{2,4}}至{_HAN}{{2,4}}段")
# 西柳至沙河公路改造项目: what is done to a line between places that LAC may not know.
_WORK = re.compile(
    f"{_HAN}{{2,4}}至{_HAN}{{2,6}}?{_HEAD}(?:{_HAN}{{0,8}}?(?<!控制性)(?<!标志性)(?:项目|工程))"
)
_DIRECTIONS = frozenset("东南西北中")
_SHORT_HEAD = re.compile("铁路|高铁|高速|高速公路|城际")


def lines(words: Words) -> Iterator[Suggestion]:
    """Offers of lines, and of sections that are named by their ends too."""
    for start, end in _starts(words):
        found = _LINE.match(words.text, end) or _LISTED.match(words.text, end)
        if found:
            yield offer(start, found.end(), "PROJECT", "line")
    for match in _WORK.finditer(words.text):
        if words.starts(match.start()) and words.ends(match.end()):
            yield offer(*match.span(), "PROJECT", "line-work")
    for match in _by_letters().finditer(words.text):
        if words.starts(match.start()) and match["ends"] not in lexicon.possible_places():
            yield offer(*match.span(), "PROJECT", "line-letters")
    for match in _SECTION.finditer(words.text):
        yield offer(*match.span(), "PROJECT", "section")


def _starts(words: Words) -> Iterator[Range]:
    """Places of which one in another is one, that are not themselves where a line ends."""
    start = end = -1
    for token in words.tokens:
        if token.tag == "LOC":
            start = start if token.start == end else token.start
            end = token.end
            if words.text[start - 1 : start] not in ("至", "经"):
                yield start, end


@cache
def _by_letters() -> re.Pattern[str]:
    """绵遂内|铁路: one character of each city on the line, as they are usually abbreviated."""
    cities = {short for short in lexicon.divisions().values() if len(short) in (2, 3)}
    letters = "".join(sorted(set("".join(cities & lexicon.known_places())) - _DIRECTIONS))
    letters += "".join(sorted(lexicon.words("abbreviations")))
    head = "(?:高速铁路|铁路|高铁|城际|高速公路|高速|科创走廊)"
    works = f"(?:{_HAN}{{2,4}}?工程)?"
    # 新开工|高速公路 has no 新, 开 and 工 at its ends.
    ends = f"(?P<ends>(?!新开|新建|在建|开工)[{letters}][{letters}东南西北]{{1,3}})"
    return re.compile(f"{ends}{head}{works}(?!沿线|旁|出口|两侧)")


def is_short_line(words: Words, phrase: Phrase) -> bool:
    """Whether single characters, one for each end of a line, name it: 川青|铁路."""
    start, head, end = phrase
    if not _SHORT_HEAD.fullmatch(words.text[head:end]) or not 2 <= head - start <= 4:
        return False
    tokens = words.between(start, head)
    return all(len(token.word) == 1 or token.tag in ("nz", "nw", "PER", "ORG") for token in tokens)

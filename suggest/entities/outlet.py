"""News outlets in by-lines, datelines and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest.entities.offers import offer
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_SOURCE = re.compile(rf"(?<!资料)(?:来源|转自|摘自)[:：]\s*({_HAN}{{2,12}})(?!{_HAN})")
_DATELINE = re.compile(
    rf"(?<!{_HAN})据?({_HAN}{{1,6}}[网社报台])(?:{_HAN}{{2,4}})?\s*\d{{1,2}}月\d{{1,2}}日(?:[电讯]|消息)"
)
_OF_REPORTER = re.compile(
    rf"(?<![\u4e00-\u9fff”’])({_HAN}{{2,10}}?)"
    rf"(?:首席|见习|实习|特约|特派|全媒体|融媒体|驻{_HAN}{{2}})*记者(?=[\s：:])"
)
_HEADED = re.compile(rf"[【（(]({_HAN}{{3,10}})(?:讯[】）)]|\s*通讯员[:：])")
# A line of its own with the day: 龙江国资在线　2026-01-23.
_DATED = re.compile(
    rf"(?m)^[ \u3000]*({_HAN}{{3,10}}(?:网|报|在线|客户端|新闻))\s+(?:19|20)\d\d[-年./]"
)
_NEWS = re.compile(rf"(?<!{_HAN})({_HAN}{{2}}新闻)(?=、|记者|客户端|讯)")
_NO_OUTLET = re.compile(
    "^(?:本[报网台刊社]|记者|通讯员|文|图|来自|特约|特派|见习|首席|全媒体|实习)|[、，和与]|^.$"
)


def outlets(words: Words) -> Iterator[Suggestion]:
    """Offers of what stands where only an outlet stands: 来源：信阳日报, 北方能源观察记者."""
    for match in _SOURCE.finditer(words.text):
        yield offer(*match.span(1), "ORG", "outlet")
    for pattern in (_DATELINE, _OF_REPORTER, _HEADED, _DATED, _NEWS):
        for match in pattern.finditer(words.text):
            if not _NO_OUTLET.search(match[1]):
                yield offer(*match.span(1), "ORG", "outlet")

"""Projects, parks, bases, platforms and facilities that have a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import evidence, left_edge, phrases
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_KINDS = {"zone": "zones", "work": "works", "venue": "venues", "service": "services"}
_NOT_AFTER_HEAD = re.compile("[化性师部办学局]|城市")
_PART = re.compile(
    r"[A-Z]{2,4}|[（(]?[一二三四五六七八九十]期[）)]?(?:工程|项目)?|[\u4e00-\u9fff]{0,3}[院校]区"
    rf"|第?[\u4e00-\u9fff\dA-Z０-９]{{1,3}}标段|\d+号(?:装置|机组|线)"
    rf"|[（(]{_HAN}{{2,10}}段[）)]|{_HAN}{{2,4}}至{_HAN}{{2,4}}段|{_HAN}{{2,3}}(?<!阶)段"
    rf"|[（(]{_HAN}{{2,4}}[）)]"
)
_OF_COMPANY = re.compile(r"(?:公司|集团)(?=年产|日产|\d)")
_PHASE = re.compile(rf"[一二三四五]期(?:工程|项目)?(?!{_HAN}{{0,8}}?[间内末])")
_LAUNCHED = re.compile(
    r"(?:推出|上线|开发|上架)了?(?:的|一款)?[“‘]([^”’，。]{2,8})[”’](?!平台|APP|小程序|系统)"
)
_SECTION = re.compile(rf"(?<!{_HAN}){_HAN}{{2,4}}至{_HAN}{{2,4}}段")
_BUILDS = re.compile(
    "(?:建设|开工|建成|新建|扩建|改建|推进|投产|竣工|实施|完成|续建|投资|启动|依托|上线|推出|加快|落户"
    "|签约|布局|运营|入驻|走进|位于|启用|通车|抓好|确保)[好了的]?[“‘]?$"
)
# Where the text aims at something it is an AIM, not a project of that name: 打造先进制造业基地.
_AIMS = re.compile(
    "(?:打造|争创|创建|成为|争当|建成|建设成|迈向|构建|形成|打造成|申报|争取)为?"
    r"(?:一批|一个|[\d一二三四五六七八九十]{1,6}[个家])?[“‘]?$"
)
_BUILT = re.compile("(?:开工建设|建成|新建|迁建|扩建|改建|建设)$")
# A 工程 of these is built of stone and steel; others are campaigns.
PHYSICAL = re.compile(
    "[江河湖海渠库水].*[治修]|[扩迁新改]建|改线|输电|高压|直流|供水|排水|引水|调水|管网|加固|流域"
    "|河道|水系|道路|廊道|绿道|步道|通道|铁路|公路|高速|航道|大桥|隧道|渠|堤|坝|线$|厂$|[一二三四五]期"
)
_INSIDE = range(4, 17)


def projects(words: Words) -> Iterator[Suggestion]:
    """Offers of projects in `words`; they may overlap."""
    for kind, name in _KINDS.items():
        for start, head, end in phrases(words, lexicon.pattern(name), _NOT_AFTER_HEAD):
            rule = f"{kind}-{evidence(words, start, head)}-{_context(words, start)}"
            if words.text[head:end] == "工程":
                physical = PHYSICAL.search(words.text, start, head)
                rule = f"{'built' if physical else 'scheme'}-{evidence(words, start, head)}"
            yield offer(start, end, "PROJECT", rule)
            part = _PART.match(words.text, end)
            if part:
                yield offer(start, part.end(), "PROJECT", "part")
            amount = _OF_COMPANY.search(words.text, start, head)
            if amount:
                yield offer(amount.end(), end, "PROJECT", "of-company")
    yield from _phases(words)
    yield from _facilities(words)
    yield from _within_quotes(words)
    for match in _LAUNCHED.finditer(words.text):
        yield offer(*match.span(1), "PROJECT", "launched")
    for match in _SECTION.finditer(words.text):
        yield offer(*match.span(), "PROJECT", "section")


def _context(words: Words, start: int) -> str:
    """What stands before a name: a verb that aims at it, one that builds it, or neither."""
    before = words.text[max(0, start - 8) : start]
    if _AIMS.search(before):
        return "aimed"
    return "built" if _BUILDS.search(before) else "named"


def _phases(words: Words) -> Iterator[Suggestion]:
    """…一期: what has phases is a project, whatever its head."""
    for match in _PHASE.finditer(words.text):
        start = left_edge(words, match.start())
        if start < match.start():
            rule = f"phase-{evidence(words, start, match.start())}"
            yield offer(start, match.end(), "PROJECT", rule)


def _facilities(words: Words) -> Iterator[Suggestion]:
    """A hospital or a school that is being built or has just been built."""
    for start, head, end in phrases(words, lexicon.pattern("facilities"), _NOT_AFTER_HEAD):
        part = _PART.match(words.text, end)
        if part:
            yield offer(start, part.end(), "PROJECT", "facility-part")
        if _BUILT.search(words.text[max(0, start - 4) : start]):
            yield offer(start, end, "PROJECT", f"facility-{evidence(words, start, head)}")


def _within_quotes(words: Words) -> Iterator[Suggestion]:
    """“惠企直通车平台”: what the quotation marks hold is all the name."""
    headed = lexicon.pattern(*_KINDS.values(), before=".+", after="$")
    for start, end in words.inner():
        if end - start in _INSIDE and headed.match(words.text[start:end]):
            yield offer(start, end, "PROJECT", "inside")

"""Organisations: by the head words of their names, by office and level, by LAC; and parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import evidence, phrases
from suggest.entities.words import Words
from suggest.tokens import Token
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NOT_AFTER_HEAD = re.compile("[化级性型制员长]|城市|工程师")
_BRACKET = re.compile(
    rf"[（(](?:有限合伙|普通合伙|特殊普通合伙|集团|{_HAN}{{2,3}})[）)](?!有限|股份)"
)

# The named parts of an organisation, which are one with it: 甘肃科技集团党委, 市统计局综合核算科.
_PART = re.compile(
    "党委|党组|纪委|纪检组|党支部|党总支|工会|团委|董事会|监事会"
    "|(?:[省市县区州]委)?(?:宣传部|组织部|统战部|政法委|编办|网信办)|办公[厅室]"
    f"|{_HAN}{{2,6}}(?:分公司|分行|支行|项目部|事业部|分院|分局|[处科])"
)
# … but not before a post: 甘肃科技集团 · 党委书记.
_POST = re.compile("(?:第一|常务)?副?(?:书记|秘书长|主席|组长|成员|委员|主任|处长|科长|部长)")
_PARTY_BODY = re.compile(
    "(?:机关)?(?:党委|党组|纪委|党支部|党总支|工会|团委|党工委|董事会|监事会)$"
)

_FOUNDED = re.compile("(?:成立|组建|设立|筹建)了?$")
_BUILT = re.compile("(?:开工建设|建成|新建|迁建|扩建|改建|建设)$")
_PHASE = re.compile("新院区|新校区|[一二三四]期")
_LONGEST_PLACE = 20  # code points: 巴音郭楞蒙古自治州 and a county of it
_NATIONAL = re.compile("(?:国家|省级|国家级).*中心$")  # a facility, more often than not
_LOOSE = frozenset(("v", "p", "u", "c", "d", "r", "w"))  # what no part of a name is
_LEVEL = re.compile("(?:国家|自治区|自治州|[省市县区州盟旗镇乡])$")
_OFFICE = rf"(?:委员会|(?:监督|管理|总|分)*[局厅委办署](?!员会|{_HAN}?托))"
_COMMITTEE = re.compile("[省市县区州盟旗]委(?![员托会派])")
_COMMITTEE_PART = re.compile(
    "(?:宣传|组织|统战|社会工作)部|政法委|网信办|编办|党校|办公[厅室]|改革办|督查室|政研室"
)
_LEVEL_HEAD = re.compile(
    r"[省市县区州](?![域级场块内外直属长委政里上中])"
    rf"(?:{_HAN}{{2,8}}?(?:纪委监委|督查室|研究室|办公室|中心|联社|供销社|集团|医院|总站|站)"
    rf"|{_HAN}{{2,14}}?[局厅](?![部势面长]))"
)

_SOURCE = re.compile(rf"(?<!资料)(?:来源|转自|摘自)[:：]\s*({_HAN}{{2,12}})(?!{_HAN})")
_OF_REPORTER = re.compile(
    rf"(?<![\u4e00-\u9fff”’])({_HAN}{{2,10}}?)"
    rf"(?:首席|见习|实习|特约|特派|全媒体|融媒体|驻{_HAN}{{2}})*记者(?=[\s：:])"
)
_NO_OUTLET = re.compile(
    "^(?:本[报网台刊社]|记者|通讯员|文|图|来自|特约|见习|首席|全媒体|实习)|[、，和与]|^.$"
)

_QUOTATION = re.compile("报(?=[\\d收涨跌])")  # of a share price: 恒川股份 · 报28元
_NO_OFFICE = re.compile("[通承主协帮代]办$")
_DIVISION = re.compile("[县镇乡村]$|街道$")
_NAMED_SO = re.compile("[\u4e00-\u9fff]{0,4}(?:模式|机制|行动|活动|工程|计划|制度|改革|战略)")
_LETTER = re.compile("[A-Za-z\u4e00-\u9fff]")
_HEAD_OF_TOKEN = re.compile("[局厅委办部院会社厂店行署处台报科]$")
_INITIALS = re.compile("^.[钢油铁电建]$")
_ACTS = re.compile(
    "(?:有关|相关)?负责人|董事|总经理|总裁|党委|集团|公司|表示|宣布|发布|方面|员工|旗下|与|和|、"
)


def organisations(words: Words) -> Iterator[Suggestion]:
    """Offers of organisations in `words`; they may overlap."""
    yield from _by_head(words)
    yield from _offices(words)
    yield from _committees(words)
    yield from _listed(words)
    yield from _outlets(words)
    yield from _by_trade(words)
    yield from _by_lac(words)


def _by_head(words: Words) -> Iterator[Suggestion]:
    heads = lexicon.pattern("companies", "institutes", "bodies")
    for start, head, end in phrases(words, heads, _NOT_AFTER_HEAD):
        if words.text[start:end] in lexicon.words("generic") or words.text[start] == "各":
            continue
        bracket = _BRACKET.match(words.text, end)
        if bracket:
            yield offer(start, bracket.end(), "ORG", "bracket")
        if bracket and "合伙" in bracket[0]:
            continue
        kind = _kind(words, start, words.text[head:end])
        yield from _with_parts(words, start, end, f"{kind}-{evidence(words, start, head)}")


def _kind(words: Words, start: int, head: str) -> str:
    """What the head of a name and the verb before it say of the name."""
    if head.endswith("有限公司"):
        return "full"
    before = words.text[max(0, start - 4) : start]
    if _FOUNDED.search(before):
        return "founded"
    if _NATIONAL.match(words.text[start : start + 3] + head):
        return "national"
    may_be_built = head in lexicon.words("facilities") or head.endswith(("中心", "院"))
    return "built" if may_be_built and _BUILT.search(before) else "head"


def _with_parts(words: Words, start: int, end: int, rule: str) -> Iterator[Suggestion]:
    """`start:end`, and again with the part of the organisation that follows it."""
    if not _PHASE.match(words.text, end):  # a hospital with a 新院区 is a project
        yield offer(start, end, "ORG", rule)
    part = _PART.match(words.text, end)
    if part and _is_part(words, *part.span()):
        yield offer(start, part.end(), "ORG", "part")


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether the words of `start:end` can be the name of a part of an organisation."""
    if not words.ends(end) or _POST.match(words.text, end):
        return False
    return all(token.tag not in _LOOSE for token in words.between(start, end))


def _offices(words: Words) -> Iterator[Suggestion]:
    """省科技厅, 淮安市发改委, 国家能源局: a level or a place, what the office is for, its kind."""
    for match in lexicon.pattern("departments", after=_OFFICE).finditer(words.text):
        level = _LEVEL.search(words.text, max(0, match.start() - 3), match.start())
        first = level.start() if level else match.start()
        start = _place_before(words, first)
        if start < first:
            yield from _with_parts(words, start, match.end(), "office-place")
        elif level:
            yield from _with_parts(words, first, match.end(), "office-level")
        elif words.starts(first):
            yield offer(first, match.end(), "ORG", "office-bare")
    for match in _LEVEL_HEAD.finditer(words.text):
        start, end = match.span()
        if words.text[start:end] in lexicon.words("generic") or not words.ends(end):
            continue
        place = _place_before(words, start + 1)
        if place < start:
            yield offer(place, end, "ORG", "place-head")
        elif words.starts(start):
            yield offer(start, end, "ORG", "level-head")


def _committees(words: Words) -> Iterator[Suggestion]:
    """嘉善县委, 浙江省委宣传部: a committee of a named place, and the part of any."""
    for match in _COMMITTEE.finditer(words.text):
        part = _COMMITTEE_PART.match(words.text, match.end())
        start = _place_before(words, match.start())
        if start == match.start() > 0:
            start = _place_before(words, match.start() + 1)
        named = start < match.start()
        if named:
            yield offer(start, match.end(), "ORG", "committee")
        if part:
            first = start if named else match.start()
            yield offer(first, part.end(), "ORG", "committee-part")


def _place_before(words: Words, position: int) -> int:
    """The start of the names of places that end at `position`, or `position` where none does."""
    start = position
    while start > 0 and position - start < _LONGEST_PLACE:
        token = words.token(start - 1)
        if token.tag not in ("LOC", "ORG"):
            break
        start = token.start
    return start


def _listed(words: Words) -> Iterator[Suggestion]:
    for match in lexicon.pattern("central").finditer(words.text):
        if words.starts(match.start()) and words.ends(match.end()):
            yield from _with_parts(words, *match.span(), "listed")


def _outlets(words: Words) -> Iterator[Suggestion]:
    """来源：信阳日报, 北方能源观察记者: what stands where only a news outlet stands."""
    for match in _SOURCE.finditer(words.text):
        yield offer(*match.span(1), "ORG", "outlet")
    for match in _OF_REPORTER.finditer(words.text):
        if not _NO_OUTLET.search(match[1]):
            yield offer(*match.span(1), "ORG", "outlet")


def _by_trade(words: Words) -> Iterator[Suggestion]:
    """中天海工的码头: a short name that ends in a trade, at a break of the sentence."""
    for match in _trade_name().finditer(words.text):
        if not {token.tag for token in words.between(*match.span())} <= {"LOC", "ORG"}:
            yield offer(*match.span(), "ORG", "trade")


@cache
def _trade_name() -> re.Pattern[str]:
    follow = "[的将已、，。等]|董事|总经理|总裁|副总|创始人|负责人|表示|方面|公司"
    name = f"{_HAN}{{2,3}}{lexicon.alternatives('trades')}"
    return re.compile(f"(?<!{_HAN}){name}(?={follow})")


def _by_lac(words: Words) -> Iterator[Suggestion]:
    """LAC's organisations, without the generic ones."""
    for token in words.tokens:
        if token.tag != "ORG" or not _may_be_named(token.word):
            continue
        end = token.end - bool(_QUOTATION.match(words.text, token.end - 1))
        body = _PARTY_BODY.search(token.word)
        if body and body.start() > 1 and _POST.match(words.text, end):
            end = token.start + body.start()
            if words.text[end - 1] in "省市县区镇乡村道":
                yield offer(token.start, end, "LOC", "seat")
                continue
        if _DIVISION.search(token.word):
            yield offer(token.start, end, "LOC", "seat")
        yield from _with_parts(words, token.start, end, f"lac-{_support(words, token)}")


def _may_be_named(word: str) -> bool:
    return len(word) > 1 and bool(_LETTER.search(word)) and word not in lexicon.words("generic")


def _support(words: Words, token: Token) -> str:
    """What speaks for a name of LAC's, or against it: its end, and what stands around it."""
    has_head = _has_head(token.word)
    against = _objection(words, token, has_head=has_head)
    if against:
        return against
    if has_head:
        is_built = _BUILT.search(words.text[max(0, token.start - 4) : token.start])
        return "built" if is_built else "head"
    trades = lexicon.pattern("trades", before=".+", after="$")
    if trades.match(token.word) or _INITIALS.match(token.word):
        return "trade"
    return "acting" if _ACTS.match(words.text, token.end) else "bare"


def _has_head(name: str) -> bool:
    heads = lexicon.pattern("companies", "institutes", "bodies", before=".*", after="$")
    return bool(_HEAD_OF_TOKEN.search(name) or heads.match(name))


def _objection(words: Words, token: Token, *, has_head: bool) -> str:
    """What speaks against a name of LAC's, empty where nothing does."""
    if words.text.startswith(("发〔", "〔"), token.end):
        return "number"  # of a document: 云政办发〔2023〕196号
    if _DIVISION.search(token.word):
        return "division"
    if _NATIONAL.match(token.word) or _NO_OFFICE.search(token.word):
        return "national"
    slogan = words.quoted(token.start, token.end) and _NAMED_SO.match(words.text, token.end + 1)
    if slogan or (not has_head and words.within_quotes(token.start, token.end)):
        return "quoted"
    return ""

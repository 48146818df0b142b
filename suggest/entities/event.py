"""Meetings, congresses, fairs and ceremonies that have a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import Phrase, left_edge, of_place, phrases
from suggest.entities.words import QUOTES, Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NUMBER = r"[一二三四五六七八九十百零〇\d０-９]{1,6}"
_FIXED = re.compile(
    rf"党的[“]?{_NUMBER}[大届][”]?(?:{_NUMBER}中全会)?|(?<![第届])(?:十[六七八九]|二十)大(?=”?(?:精神|报告|以来|召开|胜利))|全国两会|[省市县区州]两会"
    rf"|(?:党的)?{_NUMBER}届(?:{_NUMBER}中[、和]){{1,5}}{_NUMBER}中全会"
    rf"|(?:中共|党的)?(?:中央|[省市县区州]委)?{_NUMBER}届{_NUMBER}[次中]全(?:体会议|会)(?:（扩大）会议)?"
    rf"|[省市县区州][党第]?第?{_NUMBER}次(?:党代会|代表大会)"
    "|(?:党?中央|[省市县区州]委)(?:经济|农村|城市|人才|金融|民族|统战|财经|政法|外事)工作会议"
)
_WHOLE = re.compile(
    r"(?:(?:19|20)\d\d\s*年)?全[国省市县区州镇](?!人大|政协)"
    "(?:(?![的要须在对]|贯彻|落实|举行|召开|宣布|出席)[\u4e00-\u9fff“”、‘’]){0,26}?"
    "(?:(?:大|推进|动员|部署|现场|调度|誓师|表彰)会|工作会议|集中(?:开工|签约|竣工)(?:活动|仪式))"
    rf"(?:暨{_HAN}{{2,20}}会议?)?"
)
_ORDINAL = re.compile(f"第{_NUMBER}[届次批]|{_NUMBER}届")
_EDITION = re.compile(
    rf"第{_NUMBER}届[\u4e00-\u9fff（）()·“”]{{2,16}}?[节会赛展周](?!{_HAN}{{0,3}}(?:上|议))"
)
_OF_LEVEL = re.compile("全[国省市县区州镇]|中央|党中央|[省市县区州](?:委|级)?(?!书记)")
_COINED_FAIR = re.compile(rf"{_HAN}[博洽]会")  # 林博会
_SHORT = 9  # code points: a shorter name that tells no place, number or level is hardly one
# 2024中国智能汽车展览会: a year without 年 begins a name.
_YEAR_LED = re.compile(
    r"(?<![\d.])(?:19|20)\d\d(?=[\u4e00-\u9fff])(?![年月日个家户名亩吨元米万亿多余])"
    r"[\u4e00-\u9fff（）()·“”、A-Za-z]{2,30}?"
    "(?:[大年峰展博览交易]会|论坛|[大联挑战]赛|马拉松|[艺术文化旅游消费购物]节)"
    rf"(?!{_HAN}{{0,3}}(?:上|议))"
)
# 中国（泉州）品牌海外展: of the country, at a place.
_AT_PLACE = re.compile(
    rf"(?:首届|第{_NUMBER}届|20\d\d年?)?中国[（(]{_HAN}{{2,6}}[）)]{_HAN}{{2,16}}?(?:[展博览交易洽]会|大会|论坛|节|展)"
)
# What may stand before a name in quotation marks: 第二届|“鲜达杯”冷链技能大赛.
_LEAD = re.compile(rf"(?:(?:19|20)\d\d\s*年?(?:度)?|第{_NUMBER}届|首届)+\Z")
_ANYWHERE = ("edition", "year-led", "at-place")  # rules whose names begin with a number
_FAIR = re.compile("论坛|[峰年展]会|[展博]览会|交易会|[赛节周]$")
_OPENS = re.compile(f"^[{QUOTES}]")
_YEAR = re.compile(r"[\d０-９]{4}\s*年|^(?:19|20)\d\d(?=[\u4e00-\u9fff])")
# What a clause may have before the name of its event, or instead of one.
_NO_NAME = re.compile(
    "[在由将对把据本该此]|首[次届]|重[点大]|[一二三四五六七八九十两几多][批个场次]"
    "|[^会仪]{0,12}(?:公司|集团|[省市县区州]|局|委|厅)[将已还也在于]"
)
_WITHIN = "(?:(?!召开|举行|举办|出席|参加|主持|宣布|介绍|[的了])[^，。；！？：—,;!?\\s])"
_GENERIC = re.compile("(?:会议|座谈会|研讨会|例会|见面会|发布会|洽谈会|对接会|推介会|讨论会)$")
_NOT_AFTER_HEAD = re.compile("[室堂厅员组展]|中心|纪要")


def events(words: Words) -> Iterator[Suggestion]:
    """Offers of events in `words`; they may overlap."""
    for match in _FIXED.finditer(words.text):
        yield offer(*match.span(), "EVENT", "fixed")
    for token in words.tokens:
        if token.word == "两会":
            yield offer(token.start, token.end, "EVENT", "fixed")
    whole = (
        ("fair", lexicon.pattern("fairs")),
        ("fair-coined", _COINED_FAIR),
        ("edition", _EDITION),
        ("year-led", _YEAR_LED),
        ("at-place", _AT_PLACE),
        ("whole", _WHOLE),
    )
    for rule, pattern in whole:
        for match in pattern.finditer(words.text):
            if words.ends(match.end()) and (rule in _ANYWHERE or words.starts(match.start())):
                part = rule == "fair" and words.text[match.start() - 1 : match.start()] == "届"
                yield offer(*match.span(), "EVENT", "fair-part" if part else rule)
    yield from _by_head(words)
    yield from _within_quotes(words)
    for rule, pattern in (("held", _held()), ("staged", _staged())):
        for match in pattern.finditer(words.text):
            start, end = match.span("name")
            if end - start >= _SHORT and words.ends(end) and _may_be_name(words, start, end):
                yield offer(start, end, "EVENT", rule)


def _within_quotes(words: Words) -> Iterator[Suggestion]:
    """在“…大会”上: all that the quotation marks hold is the name."""
    headed = lexicon.pattern("events", "fairs", before=".+", after="$")
    for start, end in words.inner():
        if end - start >= _SHORT and headed.match(words.text[start:end]):
            yield offer(start, end, "EVENT", "inside")


def _may_be_name(words: Words, start: int, end: int) -> bool:
    """Whether `start:end` neither begins with what names nothing nor leaves a quotation."""
    if _NO_NAME.match(words.text, start) or words.token(start).word in lexicon.words("governing"):
        return False
    return all(words.opening.get(mark, start) >= start for mark in range(start, end))


@cache
def _held() -> re.Pattern[str]:
    """举办|国际半导体产业核心企业合作洽谈会: all that is between the verb and the head."""
    return lexicon.pattern(
        "events",
        before=f"(?:举行|召开|举办|承办|主办)了?(?P<name>{_WITHIN}{{2,50}}?",
        after=rf")(?=[，。；！？、,;”\s]|{_NUMBER}[次场]|并|上)",
    )


@cache
def _staged() -> re.Pattern[str]:
    """全市9月经济运行暨重点项目工作调度会|召开: all from where the clause begins."""
    return lexicon.pattern(
        "events",
        before=rf"(?:(?<![^\n。；！？，,：:— 　])|(?<=[日午]))(?P<name>{_WITHIN}{{2,60}}?",
        after=rf")(?=(?:近日|日前|[今昨][日天]?)?(?:隆重|顺利|成功|正式)?(?:在{_HAN}{{1,14}})?"
        "(?:举行|召开|举办|[开闭]幕|落幕))",
    )


def _by_head(words: Words) -> Iterator[Suggestion]:
    heads = lexicon.pattern("events", "fairs")
    for found in phrases(words, heads, _NOT_AFTER_HEAD, time=True):
        start = of_place(words, found).start
        if words.text[start - 1 : start] == "暨":
            start = left_edge(words, start - 1, time=True)
        lead = _LEAD.search(words.text, max(0, start - 12), start)
        phrase = found._replace(start=lead.start() if lead else start)
        rule = _rule(words, phrase)
        if words.text[phrase.start - 1 : phrase.start] == "及" and rule == "fair-headed":
            continue  # the end of a longer name
        if rule != "plain-generic" or phrase.end - phrase.start >= _SHORT:
            yield offer(phrase.start, phrase.end, "EVENT", rule)
        double = _double().match(words.text, phrase.end)
        if double and words.ends(double.end()):
            yield offer(phrase.start, double.end(), "EVENT", "doubled")


@cache
def _double() -> re.Pattern[str]:
    """…座谈会|暨安全稳定工作会议: the second meeting in the name of two."""
    return lexicon.pattern("events", before=r"暨[^，。；：！？,;:\s]{2,30}?")


def _rule(words: Words, phrase: Phrase) -> str:
    name, head = words.text[phrase.start : phrase.head], words.text[phrase.head : phrase.end]
    for rule, tells in (("ordinal", _ORDINAL), ("year", _YEAR), ("quoted", _OPENS)):
        if tells.search(name):
            return f"{rule}-generic" if rule == "quoted" and _GENERIC.search(head) else rule
    generic = bool(_GENERIC.search(head))
    tags = {token.tag for token in words.between(phrase.start, phrase.head)}
    if _OF_LEVEL.match(name):
        kind = "level"
    elif tags & {"LOC", "ORG"}:
        kind = "named"
    elif generic:
        return "plain-generic"
    else:
        kind = "plain-short" if phrase.end - phrase.start < _SHORT else "plain"
        if _FAIR.search(head):
            kind = "fair-headed"
    return f"generic-{kind}" if generic else kind

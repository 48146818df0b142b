"""Meetings, congresses, fairs and ceremonies that have a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import Phrase, phrases
from suggest.entities.words import QUOTES, Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NUMBER = r"[一二三四五六七八九十百零〇\d０-９]{1,6}"
_FIXED = re.compile(
    rf"党的{_NUMBER}[大届](?:{_NUMBER}中全会)?|全国两会|[省市县区州]两会"
    rf"|(?:中共|党的)?(?:中央|[省市县区州]委)?{_NUMBER}届{_NUMBER}[次中]全(?:体会议|会)(?:（扩大）会议)?"
    rf"|[省市县区州][党第]?第?{_NUMBER}次(?:党代会|代表大会)"
    "|中央(?:经济|农村|城市|人才|金融|民族|统战|财经|政法|外事)工作会议"
)
_WHOLE = re.compile(
    r"全[国省市县区州镇][\u4e00-\u9fff“”、‘’]{0,26}?"
    "(?:(?:大|推进|动员|部署|现场|调度|誓师|表彰)会|工作会议)"
    rf"(?:暨{_HAN}{{2,20}}会议?)?"
)
_DOUBLE = re.compile(f"暨{_HAN}{{2,20}}?(?:大会|会议|推进会|动员会|仪式|论坛)")
_ORDINAL = re.compile(f"第{_NUMBER}[届次]|{_NUMBER}届")
_EDITION = re.compile(
    rf"第{_NUMBER}届[\u4e00-\u9fff（）()·“”]{{2,16}}?[节会赛展](?!{_HAN}{{0,3}}(?:上|议))"
)
_YEAR = re.compile(r"[\d０-９]{4}\s*年")
_GENERIC = re.compile("(?:会议|座谈会|研讨会|例会|见面会|发布会|洽谈会|对接会|推介会|讨论会)$")
_NOT_AFTER_HEAD = re.compile("[室堂厅员组展]|中心|纪要")


def events(words: Words) -> Iterator[Suggestion]:
    """Offers of events in `words`; they may overlap."""
    for match in _FIXED.finditer(words.text):
        yield offer(*match.span(), "EVENT", "fixed")
    for token in words.tokens:
        if token.word == "两会":
            yield offer(token.start, token.end, "EVENT", "fixed")
    for match in _EDITION.finditer(words.text):
        if words.ends(match.end()):
            yield offer(*match.span(), "EVENT", "edition")
    for match in _WHOLE.finditer(words.text):
        if words.starts(match.start()) and words.ends(match.end()):
            yield offer(*match.span(), "EVENT", "whole")
    for phrase in phrases(words, lexicon.pattern("events"), _NOT_AFTER_HEAD, time=True):
        yield offer(phrase.start, phrase.end, "EVENT", _rule(words, phrase))
        double = _DOUBLE.match(words.text, phrase.end)
        if double:
            yield offer(phrase.start, double.end(), "EVENT", "doubled")


def _rule(words: Words, phrase: Phrase) -> str:
    name = words.text[phrase.start : phrase.head]
    if _ORDINAL.search(name):
        return "ordinal"
    if _YEAR.search(name):
        return "year"
    if name[0] in QUOTES:
        return "quoted"
    if _GENERIC.search(words.text[phrase.head : phrase.end]):
        return "generic"
    tags = {token.tag for token in words.between(phrase.start, phrase.head)}
    return "named" if tags & {"LOC", "ORG"} else "plain"

"""Places: LAC's, those of the public lists, roads, and places within places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.words import QUOTES, Words
from suggest.spotter import Spotter
from suggest.tokens import Token
from text.alignment import Range
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NAMED = f"(?:(?![的等和农美全各本]){_HAN}){{1,3}}"
_VILLAGE = f"(?:{_NAMED}[镇乡](?={_HAN}{{1,3}}村))?{_NAMED}[镇乡村]"
_EXTENSION = re.compile(
    "城市群|都市圈|经济圈|经济带|地区|流域|半岛|平原|盆地|高原|山区|库区|海域"
    rf"|{_HAN}{{1,4}}(?:街道|大道|(?<![农乡]村)(?<![铁公线思出道套销])路|街|巷)(?:\d+号)?"
    rf"|{_HAN}{{1,2}}段(?!{_HAN}{{0,8}}落)|{_VILLAGE}(?![长委企办级域容振])"
)
_ROAD = re.compile(
    r"(?<![\dA-Za-z])(?:[GS]\d{1,4}(?:国道|省道|线)?|\d{3}(?:国道|省道)|(?:国道|省道)\d{3}线?)"
    rf"(?:{_HAN}{{2,3}}段)?"
)
# LAC takes some things for places whose last word, one of these, says that they are none.
_HEAD_LISTS = ("companies", "institutes", "bodies", "zones", "works", "venues", "facilities")
_DIVISIONS = frozenset("省市县区州镇乡村旗盟")
_ADDRESS = ("街道", "号")
_FEATURES = frozenset("江河湖海山岛湾溪原")
# 以港兴市, 工业强市: what is aimed at, no place; but 嘉兴市 is in the lists.
_AIMED_AT = re.compile(".*[兴强立富活美][省市县区]")
_CUE_BEFORE = re.compile(
    "(?:在|位于|来自|前往|赴|抵达|走进|远在|发自|地处|落户|驶入|来到|转到|从|抵|飞往|直达)$"
)
_CUE_AFTER = re.compile("大地|境内|人民|市民|全域|各地|当地|籍|地处|位于|一带|沿岸|两岸|段")
_COUNTED = re.compile("(?:[两三四五六七八九十]+|各)[省市县区州]$|(?<=..)市区$")  # 皖北六市
_LETTER_CUE = re.compile(f"[在赴来驻离入抵返援、]{_HAN}|{_HAN}{_HAN}(?=[、等])")
_LETTER_PLACE = re.compile(f"[在赴来驻抵返援]({_HAN})(?={_HAN})")
_LONGEST_SLOGAN = 8
_LONGEST_CHAIN = 24
_SURE = 3  # code points: a longer name is no accident of word division


def places(words: Words) -> Iterator[Suggestion]:
    """Offers of places in `words`; they may overlap."""
    yield from _by_lac(words)
    yield from _listed(words)
    yield from _by_letter(words)
    for match in _ROAD.finditer(words.text):
        yield offer(*match.span(), "LOC", "road")


def _by_lac(words: Words) -> Iterator[Suggestion]:
    """LAC's places; one right after a larger one is one with it: 湖北宜昌, 海宁市黄湾镇."""
    before: Range | None = None
    for token in words.tokens:
        if token.tag != "LOC" or token.word in lexicon.words("no_places"):
            continue
        counted = _COUNTED.search(token.word)
        here = token.start, token.start + (counted.start() if counted else len(token.word))
        if here[0] == here[1]:
            continue
        yield offer(*here, "LOC", f"lac-{_support(words, *here)}")
        yield from _extended(words, *here)
        if before and before[1] == token.start and token.end - before[0] <= _LONGEST_CHAIN:
            here = before[0], token.end
            if token.word not in lexicon.words("regions") or token.word.endswith("新区"):
                yield offer(*here, "LOC", f"lac-joined-{_joint(words.text[slice(*before)], token)}")
                yield from _extended(words, *here)
        before = here


def _by_letter(words: Words) -> Iterator[Suggestion]:
    """在嵊召开, 来川视察: one character for a place that all know or the text has in full."""
    places = lexicon.known_places()
    named = {token.word[0] for token in words.tokens if token.tag == "LOC" and token.word in places}
    for match in _LETTER_PLACE.finditer(words.text):
        letter = match.start(1)
        verb = words.token(match.end())
        known = match[1] in lexicon.words("abbreviations") or match[1] in named
        acts = verb.start == match.end() and verb.tag in ("v", "vd", "vn")
        if known and acts and words.token(letter).tag != "LOC":
            yield offer(letter, letter + 1, "LOC", "letter")


def _support(words: Words, start: int, end: int) -> str:
    """What speaks for LAC's `start:end` being a place, or against it."""
    word = words.text[start:end]
    if _ends_slogan(words, start, end):
        return "slogan"
    if word in lexicon.words("abbreviations"):
        return f"letter-{'cued' if _LETTER_CUE.match(words.text, start - 1) else 'bare'}"
    listed = _of_list(word)
    if not listed and _AIMED_AT.fullmatch(word):
        return "slogan"
    return listed or _form(word) or _standing(words, start, end)


def _of_list(word: str) -> str:
    """What the public lists say of a place, empty where they know nothing."""
    if word in lexicon.known_places():
        return "listed"
    if word in lexicon.possible_places():
        return "county"
    return "chain" if _is_chain(word) else ""


def _standing(words: Words, start: int, end: int) -> str:
    """What the words around a place say of it."""
    word = words.text[start:end]
    if any(word[:n] in lexicon.words("regions") for n in range(2, len(word) - 1)):
        return "within"
    return "cued" if _is_cued(words.text, start, end) else "bare"


def _form(word: str) -> str:
    """What the last character says of a place, empty where it says nothing."""
    heads = lexicon.pattern(*_HEAD_LISTS, before=".*", after="$")
    if len(word) == 1 or heads.match(word) or word[-1] in "段站线报":
        return "headed"
    if word[-1] in _DIVISIONS:
        return "division"
    return "feature" if word[-1] in _FEATURES else ""


def _joint(larger: str, token: Token) -> str:
    """What is known of the place `token` and the one before it."""
    if token.word in lexicon.words("regions"):
        return "known"
    if _form(token.word) == "headed":
        return "headed"
    return "known" if _is_known(larger) and _is_known(token.word) else "odd"


def _is_cued(text: str, start: int, end: int) -> bool:
    """Whether the words around `start:end` want a place there."""
    before = text[max(0, start - 2) : start]
    return bool(_CUE_AFTER.match(text, end) or _CUE_BEFORE.search(before))


def _is_known(word: str) -> bool:
    return word in lexicon.possible_places() or word[-1] in _DIVISIONS or word.endswith(_ADDRESS)


def _is_chain(word: str) -> bool:
    """吉林白城: one possible place within another, in one word."""
    possible = lexicon.possible_places()
    known = lexicon.known_places()
    return any(word[:n] in possible and word[n:] in known for n in range(2, len(word) - 1))


def _ends_slogan(words: Words, start: int, end: int) -> bool:
    """Whether the name ends a few words in quotation marks that begin otherwise: “五个济南”."""
    opening = words.opening.get(end)
    if opening is None or words.text[opening] not in QUOTES:
        return False
    return opening < start - 1 and end - opening <= _LONGEST_SLOGAN


def _extended(words: Words, start: int, end: int) -> Iterator[Suggestion]:
    extension = _EXTENSION.match(words.text, end)
    if extension and words.ends(extension.end()):
        yield offer(start, extension.end(), "LOC", "extended")


def _listed(words: Words) -> Iterator[Suggestion]:
    """Names of the public lists that LAC took for something else."""

    def stands(start: int, end: int) -> bool:
        edges = words.starts(start) + words.ends(end)
        return end - start > _SURE or edges == 2 or (edges == 1 and end - start == _SURE)

    for start, end in _known_places().find(words.text, stands):
        token = words.token(start)
        if token.tag != "LOC" or token.end < end:
            yield offer(start, end, "LOC", "listed")


@cache
def _known_places() -> Spotter:
    return Spotter(lexicon.known_places())

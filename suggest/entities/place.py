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
_NAMED = f"(?:(?![的等和到至与农美全各本]){_HAN}){{1,3}}"
_VILLAGE = f"(?:{_NAMED}[镇乡](?={_HAN}{{1,3}}村))?{_NAMED}(?:(?<![小重])镇|乡(?!村)|(?<!乡)村)"
_EXTENSION = re.compile(
    "城市群|都市圈|(?:地区)?双城经济圈(?!建设)|经济圈|经济带|地区(?!生产)|流域|半岛|平原|盆地|高原|山区|库区|港区"
    rf"|(?:(?![等到至与]){_HAN}){{1,4}}(?:街道|大道|(?<![农乡]村)(?<![铁公线思出道套销一])路|(?<!老)街|巷)(?:\d+号)?"
    rf"|{_HAN}{{1,2}}段(?!{_HAN}{{0,8}}落)|{_VILLAGE}(?![长委企办级域容振])"
)
_WAY = rf"{_HAN}{{2,3}}(?:高速公路|高速|公路|铁路|高铁)(?=沿线|旁|出口|两侧)"
_ROAD = re.compile(
    r"(?<![\dA-Za-z])(?:[GS]\d{1,4}(?:国道|省道|线)?|\d{3}(?:国道|省道)|(?:国道|省道)\d{3}线?)"
    rf"(?:{_HAN}{{2,3}}段)?|(?:(?<!{_HAN})|(?<=[在从经沿])){_WAY}"
)
# LAC takes some things for places whose last word, one of these, says that they are none.
_HEAD_LISTS = ("companies", "institutes", "bodies", "zones", "works", "venues", "facilities")
_DIVISIONS = frozenset("省市县区州镇乡村旗盟")
_ADDRESS = ("街道", "号")
_FEATURES = frozenset("江河湖海山岛湾溪原塬澳屿口淀")
# … in two characters as often of a firm: 楚峡.
_LANDS = re.compile("(?:盆地|半岛|山脉|街道|..[泉岭峡洲沟潭])$")
# 以港兴市, 工业强市: what is aimed at, no place; but 嘉兴市 is in the lists.
_AIMED_AT = re.compile(".*[兴强立富活美][省市县区]")
# What a map or a plan is parted into, which names no place: 浅山区, 拓展区.
_PART_OF_MAP = re.compile(
    "(?:[山矿库林牧园灾]|拓展|核心|引领|协同|辐射|先行|示范|样板|标杆|功能|中心城)区$"
)
_CUE_BEFORE = re.compile(
    "(?:在|位于|来自|前往|赴|抵达|走进|远在|发自|地处|落户|驶入|来到|转到|从|抵|飞往|直达)$"
)
_CUE_AFTER = re.compile("大地|境内|人民|市民|全域|各地|当地|籍|地处|位于|一带|沿岸|两岸|段")
_MOUTH = re.compile("(?<=[入出])海口")  # 长江入|海口 is not the city
# What LAC takes into a name behind it: how many (皖北|六市), or whereabouts (秦岭|北麓).
_BEYOND = re.compile(
    "(?:[两三四五六七八九十]+|各)[省市县区州]$|(?<=..)市区$|(?<=.村)村$"
    "|(?<=[江河湖海湾山岭原淀潭泊])(?:[边畔]|[东南西北]麓|[东南西北两沿]岸|沿线|流域|上游|中游|下游|[干支]流(?:岸线)?)$"
)
_MODALS = "应将须能可要"  # 大同|应
_LETTER_CUE = re.compile(f"[在赴来驻离入抵返援、]{_HAN}|{_HAN}{_HAN}(?=[、等])")
_LETTER_PLACE = re.compile(f"[在赴来驻抵返援]({_HAN})(?={_HAN})")
# 黔北, 闽西南: a part of a province; what has a longer name, such as a firm, outbids it.
_PART_OF_PROVINCE = re.compile(
    "(?!陕西)(?:[冀豫鲁晋陕赣闽粤桂黔滇苏浙皖鄂湘川辽吉琼陇](?:[东西][南北]|[东南西北中](?![省市县区州]))|[湘鄂]西)"
    f"(?![部京亚疆方藏欧非]|{_HAN}(?<=[州市县区镇乡村]))"
)
_ALONG = re.compile("沿岸|两岸|流域|一带|上游|中游|下游|河道|水质")
_LONGEST_SLOGAN = 8
_LONGEST_CHAIN = 24
_HOME = ("祖籍", "籍贯", "老家", "家住")
_SURE = 3  # code points: a longer name is no accident of word division


def places(words: Words) -> Iterator[Suggestion]:
    """Offers of places in `words`; they may overlap."""
    yield from _by_lac(words)
    yield from _listed(words)
    yield from _by_letter(words)
    yield from _mistaken(words)
    for match in _PART_OF_PROVINCE.finditer(words.text):
        if words.starts(match.start()):
            yield offer(*match.span(), "LOC", "direction")
    for match in _ROAD.finditer(words.text):
        yield offer(*match.span(), "LOC", "road")


def _by_lac(words: Words) -> Iterator[Suggestion]:
    """LAC's places; one right after a larger one is one with it: 湖北宜昌, 海宁市黄湾镇."""
    before: Range | None = None
    for token in words.tokens:
        mouth = _MOUTH.match(words.text, token.start)
        if token.tag != "LOC" or token.word in lexicon.words("no_places") or mouth:
            continue
        here = token.start, token.start + _length(words, token)
        if here[0] == here[1]:
            continue
        yield offer(*here, "LOC", f"lac-{_support(words, *here)}")
        region = _region(token.word)
        if region and not _of_list(token.word) and not _form(token.word):
            yield offer(token.start, token.start + region, "LOC", "lac-region")
        yield from _extended(words, *here)
        if before and before[1] == token.start and token.end - before[0] <= _LONGEST_CHAIN:
            here = before[0], token.end
            if _may_hold(words.text[slice(*before)], token.word):
                yield offer(*here, "LOC", f"lac-joined-{_joint(words.text[slice(*before)], token)}")
                yield from _extended(words, *here)
        before = here


def _length(words: Words, token: Token) -> int:
    """How many characters of LAC's `token` are the place."""
    word, possible = token.word, lexicon.possible_places()
    if word not in possible and word[:-1] in possible and word[-1] in _MODALS:
        return len(word) - 1
    if word.endswith("地区") and words.text.startswith("生产总值", token.end):
        return len(word) - len("地区")
    beyond = None if word in possible else _BEYOND.search(word)
    return beyond.start() if beyond else len(word)


def _may_hold(larger: str, smaller: str) -> bool:
    """Whether `smaller` can lie in `larger`: no region does, and no 盐城 in 连云港, its equal."""
    if smaller in lexicon.words("regions"):
        return smaller.endswith("新区")
    if not {larger, smaller} <= lexicon.known_places():
        return True
    ranks = lexicon.ranks()
    return max(ranks.get(smaller, "9")) > min(ranks.get(larger, "0"))


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


def _mistaken(words: Words) -> Iterator[Suggestion]:
    """洪渡河|沿岸, 祖籍|漳浦: a person for LAC, but no person has banks or is where one is from."""
    for token in words.tokens:
        if token.tag != "PER":
            continue
        river = token.word[-1] in _FEATURES and _ALONG.match(words.text, token.end)
        if river or words.text.endswith(_HOME, 0, token.start):
            yield offer(token.start, token.end, "LOC", "mistaken")


def _support(words: Words, start: int, end: int) -> str:
    """What speaks for LAC's `start:end` being a place, or against it."""
    word = words.text[start:end]
    if _ends_slogan(words, start, end):
        return "slogan"
    if word in lexicon.words("abbreviations"):
        cued = _LETTER_CUE.match(words.text, start - 1) and not words.within_quotes(start, end)
        return f"letter-{'cued' if cued else 'bare'}"
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
    if _region(word):
        return "within"
    return "cued" if _is_cued(words.text, start, end) else "bare"


def _has_peer(words: Words, start: int, end: int) -> bool:
    """Whether a mark 、 parts `start:end` from a known place."""
    peers = []
    if start > 1 and words.text[start - 1] == "、":
        peers.append(words.token(start - 2))
    if words.text[end : end + 1] == "、" and end + 1 < len(words.text):
        peers.append(words.token(end + 1))
    return any(peer.tag == "LOC" and _is_known(peer.word) for peer in peers)


def _region(word: str) -> int:
    """How many characters of a known region begin `word`, of which more than one is left."""
    regions = lexicon.words("regions")
    return max((n for n in range(2, len(word) - 1) if word[:n] in regions), default=0)


def _form(word: str) -> str:
    """What the last character says of a place, empty where it says nothing."""
    heads = lexicon.pattern(*_HEAD_LISTS, before=".*", after="$")
    if len(word) == 1 or heads.match(word) or word[-1] in "段站线报":
        return "headed"
    if word[-1] in _DIVISIONS:
        return "headed" if _PART_OF_MAP.search(word) else "division"
    return "feature" if word[-1] in _FEATURES or _LANDS.search(word) else ""


def _joint(larger: str, token: Token) -> str:
    """What is known of the place `token` and the one before it."""
    if token.word in lexicon.words("regions"):
        return "known"
    if _form(token.word) == "headed":
        return "headed"
    if not _is_known(larger):
        return "odd"
    if token.word[-1] in _FEATURES:
        return "feature"
    return "known" if _is_known(token.word) else "half"


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
    """Names of the public lists that LAC took for something else; of counties beside a place."""
    sure = lexicon.known_places()

    def stands(start: int, end: int) -> bool:
        edges = words.starts(start) + words.ends(end)
        if words.text[start:end] not in sure:  # 大英 may mean other things
            return edges == 2 and _has_peer(words, start, end)
        return end - start > _SURE or edges == 2 or (edges == 1 and end - start == _SURE)

    for start, end in _possible_places().find(words.text, stands):
        token = words.token(start)
        if token.tag != "LOC" or token.end < end:
            rule = "listed" if words.text[start:end] in sure else "peer"
            yield offer(start, end, "LOC", rule)


@cache
def _possible_places() -> Spotter:
    return Spotter(lexicon.possible_places() - lexicon.words("no_places"))

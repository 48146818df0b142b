"""Names that end in a head word (…公司, …行动): where one begins, what makes it a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from suggest import lexicon
from suggest.entities.words import QUOTES, Words
from suggest.tokens import Token

LONGEST_NAME = 40
"""Code points before the head: hardly a name in the public lists is longer."""

_LONGEST_PLACE = 20  # code points: 巴音郭楞蒙古自治州 and a county of it
_NAMES = frozenset(("PER", "LOC", "ORG"))
_NOUNS = frozenset(("n", "nz", "nw", "nr", "ns", "nt", "s", "vn", "an", "a"))
_MARKS_WITHIN = frozenset("—-－+＋/&×±ⅠⅡⅢⅣⅤⅥⅦⅧⅨ")
# Two dashes are a pause; 人民网-人民日报 are two outlets.
_NO_MARK_AFTER = _MARKS_WITHIN | frozenset("网报社台刊")
_LONGEST_DEED = 6
_SHORT_QUOTE = 5  # code points, with the marks
_LONGEST_BETWEEN = 13
_LONGEST_BEFORE_EVENT = 18
# What may stand between the closing mark and the head: “低空+”场景拓展|行动.
_BETWEEN = re.compile(
    "[”’](?:(?![的了和与及在是将把等我]|期间|时期|以来|末|[一二两三四五六七八九十][大个项]"
    "|实施|开展|推进|推动|启动|打造|加快|建设|落实|带动|成为)[\u4e00-\u9fff])*\\Z"
)
_GOVERN_ALWAYS = frozenset(
    ("建设", "打造", "推进", "推动", "实施", "开展", "支持", "共建", "引导", "加快")
)
_STRAY = frozenset("—-－/）)、的")
_DIRECTIONS = frozenset((*"东南西北中", "东部", "西部", "中部", "南方", "北方"))
_TECHNICAL_VERBS = frozenset("改制铸轧炼锻焊纺织储运输配试换聚")
_VERB_ENDS = frozenset("是有为在到成于出至给向了过着来使让")
_CEREMONIES = frozenset(("开工", "签约", "竣工", "投产", "揭牌", "授牌", "挂牌", "招商"))
_DAY = re.compile("[月日号时]|[上下]午")  # a meeting may be named after its year, not its day
_ENUMERATES = re.compile(r"[一二三四五六七八九十\d]+")  # （五）品牌出海行动
_WHOSE = frozenset(("所属", "下属", "旗下", "辖下"))
_TIMELESS = frozenset(("现代", "当代", "近代", "未来", "新"))
_COUNT = re.compile(
    r"第?[一二三四五六七八九十两几多数百千首各每这该本某\d０-９]*余?"
    r"[个项批家座条件种类名位次大些场轮届期支款处]+"
)
_APPOSED = re.compile(
    "(?:子公司|投资者|投资方|合作方|股东|企业|工程|项目|单位|品牌|客户|供应商|龙头|侨团|社团)$"
)
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
# A rank or a reach instead of a name: 国家级超级计算中心, 千亿级产业集群.
_LEVEL = re.compile("(?:世界|国际|国家|省|市|县|[十百千万]亿)级|[十百千万]亿|(?:国际)?一流")
_DIGIT = re.compile(r"[\d０-９]")


class Phrase(NamedTuple):
    """A name `start:end` whose head word begins at `head`."""

    start: int
    head: int
    end: int


def phrases(
    words: Words, heads: re.Pattern[str], not_after: re.Pattern[str], *, time: bool = False
) -> Iterator[Phrase]:
    """The phrases of `words` that end in a word of `heads` and have more than that.

    The head ends with a token, and `not_after` does not match behind it.
    """
    for match in heads.finditer(words.text):
        head, end = match.span()
        if words.ends(end) and not not_after.match(words.text, end) and not _generic(words, head):
            start = left_edge(words, head, time=time)
            if start < head:
                yield Phrase(start, head, end)


def _generic(words: Words, head: int) -> bool:
    """Whether the head is but the end of a common noun: 上市|公司."""
    token = words.token(head)
    return token.start < head and token.word in lexicon.words("generic")


def left_edge(words: Words, head: int, *, time: bool = False) -> int:
    """The start of the name whose head word starts at `head`; `head` itself where nothing joins.

    Goes from token to token to the left while they can belong to one name: nouns, adjectives,
    names, amounts, and verbs that do not govern an object; a name in quotation marks ends the way.
    With `time`, points of time and ordinals belong to the name too.
    """
    edge = head if words.starts(head) else _start_of_word(words, head)
    if words.text[edge:head] in lexicon.words("governing"):
        return head
    edge = _before_deeds(words, edge)
    quoted = _after_quote(words, edge, _LONGEST_BEFORE_EVENT if time else _LONGEST_BETWEEN)
    if quoted is not None:
        return _first_quote(words, quoted)
    while edge > 0 and head - edge < LONGEST_NAME:
        opening = words.opening.get(edge - 1)
        before = _before_deeds(words, edge, shortest=4)
        if before < edge:
            edge = before
        elif opening is not None:
            if not _may_be_within(words, opening, edge):
                break
            if words.text[opening] in QUOTES:
                return _first_quote(words, opening)
            edge = opening
        elif _joins(words, edge - 1, time=time):
            edge = _start_of_word(words, edge)
        else:
            break
    edge = _trimmed(words, edge, head)
    return _whole_place(words, edge) if 0 < edge < head else edge


def _whole_place(words: Words, edge: int) -> int:
    """`edge`, a character to the left where LAC parted a division: 代表上|杭县人民政府."""
    for length in (3, 4):
        name = words.text[edge - 1 : edge - 1 + length]
        if name in lexicon.divisions() and name[1:] not in lexicon.divisions():
            return edge - 1
    return edge


def _after_quote(words: Words, edge: int, longest: int) -> int | None:
    """The opening mark of a name in quotation marks that `longest` characters part from `edge`."""
    between = _BETWEEN.search(words.text, max(0, edge - longest), edge)
    opening = words.opening.get(between.start()) if between else None
    if not between or opening is None or words.text[opening] not in QUOTES:
        return None
    return opening if _may_be_within(words, opening, between.start() + 1) else None


def _first_quote(words: Words, opening: int) -> int:
    """`opening`, moved left over short quotations side by side: “科改”“双百”企业改革推进会."""
    before = words.opening.get(opening - 1)
    while before is not None and words.text[before] in QUOTES and opening - before <= _SHORT_QUOTE:
        opening, before = before, words.opening.get(before - 1)
    return opening


def _start_of_word(words: Words, position: int) -> int:
    """Where the word that ends at `position`, or reaches over it, starts; brackets stop it."""
    start = words.token(position - 1).start
    brackets = [words.text.rfind(mark, start, position - 1) + 1 for mark in "（(）)"]
    return max(start, *brackets)


def _before_deeds(words: Words, edge: int, shortest: int = 2) -> int:
    """`edge` moved left over deeds of `shortest` code points or more: …升级改造|项目."""
    deed = _deeds().search(words.text, max(0, edge - _LONGEST_DEED), edge)
    while deed and deed.end() - deed.start() >= shortest and words.starts(deed.start()):
        edge = deed.start()
        deed = _deeds().search(words.text, max(0, edge - _LONGEST_DEED), edge)
    return edge


@cache
def _deeds() -> re.Pattern[str]:
    return lexicon.pattern("deeds", after=r"\Z")


def _may_be_within(words: Words, opening: int, edge: int) -> bool:
    """Whether what the marks around `opening:edge` hold can belong to a name."""
    inside = words.text[opening + 1 : edge - 1]
    if words.text[opening] in QUOTES:
        return not inside.endswith(("。", "！", "？", "…"))
    if _ENUMERATES.fullmatch(inside):
        return False
    return words.text[opening] in "（(" and len(inside) <= 6 and "，" not in inside


def _joins(words: Words, position: int, *, time: bool) -> bool:
    """Whether the token at `position` can be a part of a name that goes on behind it."""
    if words.text[position] in _MARKS_WITHIN:
        return words.text[position - 1 : position] not in _NO_MARK_AFTER
    token = words.token(position)
    word, tag = token.word, token.tag
    if tag in _NAMES or word in _WHOSE:
        return tag in _NAMES
    if tag in ("TIME", "ad") or word == "暨" or word in _CEREMONIES:
        return (time and not _DAY.search(word)) or word in _TIMELESS
    if word in lexicon.words("governing") and word not in lexicon.words("deeds"):
        return word == "强" and words.text[token.end] in "国省市县区州校企"
    if tag == "m":
        return time or not _COUNT.fullmatch(word)
    return tag in _NOUNS or word in _DIRECTIONS or _is_inner_verb(token)


def _is_inner_verb(token: Token) -> bool:
    if token.tag not in ("v", "vd") or token.word in lexicon.words("governing"):
        return False
    return token.word[-1] not in _VERB_ENDS and (
        len(token.word) > 1 or token.word in _TECHNICAL_VERBS
    )


def _trimmed(words: Words, edge: int, head: int) -> int:
    """`edge` moved right over what determines a noun, or what the name is only an apposition to."""
    tokens = words.between(edge, head)
    for token, following in pairwise(tokens):
        apposed = _APPOSED.search(token.word) and following.tag in _NAMES
        if apposed or token.word in _GOVERN_ALWAYS:
            edge = following.start
    for token in tokens:
        if token.start < edge:
            continue
        if not _may_be_trimmed(token.word):
            break
        edge = min(token.end, head)
    return edge


def _may_be_trimmed(word: str) -> bool:
    if word in lexicon.words("determiners") or word in lexicon.words("governing"):
        return True
    return word[0] in _STRAY


def place_before(words: Words, position: int) -> int:
    """The start of the names of places that end at `position`, or `position` where none does."""
    start = position
    while start > 0 and position - start < _LONGEST_PLACE:
        token = words.token(start - 1)
        if token.tag not in ("LOC", "ORG"):
            break
        start = token.start
    return start


def of_place(words: Words, phrase: Phrase) -> Phrase:
    """`phrase` with the place right before it, where quotation marks begin it: 古田“一台戏”项目."""
    if words.text[phrase.start] not in QUOTES:
        return phrase
    return phrase._replace(start=place_before(words, phrase.start))


def evidence(words: Words, start: int, end: int) -> str:
    """What makes `start:end`, the modifiers of a head, the beginning of a name; strongest first.

    `quoted`, `place`, `name`, `latin`, `amount`, `level` (国家级), `coined` (a word that LAC takes
    for a proper noun) or `plain` (common nouns only).
    """
    modifiers = words.text[start:end]
    if modifiers[0] in QUOTES:
        return "quoted"
    tokens = words.between(start, end)
    tags = {token.tag for token in tokens}
    first = tokens[0].word
    known = first in lexicon.possible_places() and first not in lexicon.words("no_places")
    if known or "LOC" in tags:
        return "place"
    if tags & _NAMES:
        return "name"
    for told, tells in (
        ("latin", _LATIN.search),
        ("amount", _DIGIT.search),
        ("level", _LEVEL.match),
    ):
        if tells(modifiers):
            return told
    return "coined" if tags & {"nz", "nw"} else "plain"

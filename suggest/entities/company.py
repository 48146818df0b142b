"""Organisations that no head word shows: those of LAC, and short names that end in a trade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.parts import BUILT, LOOSE, OPENS, POST, with_parts
from suggest.entities.phrase import place_before
from suggest.entities.words import Words
from suggest.tokens import Token
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
NATIONAL = re.compile("(?:国家|省级|国家级).*中心$")
"""A facility, more often than not."""

_PARTY_BODY = re.compile(
    "(?:机关)?(?:党委|党组|纪委|党支部|党总支|工会|团委|党工委|董事会|监事会)$"
)
_COINED = frozenset(("nz", "nw", "nr", "ns", "nt", "PER", "LOC", "ORG"))
# 恒川股份 · 报28元, of a share price; 信阳日报 · 讯（记者, of news.
_NOT_NAME = re.compile(r"报(?=[\d收涨跌])|讯(?=[（(\s])")
_OF_PLACE = re.compile("[省市县区州镇]公司$")  # the firm of whom the text speaks, at that place
_NO_OFFICE = re.compile("[通承主协帮代]办$")
_TRAVELS = re.compile("(?:代表|考察|采风|交易分|演出|观摩)团$")
_DIVISION = re.compile("[县镇乡村]$|街道$")
_NAMED_SO = re.compile("[\u4e00-\u9fff]{0,4}(?:模式|机制|行动|活动|工程|计划|制度|改革|战略)")
_CALLED = re.compile("(?:简称|下称|称为|名为)[:：]?[“‘「]\\Z")
_LETTER = re.compile(r"(?![\d０-９万亿千百]|[平立]方).*[A-Za-z\u4e00-\u9fff]")
_HEAD_OF_TOKEN = re.compile("[局厅委办部院会社厂店行署处台报科]$")
_INITIALS = re.compile("^.[钢油铁电建]$")
_AFTER_NAME = frozenset(("v", "vd", "w", "u", "p", "d", "m", "c"))  # what no name goes on with
_SHORT = (2, 3)
_NAMED = frozenset(("PER", "LOC", "ORG"))
_LONGEST_HALF = 6  # code points: 工业和信息化|部
_ACTS = re.compile(
    "(?:有关|相关)?负责人|董事|总经理|总裁|党委|集团|公司|表示|宣布|发布|方面|员工|旗下|与|和|、"
)


def companies(words: Words) -> Iterator[Suggestion]:
    """Offers of organisations that LAC names or that a trade ends."""
    yield from _by_trade(words)
    yield from _by_lac(words)
    yield from _with_trade(words)


def _by_trade(words: Words) -> Iterator[Suggestion]:
    """中天海工的码头: a short name that ends in a trade, at a break of the sentence."""
    for match in _trade_name().finditer(words.text):
        if _is_coined(words, *match.span("name")):
            yield offer(*match.span(), "ORG", "trade")


@cache
def _trade_name() -> re.Pattern[str]:
    follow = (
        "[的将已拟、，。等（]|董事|副?总|总监|首席|供应链|创始人|负责人|有关|相关|带来|展出|推出|牵头"
        "|表示|方面|公司"
    )
    name = f"(?P<name>{_HAN}{{2,3}}){lexicon.alternatives('trades')}"
    return re.compile(f"(?<!{_HAN}){name}(?={follow})")


def _with_trade(words: Words) -> Iterator[Suggestion]:
    """京东|物流, 翔宇|通航: LAC's short name and the trade behind it; 本溪|钢铁 where it acts."""
    trades = lexicon.words("trades") - {"建设"}
    for name, trade in pairwise(words.tokens):
        if trade.word not in trades or len(name.word) not in _SHORT or _has_head(name.word):
            continue
        of_place = name.tag == "LOC" or name.word in lexicon.possible_places()
        if of_place:
            stands = trade.end < len(words.text) and words.token(trade.end).tag in ("v", "d")
        else:
            stands = _acts(words, trade.end) or _ends_name(words, trade.end)
        if stands and name.tag in _NAMED and name.word not in lexicon.words("no_places"):
            yield offer(name.start, trade.end, "ORG", "traded-place" if of_place else "traded")


def _acts(words: Words, end: int) -> bool:
    """Whether what follows `end` is what an organisation does or has: 表示, 董事长."""
    return bool(_ACTS.match(words.text, end) or holds_post().match(words.text, end))


def _ends_name(words: Words, end: int) -> bool:
    """Whether what follows `end` belongs to no name that began before it."""
    return end == len(words.text) or words.token(end).tag in _AFTER_NAME


def _is_coined(words: Words, start: int, end: int) -> bool:
    """Whether no common word begins what stands at `start:end` before a trade: 金誉|电子."""
    tokens = words.between(start, end)
    if {token.tag for token in tokens} <= {"LOC", "ORG"}:
        return False
    first = tokens[0]
    if words.text[end - 1] in "基型化性能类式级":
        return False
    return first.tag in _COINED or (len(first.word) == 1 and first.tag not in LOOSE)


def _by_lac(words: Words) -> Iterator[Suggestion]:
    """LAC's organisations, without the generic ones."""
    for token in words.tokens:
        if token.tag != "ORG" or not _may_be_named(token.word):
            continue
        end = token.end - bool(_NOT_NAME.match(words.text, token.end - 1))
        body = _PARTY_BODY.search(token.word)
        if body and body.start() > 1 and POST.match(words.text, end):
            end = token.start + body.start()
            if words.text[end - 1] in "省市县区镇乡村道":
                yield offer(place_before(words, token.start), end, "LOC", "seat")
                continue
        if _DIVISION.search(token.word):
            yield offer(place_before(words, token.start), end, "LOC", "seat")
        yield from with_parts(words, token.start, end, _support(words, token))


def _may_be_named(word: str) -> bool:
    common = lexicon.words("generic") | lexicon.words("no_places") | lexicon.words("governing")
    return len(word) > 1 and bool(_LETTER.match(word)) and word not in common and word[0] != "各"


def _support(words: Words, token: Token) -> str:
    """What speaks for a name of LAC's, or against it: its end, and what stands around it."""
    has_head = _has_head(token.word)
    against = _objection(words, token, has_head=has_head)
    if against:
        return against
    if has_head:
        before = words.text[max(0, token.start - 4) : token.start]
        is_built = BUILT.search(before) or OPENS.match(words.text, token.end)
        return "lac-built" if is_built else "lac-head"
    trades = lexicon.pattern("trades", before=".+", after="$")
    governed = any(token.word[:n] in lexicon.words("governing") for n in (2, 3))
    if (trades.match(token.word) and not governed) or _INITIALS.match(token.word):
        return "lac-trade" if _is_own(token.word) else "doubt-trade"
    if _acts(words, token.end):
        return "lac-acting"
    return "lac-free" if _ends_name(words, token.end) else "lac-bare"


@cache
def holds_post() -> re.Pattern[str]:
    """水利部河湖司|副司长: what a post is of."""
    return re.compile(f"{lexicon.alternatives('ranks')}?{lexicon.alternatives('posts')}")


def _is_own(name: str) -> bool:
    """Whether more than a division stands before the trade: not 中国|汽车, 齐河县|农业."""
    trade = lexicon.pattern("trades", after="$").search(name)
    owner = name[: trade.start()] if trade else name
    return not any(
        owner in known
        for known in (lexicon.words("no_places"), lexicon.words("regions"), lexicon.divisions())
    )


@cache
def _of_project() -> re.Pattern[str]:
    return lexicon.pattern("zones", "works", "venues", before=".*", after="$")


def _has_head(name: str) -> bool:
    heads = lexicon.pattern("companies", "institutes", "bodies", before=".*", after="$")
    return bool(_HEAD_OF_TOKEN.search(name) or heads.match(name))


def _continues_central(words: Words, token: Token) -> bool:
    """Whether `token` begins within the name of a central organ: 文化和|旅游部政法司."""
    before = max(0, token.start - _LONGEST_HALF)
    found = lexicon.pattern("central").search(words.text, before, token.end)
    return bool(found and found.start() < token.start < found.end())


def _objection(words: Words, token: Token, *, has_head: bool) -> str:
    """The rule of a name of LAC's that something speaks against, empty where nothing does."""
    doubts = {
        "half": _continues_central(words, token),
        "post": lexicon.pattern("posts", before=".{2,}", after="$").match(token.word),
        "number": words.text.startswith(
            ("发〔", "函〔", "〔", "发["), token.end
        ),  # 云政办发〔2023〕196号
        "division": _DIVISION.search(token.word),
        "firm": _OF_PLACE.search(token.word),
        "project": _of_project().match(token.word),
        "party": _TRAVELS.search(token.word),
        "national": NATIONAL.match(token.word) or _NO_OFFICE.search(token.word),
    }
    for doubt, holds in doubts.items():
        if holds:
            return f"doubt-{doubt}"
    if _CALLED.search(words.text, max(0, token.start - 4), token.start):
        return ""
    slogan = words.quoted(token.start, token.end) and _NAMED_SO.match(words.text, token.end + 1)
    if slogan or (not has_head and words.within_quotes(token.start, token.end)):
        return "lac-bare-quoted"
    return ""

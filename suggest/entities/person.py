"""Persons: LAC's, and those that stand where only a person stands: after a post, in a by-line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.words import Words
from suggest.tokens import Token
from text.alignment import Range
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_FULL_NAME = re.compile(f"{_HAN}{{2,4}}")
_ALONE = re.compile(f"{_HAN}{{2,4}}(?!{_HAN}|[:：])")  # 来源：… is the next field
# LAC's tags of words of grammar, time and place: 总书记|关于“三农”工作的论述, 市长|严肃|指出
_FUNCTION = frozenset(("p", "c", "u", "d", "r", "ad", "s", "f", "t", "TIME", "m", "q"))
_LEADS_ON = frozenset("向从和由谈")
"""Surnames that mostly are words of grammar behind a post: 书记|谈|落实, 市长|向|记者."""
_SEPARATOR = re.compile(r"[\s、,，/／]+")
_CREDITED = r"[:：/／\s]*"
_NO_NAME_ENDS = frozenset("会店庄制法省市县区镇乡村路街局")
_CUE = re.compile(
    "负责人|居民|村民|患者|农户|职工|工人|学生|老人|市民|商户|[植殖]户|业主|游客|司机|老师|嘉宾|代表"
)
_NOUNS = frozenset(("n", "vn", "nz"))
_THOUGHT = re.compile("新时代|(?:经济|生态文明|法治|外交|文化|强军)思想")
# Who wrote it, at the end of a paragraph: （周岚 赵朋）.
_SIGNED = re.compile(f"(?m)[（(]{_HAN}{{2,3}}(?:[ \u3000、]{_HAN}{{2,3}}){{0,3}}[）)]\\s*$")
# Who speaks, or signs a speech, on a line of its own: 县长  陈爱红, 副部长 王志清：
_OF_SPEAKER = re.compile(f"[ \u3000]{{1,4}}({_HAN}{{2,4}})(?=[:：]|[ \u3000]*(?:\n|\\Z))")
# 通讯员 聂禾、门抱朴: who is credited is a person, whatever the name begins with.
_PARTS_NAMES = re.compile(rf"{_HAN}[:：/、 \u3000]+\Z")
_NO_PERSON = re.compile("(?:报道|电讯|供图|记者|通讯员|编辑|摄影)$|^(?:本[报刊台网]|发自|来自)")
_NAME = re.compile(f"{_HAN}+")
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[ ·][A-Z][a-z]*\.?){0,2}[ ·][A-Z][a-z]+")
_DOTTED = re.compile(f"{_HAN}·{_HAN}")
_END = re.compile(f"(?!{_HAN})")
_SPEAKS = re.compile(
    "说|表示|介绍|指出|强调|认为|告诉|透露|坦言|要求|提出|主持|出席|参加|作|在|率|带|向|对|就|与|和|及|等|为|是|以及"
    "|到|已|将|自|从|看|给|还|也|曾|代表|宣读|宣布|致辞|讲话|发言|一行|同志|先生|女士|建议"
    "|汇报|陪同|解释|坦承|回忆|感慨|算|回应|补充|分析|预计|判断|走|来|笑|接|提议|直言|呼吁|提醒|跟踪|指着|正|每|则|均|分别|共同|先后|深入|前往|随后|现场"
)


def people(words: Words, posts: Sequence[Range]) -> Iterator[Suggestion]:
    """Offers of persons in `words`, of which those right behind one of `posts` are the surest."""
    post_ends = {end for _, end in posts}
    for token in words.tokens:
        if token.tag == "PER":
            if token.start in post_ends and _name_at(words, token.start) not in (0, token.end):
                continue
            posted = "-posted" if token.start in post_ends else ""
            rule = f"lac-{_support(words, token.start, token.end)}{posted}"
            yield offer(token.start, token.end, "PER", rule)
    yield from _dotted(words)
    yield from _among(words)
    yield from _credited(words)
    yield from _signed(words)
    for match in _spaced().finditer(words.text):
        yield offer(*match.span(), "PER", "spaced")
    for _, end in posts:
        name = _name_at(words, end)
        if name:
            yield offer(end, name, "PER", "post")
        signed = _OF_SPEAKER.match(words.text, end)
        if signed and has_surname(signed[1]):
            yield offer(*signed.span(1), "PER", "speaker")


def _support(words: Words, start: int, end: int) -> str:
    """What speaks for LAC's `start:end` being a person."""
    name = words.text[start:end]
    if _THOUGHT.match(words.text, end):
        return "thought"
    if "·" in name:
        return "foreign"
    if not has_surname(name) or name[-1] in _NO_NAME_ENDS:
        return "odd"
    if len(name) > 2:
        return "full" if not _goes_on(words, end) else "within"
    cued = _may_follow(words.text, end) or _CUE.search(words.text[max(0, start - 3) : start])
    return "cued" if cued or _post_at(words.text, end) else "short"


def _goes_on(words: Words, end: int) -> bool:
    """Whether nouns that name a thing stand right behind: 齐大山|智慧采矿, 罗勇府|工厂."""
    if _may_follow(words.text, end) or _post_at(words.text, end):
        return False
    index = words.index(end)
    nouns = [token.tag in _NOUNS for token in words.tokens[index : index + 2]]
    return all(nouns) or (nouns[0] and words.token(end).word in lexicon.words("works"))


def _post_at(text: str, start: int) -> bool:
    """Whether a post begins at `start`: 王浩|省长."""
    return lexicon.pattern("posts", "ranks").match(text, start) is not None


def has_surname(name: str) -> bool:
    """Whether a Chinese surname begins `name` and leaves one or two characters for the rest."""
    if name[:2] in lexicon.words("surnames") and len(name) > 2:
        return len(name) <= 4
    return name[:1] in _single_surnames() and len(name) in (2, 3)


@cache
def _single_surnames() -> frozenset[str]:
    return frozenset("".join(word for word in lexicon.words("surnames") if len(word) != 2))


def _may_follow(text: str, end: int) -> bool:
    return bool(_END.match(text, end) or _SPEAKS.match(text, end))


def _name_at(words: Words, start: int) -> int:
    """The end of what looks like a name at `start`, where a post has just ended; else 0."""
    latin = _LATIN_NAME.match(words.text, start)
    if latin:
        return latin.end()
    token = words.token(start) if start < len(words.text) else None
    if token and token.start == start and token.tag == "PER":
        mended = _mended(words.text, token)
        if mended:
            return mended
    if token and _is_no_name(words, token, start):
        return 0
    for length in (4, 3, 2):
        end = start + length
        name = words.text[start:end]
        if len(name) < length or not _FULL_NAME.fullmatch(name) or not has_surname(name):
            continue
        if name[-1] in _NO_NAME_ENDS or (token and token.end == end and token.tag in _FUNCTION):
            continue
        if _END.match(words.text, end) or (_SPEAKS.match(words.text, end) and words.ends(end)):
            return end
    return 0


def _is_no_name(words: Words, token: Token, start: int) -> bool:
    """Whether what begins at `start`, in `token` by LAC, is a word that only looks like a name."""
    if token.tag == "PER":
        return False
    if token.word in lexicon.words("no_persons"):
        return True
    # 书记谈|落实 is how LAC parts a headline; 于|洋 would be a name, and so would 于|海洋.
    rest = words.token(start + 1)
    if token.end > start + 1 or len(rest.word) == 1:
        return False
    first = words.text[start]
    return first in _LEADS_ON or (first == "于" and rest.tag in _FUNCTION)


def _mended(text: str, token: Token) -> int:
    """The end of LAC's person, a character on or back where a verb then follows; 0 if it is none.

    温若|虚透露 is 温若虚, 齐麦收凭 | … is 齐麦收.
    """
    if not has_surname(token.word):
        too_long = len(token.word) == 4 and not _may_follow(text, token.end)
        return token.end - 1 if too_long and has_surname(token.word[:3]) else 0
    longer = text[token.start : token.end + 1]
    parted = not _may_follow(text, token.end) and _SPEAKS.match(text, token.end + 1)
    return token.end + bool(parted and len(longer) == 3 and _FULL_NAME.fullmatch(longer))


def _dotted(words: Words) -> Iterator[Suggestion]:
    """坎平·赛宋平, of which LAC may see a half."""
    for match in _DOTTED.finditer(words.text):
        first, last = words.token(match.start()), words.token(match.end() - 1)
        if "PER" in (first.tag, last.tag):
            yield offer(first.start, last.end, "PER", "dotted")


def _among(words: Words) -> Iterator[Suggestion]:
    """张海军、金川、康金鑫: what stands between persons is one, whatever else it may be called."""
    for before, mark, token, after in zip(
        words.tokens, words.tokens[1:], words.tokens[2:], words.tokens[3:], strict=False
    ):
        listed = mark.word == "、" and before.tag == "PER" and has_surname(before.word)
        if listed and token.tag != "PER" and after.word[0] in "、等" and has_surname(token.word):
            yield offer(token.start, token.end, "PER", "among")


def _signed(words: Words) -> Iterator[Suggestion]:
    """The names of those who wrote a paragraph, in brackets behind it."""
    for match in _SIGNED.finditer(words.text):
        for name in _NAME.finditer(words.text, *match.span()):
            if has_surname(name[0]) and name[0] not in lexicon.words("credits"):
                yield offer(*name.span(), "PER", "signed")


def _credited(words: Words) -> Iterator[Suggestion]:
    """The names after 记者, 编辑, 摄 …, one after another."""
    credit = lexicon.pattern("credits", after=_CREDITED)
    for match in credit.finditer(words.text):
        if not words.starts(match.start()):
            continue
        position = match.end()
        name = _ALONE.match(words.text, position)
        while name and not credit.match(name[0]):
            if has_surname(name[0]):
                yield offer(*name.span(), "PER", "credit")
            elif _is_unusual(words.text, *name.span()):
                yield offer(*name.span(), "PER", "credit-odd")
            else:
                break
            separator = _SEPARATOR.match(words.text, name.end())
            name = _ALONE.match(words.text, separator.end()) if separator else None


def _is_unusual(text: str, start: int, end: int) -> bool:
    """Whether what stands in a by-line at `start:end` is a person with no usual surname."""
    if not _PARTS_NAMES.search(text, max(0, start - 4), start):
        return False
    verb = end - start > 3 and has_surname(text[start : start + 3])  # 陈晏|出席
    return not verb and not _NO_PERSON.search(text[start:end])


@cache
def _spaced() -> re.Pattern[str]:
    """章 澜: a surname, a space or two, one character, and nothing Chinese on either side."""
    surnames = "".join(sorted(_single_surnames()))
    return re.compile(f"(?<!{_HAN})[{surnames}][ \u3000]{{1,2}}{_HAN}(?!{_HAN})")

"""Organisations: by the head words of their names, by office and level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.company import NATIONAL, companies, holds_post
from suggest.entities.offers import offer
from suggest.entities.outlet import outlets
from suggest.entities.parts import BUILT, OPENS, POST, part_of, with_parts
from suggest.entities.phrase import evidence, phrases, place_before
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NOT_AFTER_HEAD = re.compile("[化级性型制员长]|城市|工程师")
_BRACKET = re.compile(
    rf"[（(](?:有限合伙|普通合伙|特殊普通合伙|集团|{_HAN}{{2,3}})[）)](?!有限|股份)"
)


_FOUNDED = re.compile("(?:成立|组建|设立|筹建)了?$")
_LED = re.compile(f"(?:(?<!{_HAN})|(?<=兼)){_HAN}{{2,8}}(?<!公)(司|处)(?=副?\\1长)")
_OWNERS = frozenset("省市县区州")
_LEVEL = re.compile("(?:国家|自治区|自治州|[省市县区州盟旗镇乡])$")
_OFFICE = rf"(?:委员会|(?:监督|管理|总|分)*[局厅委办署](?!员会|{_HAN}?托))"
_COMMITTEE = re.compile("[省市县区州盟旗]委(?![员托会派])|(?<=自治区)党委")
_COMMITTEE_PART = re.compile(
    "(?:宣传|组织|统战|社会工作)部|政法委|网信办|编办|党校|办公[厅室]|改革办|督查室|政研室"
)
_LEVEL_HEAD = re.compile(
    r"[省市县区州](?![域级场块内外直属长委政里上中])"
    rf"(?:(?:(?![的以为是将把与]){_HAN}){{2,8}}?(?:纪委监委|督查室|研究室|办公室|中心|联社|供销社|集团|医院|总站|站)"
    rf"|(?:(?![的与]){_HAN}){{2,14}}?(?:(?<![布格结大全开破困僵])局|厅)(?![部势面长]))"
)


def organisations(words: Words) -> Iterator[Suggestion]:
    """Offers of organisations in `words`; they may overlap."""
    yield from _by_head(words)
    yield from _offices(words)
    yield from _committees(words)
    yield from _listed(words)
    yield from _foreign(words)
    yield from _led(words)
    yield from outlets(words)
    yield from companies(words)


def _by_head(words: Words) -> Iterator[Suggestion]:
    heads = lexicon.pattern("companies", "institutes", "bodies")
    for start, head, end in phrases(words, heads, _NOT_AFTER_HEAD):
        generic = words.text[start:end] in lexicon.words("generic")
        if generic or "各" in words.text[max(0, start - 1) : start + 1]:
            continue
        bracket = _BRACKET.match(words.text, end)
        if bracket:
            yield offer(start, bracket.end(), "ORG", "bracket")
        if bracket and "合伙" in bracket[0]:
            continue
        kind, support = _kind(words, start, head, end), evidence(words, start, head)
        if support == "plain":
            support = _plain_support(words, start, end)
        if (kind, support) != ("firm", "plain"):  # 矿业公司, 发展|公司
            yield from with_parts(words, start, end, f"{kind}-{support}")


def _plain_support(words: Words, start: int, end: int) -> str:
    """`owned` for what a place has (县|农机中心), `press` for what has reporters."""
    if words.token(start).word in _OWNERS:
        return "owned"
    return "press" if words.text.startswith("记者", end) else "plain"


def _kind(words: Words, start: int, head_start: int, end: int) -> str:
    """What the head of a name and the verbs around it say of the name."""
    head = words.text[head_start:end]
    if head.endswith("有限公司"):
        return "full"
    if head == "公司":
        return "firm"
    before = words.text[max(0, start - 4) : start]
    if _FOUNDED.search(before):
        return "founded"
    if NATIONAL.match(words.text[start : start + 3] + head):
        return "national"
    may_be_built = head in lexicon.words("facilities") or head.endswith(("中心", "院"))
    built = BUILT.search(before) or OPENS.match(words.text, end)
    return "built" if may_be_built and built else "head"


def _offices(words: Words) -> Iterator[Suggestion]:
    """省科技厅, 淮安市发改委, 国家能源局: a level or a place, what the office is for, its kind."""
    for match in lexicon.pattern("departments", after=_OFFICE).finditer(words.text):
        level = _LEVEL.search(words.text, max(0, match.start() - 3), match.start())
        first = level.start() if level else match.start()
        start = place_before(words, first)
        if start < first:
            yield from with_parts(words, start, match.end(), "office-place")
        elif level:
            yield from with_parts(words, first, match.end(), "office-level")
        elif words.starts(first):
            yield offer(first, match.end(), "ORG", "office-bare")
    for match in _LEVEL_HEAD.finditer(words.text):
        start, end = match.span()
        if words.text[start:end] in lexicon.words("generic") or not words.ends(end):
            continue
        if _venue().match(match[0]) and not POST.match(words.text, end):
            continue
        opens = OPENS.match(words.text, end)
        place = place_before(words, start + 1)
        if place < start:
            yield offer(place, end, "ORG", "built-place" if opens else "place-head")
        elif words.starts(start):
            yield offer(start, end, "ORG", "built-level" if opens else "level-head")


@cache
def _venue() -> re.Pattern[str]:
    """省制造业创新中心: what is built rather than what acts."""
    return lexicon.pattern("venues", before=".*", after="$")


def _committees(words: Words) -> Iterator[Suggestion]:
    """嘉善县委, 浙江省委宣传部: a committee of a named place, and the part of any."""
    for match in _COMMITTEE.finditer(words.text):
        part = _COMMITTEE_PART.match(words.text, match.end())
        start = place_before(words, match.start())
        if start == match.start() > 0:
            start = place_before(words, match.start() + 1)
        named = start < match.start()
        if named:
            yield offer(start, match.end(), "ORG", "committee")
        if part:
            first = start if named else match.start()
            yield from with_parts(words, first, part.end(), "committee-part")


def _listed(words: Words) -> Iterator[Suggestion]:
    for match in lexicon.pattern("central").finditer(words.text):
        if not words.starts(match.start()):
            continue
        if words.ends(match.end()) or holds_post().match(words.text, match.end()):
            yield from with_parts(words, *match.span(), "listed")
        else:  # 文化|和|旅游部政法司
            yield from part_of(words, *match.span())


def _led(words: Words) -> Iterator[Suggestion]:
    """兼|综合规划司|司长: a part of an organisation that its head follows."""
    for match in _LED.finditer(words.text):
        if words.starts(match.start()):
            yield offer(*match.span(), "ORG", "led")


def _foreign(words: Words) -> Iterator[Suggestion]:
    """老挝工业与贸易部: an office of another country."""
    for match in _foreign_office().finditer(words.text):
        if words.starts(match.start()):
            yield offer(*match.span(), "ORG", "foreign")


@cache
def _foreign_office() -> re.Pattern[str]:
    country = lexicon.alternatives("regions")
    return re.compile(
        f"(?:中国|{country})驻(?!华){_HAN}{{2,10}}?(?:大?使馆|总?领事?馆)(?:经商处|经济商务处)?"
        f"|{country}(?:(?:(?![的在]){_HAN}){{2,10}}?部(?=副?部长|官员)|驻华?{_HAN}{{0,6}}使馆"
        f"|驻{_HAN}{{2,4}}总领事?馆"
        "|(?:联邦)?政府|央行|总统府|(?:中华|中国)?总商会|商会)"
    )

"""Policies: in book-title or quotation marks, before 行动, 战略, 制度 …, and known names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.phrase import Phrase, evidence, phrases, place_before
from suggest.entities.project import PHYSICAL, is_physical
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_NOT_AFTER_HEAD = re.compile(
    "[性化师局院率]|部(?!署)|学院|大学|公司|技术|建设|人才|装备|机械|质量|(?<=战略)(?:合作|伙伴|投资|支点)"
)
_LAUNCHES = "(?:组织开展|实施|开展|启动|推进|推动|落实|深化(?!提升)|打好|打赢|抓好|推行)[好了]?"
_ENACTS = re.compile(
    "(?:实施|开展|推进|推动|启动|推行|落实|深化|打好|打赢|制定|出台|印发|执行|纳入|入选|获评|组织|施行"
    "|践行|贯彻|坚持|健全|完善|建立|创新|探索|推广|融入|依托|围绕|聚焦|升级|按照|根据|试点|实行|采用|采取|运用|[以把将])[好了以的]?[“‘]?$"
)
_YEARS = r"(?:[（(][^）)]*[）)])?"

# What a launched …行动 may be called without having a name: 专项行动, 一系列活动, 各项改革.
_VAGUE = re.compile(
    ".*[的了和与及等这]|[一二三四五六七八九十两]+[大项个]|.{0,2}(?:专项|重点|系列|各类|各项|相关|有关|攻坚|具体|集中|专题|主题|建设|年度"
    "|工作|实践|教育|多项|采访|调研|督查|双向)|.*对接|.*这[一个项]|[各每这该本此].*"
)
_CHIEF = re.compile(rf"(?:河湖|{_HAN})长制(?![造定度])(?:\d\.0版?)?")
_CENSUS = re.compile(rf"第[一二三四五六七八九十]+次全国{_HAN}{{2,6}}普查")
_PERIOD_PLAN = re.compile(
    rf"[“‘][一二三四五六七八九十]+五[”’]{_HAN}{{0,12}}?规划(?!建设|[局院部])(?:《?纲要》?)?"
)
_FIVE_YEARS = re.compile(
    r"国民经济和社会发展第[一二三四五六七八九十]+个五年(?:规划|计划)(?:和[\d二〇０-９]{4}年远景目标)?(?:纲要)?"
)
# What somebody plans to do: …项目|计划明年投产.
_PLANS = re.compile(
    r"(?<=项目|公司|企业|集团)计划(?=[今明后]年|年[内底]|[\d０-９]|总?投资|新?建设?|用地|于)"
)
_PAIRED = re.compile(
    f"(?:东西部|[{''.join(sorted(lexicon.words('abbreviations')))}]{{2}})协作(?!区)"
)
_WHOLE = (
    ("chief", _CHIEF),
    ("census", _CENSUS),
    ("paired", _PAIRED),
)
# 一网通办|率; 黄河流域生态保护和高质量发展|重要实验区 is a zone.
_NO_PROGRAM = re.compile("率|重?[要点]?(?:实验|试验|先行|示范|样板)区")
_COUNTED = re.compile("[一二三四五六七八九十两几\\d]+[大项个]")
_INSIDE = range(3, 21)


def programs(words: Words) -> Iterator[Suggestion]:
    """Offers of policies, plans, laws and campaigns in `words`; they may overlap."""
    yield from _documents(words)
    yield from _by_head(words)
    yield from _launched(words)
    yield from _within_quotes(words)
    yield from _listed(words)
    for rule, found in _WHOLE:
        for match in found.finditer(words.text):
            yield offer(*match.span(), "PROGRAM", rule)
    for match in _PERIOD_PLAN.finditer(words.text):
        yield offer(place_before(words, match.start()), match.end(), "PROGRAM", "period-plan")
    for match in _section().finditer(words.text):
        if match["what"] not in lexicon.words("vague"):
            yield offer(*match.span("name"), "PROGRAM", "section")
    for match in _FIVE_YEARS.finditer(words.text):
        start = place_before(words, match.start())
        yield offer(start, match.end(), "PROGRAM", "five-years")


def _documents(words: Words) -> Iterator[Suggestion]:
    """《…办法》 with its marks, and the plan in 关于印发…方案的通知."""
    title = lexicon.pattern("documents", before=".*", after=f"{_YEARS}$")
    for start, end in words.closing.items():
        if words.text[start] == "《":
            rule = "document" if title.match(words.text[start + 1 : end]) else "book"
            yield offer(start, end + 1, "PROGRAM", rule)
    for match in _decree().finditer(words.text):
        yield offer(*match.span("name"), "PROGRAM", "decreed")


@cache
def _decree() -> re.Pattern[str]:
    title = rf"[^，。；《》\s]{{4,50}}?{lexicon.alternatives('documents')}{_YEARS}"
    return re.compile(f"(?:印发|发布|公布|出台)(?P<name>{title})的(?:通知|公告|决定)")


def _by_head(words: Words) -> Iterator[Suggestion]:
    for weight, name in (("strong", "campaigns"), ("weak", "measures")):
        for phrase in phrases(words, lexicon.pattern(name), _NOT_AFTER_HEAD):
            if _is_no_name(words, phrase):
                continue
            context = _context(words, phrase.start)
            support = evidence(words, phrase.start, phrase.head)
            rule = f"{weight}-{support}-{context}"
            if support == "level":
                rule = f"level-{weight}-{context}"
            yield offer(phrase.start, phrase.end, "PROGRAM", rule)


def _is_no_name(words: Words, phrase: Phrase) -> bool:
    """Whether it is vague or pointed at (这一战略), says what is planned, or is built of stone."""
    text, (start, head, end) = words.text, phrase
    if text[start:head] in lexicon.words("vague") or text[head - 1] == "新":
        return True
    if _PERIOD_PLAN.match(text, start):  # has a rule of its own
        return True
    if text[start - 1 : start] == "这" or _PLANS.match(text, head):
        return True
    return text[head:end] == "工程" and is_physical(words, phrase)


def _context(words: Words, start: int) -> str:
    """What stands before a name: a verb, another member of a list, other words, or nothing."""
    if _governed(words, start):
        return "governed"
    if start == 0 or not words.text[start - 1].isalnum():
        return "joined" if words.text[start - 1 : start] == "、" else "named"
    return "joined" if words.text[start - 1] in "和及与" else "within"


def _governed(words: Words, start: int) -> bool:
    """Whether a verb stands right before `start`."""
    if _ENACTS.search(words.text, max(0, start - 6), start):
        return True
    return start > 0 and words.token(start - 1).tag == "v"


def _launched(words: Words) -> Iterator[Suggestion]:
    """开展…行动, 实施…工程: all between the verb and the head is the name."""
    for match in _launch().finditer(words.text):
        start, end = match.span("name")
        vague = _VAGUE.fullmatch(match["what"]) or PHYSICAL.search(match["what"])
        if words.ends(end) and words.starts(start) and not vague:
            length = "long" if end - start > 6 else "short"
            yield offer(start, end, "PROGRAM", f"launched-{length}")


@cache
def _launch() -> re.Pattern[str]:
    name = f"(?P<what>{_HAN}{{2,20}}?)(?:{lexicon.alternatives('campaigns')}|活动)"
    return re.compile(f"{_LAUNCHES}(?P<name>{name})(?!{_HAN}{{0,8}}?[”’])")


@cache
def _section() -> re.Pattern[str]:
    """（一）原料保供行动。: what a section of a plan is called by."""
    heads = lexicon.alternatives("campaigns")
    name = f"(?P<name>(?P<what>(?!实施|开展|推进|深化|加快|启动){_HAN}{{2,14}}?){heads})"
    number = "[（(]?[一二三四五六七八九十]{1,3}[）)、.]"
    return re.compile(f"(?m)(?:^|(?<=。)(?=[（(])){number}{name}(?=[。:：]|[ \u3000]*$)")


def _within_quotes(words: Words) -> Iterator[Suggestion]:
    """“一号工程”: all that the quotation marks hold is the name."""
    headed = lexicon.pattern("campaigns", "measures", before=".+", after="$")
    for start, end in words.inner():
        if end - start in _INSIDE and headed.match(words.text[start:end]):
            context = "governed" if _governed(words, start - 1) else "named"
            if _COUNTED.match(words.text, start):
                context = "counted"
            yield offer(start, end, "PROGRAM", f"inside-{context}")


def _listed(words: Words) -> Iterator[Suggestion]:
    heads = lexicon.pattern("campaigns", "measures")
    for match in lexicon.pattern("programs").finditer(words.text):
        start, end = match.span()
        if words.quoted(start, end):
            rule = "listed-headed" if heads.match(words.text, end + 1) else "listed"
            yield offer(start, end, "PROGRAM", rule)
        elif words.starts(start) and words.text.startswith("国家战略", end):
            yield offer(start, end + len("国家战略"), "PROGRAM", "listed")
        elif words.starts(start) and words.ends(end) and not _NO_PROGRAM.match(words.text, end):
            yield offer(start, end, "PROGRAM", "listed")

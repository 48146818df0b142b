"""Projects, parks, bases, platforms and facilities that have a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.line import is_short_line, lines
from suggest.entities.offers import offer
from suggest.entities.parts import OPENS
from suggest.entities.phrase import Phrase, evidence, left_edge, of_place, phrases
from suggest.entities.service import services
from suggest.entities.words import Words
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_KINDS = {"zone": "zones", "work": "works", "venue": "venues", "service": "services"}
_NOT_AFTER_HEAD = re.compile(
    "(?<=组团)[参赴前]|[化性师部办学局]|城市|(?<=高速|铁路|公路|高铁)(?:沿线|旁|出口|两侧)|(?<=项目)(?:经理|总(?!投)|负责|审批)|(?<=精矿)|(?<=原矿)|(?<=矿)[业山产区物石藏井资精卡权工企用种难渣车热床泉化]|(?<=系统)(?:治理|推进|谋划|集成|思维|观念)"
)
_PART = re.compile(
    r"[A-Z]{2,4}|[（(]?[一二三四五六七八九十]期[）)]?(?:工程|项目)?|[\u4e00-\u9fff]{0,3}[院校]区|[\u4e00-\u9fff]{0,4}(?:大楼|病楼|综合楼|[扩迁改]建工程|提升工程)"
    rf"|第?[\u4e00-\u9fff\dA-Z０-９]{{1,3}}标段|\d+号(?:装置|机组|泊位|线)"
    rf"|[（(]{_HAN}{{2,10}}段[）)]|{_HAN}{{2,4}}至{_HAN}{{2,4}}段|{_HAN}{{2,3}}(?<!阶)段"
    rf"|[（(]{_HAN}{{2,4}}[）)]"
)
_OF_COMPANY = re.compile(r"(?:公司|集团)(?=年产|日产|\d)")
_PHASE = re.compile(rf"[一二三四五]期(?:工程|项目|工厂)?(?!{_HAN}{{0,8}}?[间内末])")
_BUILDS = re.compile(
    "(?:建设|共建|开工|建成|新建|扩建|改建|推进|投产|竣工|实施|完成|续建|投资|启动|依托|上线|推出|加快|落户"
    "|签约|布局|运营|入驻|进驻|借力|走进|位于|启用|通车|抓好|确保)[好了的]?[“‘]?$"
)
# Where the text aims at something it is an AIM, not a project of that name: 打造先进制造业基地.
_AIMS = re.compile(
    "(?:打造|争创|创建|成为|争当|建成|建设成|迈向|构建|形成|打造成|申报|争取)为?"
    r"(?:一批|一个|[\d一二三四五六七八九十]{1,6}[个家])?[“‘]?$"
    "|(?:打造|建设|建成|成为|迈向|构建)(?!覆盖|位于)(?:成?为)?[^，。；：、]{1,14}的$|(?:重要|一流|领先|知名|最大|特色)的?$"
)
# … and where it is awarded it is a title: 获评|全国有机食品生产基地.
_AWARDED = re.compile("(?:获评|入选|荣获|认定为|评为|获批)[“‘]?$")
_TITLE = re.compile("全国|国家|[省市]级")
# A number of things is none of them: 新建截污管网24公里, 6条湿法产线, 一批优质项目.
_COUNTS_BEFORE = re.compile(
    r"(?:[\d０-９一二三四五六七八九十两几多余]+[个项条座家处批类]|系列|各类|各个|一批|多[个条座])(?:重[大点])?$"
)
# Whose it is tells which it is: 甲公司的|稻米加工产业园, 甲、乙共建的|中试基地.
_OF_SOMEBODY = re.compile("(?:(?<=有限公司)|(?<=[）)])|(?<=承建|共建|投建|合作|境内))的")
_COMMON_NOUNS = ("plain", "coined")
_PLANTS = ("zone", "work", "site")
_COUNTED = re.compile(r"[\d０-９]+[台套座条]")  # 6台机组
# 两高项目: of a class that is to be kept down, not the name of one.
_CLASS = re.compile("“[两双三]高[^”]{0,4}”")
_COUNTS_AFTER = re.compile(
    r"(?:达到?|超过?|突破|共|增至|有)?[\d０-９]+余?多?(?:[个项条座家处列套台]|公里|千米|场)"
)
_BUILT = re.compile("(?:开工建设|建成|新建|迁建|扩建|改建|建设)$")
# A 工程 of these is built of stone and steel; others are campaigns.
PHYSICAL = re.compile(
    "[江河湖海渠库水].*[治修]|引.+[济入]|引[黄江汉滦淮洮渭辽松]|[扩迁新改]建|改线|输电|变电|码头|泊位|电站|高压|直流|供水|排水|引水|调水|管网|加固|流域(?!”)"
    r"|河道|水系|脱硝|脱硫|除尘|\d号|道路|廊道|绿道|步道|通道|铁路|公路|高速|航道|大桥|隧道|渠|堤|坝|线$|厂$|[一二三四五]期"
)
# What so much is invested in is a project, all up to its head the name: 总投资0.8亿元的大棚项目.
_PRICED = re.compile(
    r"投资额?(?:约|近|超|达)?[\d.]+[万亿]元(?:(?:建设)?的)?(?P<name>(?!建设|新建)(?=[\u4e00-\u9fffA-Za-z\d“])[^，。；：、,;:\s的等]{3,40}?(?:项目|(?<!主体)工程))"
    "(?!部|库|化|资金|建设|用地|单位|公司|[一二三四五]期)"
)
# … and so is what this happens to: “国和一号”示范工程|投运.
_HAPPENS = re.compile(
    "(?:全面|正式|顺利|全部|主体)?(?:投运|投产|开工|竣工|通水|通车|并网|完工|封顶)"
)
# A clause begins with it and goes on with what it costs or what becomes of it.
_SUBJECT = re.compile(
    r"(?<![^\n。；！？，,… 　▲])(?P<name>"
    "(?!目前|当前|随着|其中|例如|全[省市县区]|[我该本此这其在]|重[点大]|一批)"
    r"(?:(?!推进|推动|加快|开展|组织|举行|宣布|等|的|[有\d]\d*个)[^，。；：、,;:\s]){8,40}?"
    "(?:项目|基地|产业园))(?=(?:计划|预计|概算|规划)?总投资|占地|达产后"
    "|(?:正式|顺利|全面|全部)?(?:开工|竣工|投产|投运|封顶|奠基))"
)
# One of its kind in the country, by its field: 国家海参种质资源库. Of others one gets the title.
_NATIONAL = re.compile(
    "(?<!入选|获评|创建|争创|打造|成为|认定)(?P<name>国家(?!级|[局委厅部能]|重[点大要]|战略|标准)"
    f"(?:(?![的和与及等在为]){_HAN}){{4,14}}?(?:中心|资源库|种质库|示范区|试验区))(?!主任|建设)"
)
_NUMBERED = re.compile("[一二三四五六七八九十两]")  # “一市两区三组团”
_MONEY = re.compile(r"\d[百千万亿]*元")
_INSIDE = range(4, 41)
_LONG = 6  # code points before the head
_OWNERS = frozenset("省市县区州")
_GENERAL = ("重点", "各", "主要", "相关", "等")  # what makes any zone of what a place has
_NETWORKS = ("铁路", "高铁", "公路", "高速公路", "高速", "机场")
_ANY = re.compile(
    "(?:重大|重点|工程|建设|招商|引资|产业|工业|投资|签约|在建|综合|交通|水利|能源|民生|文旅|农业|科技|新兴)+"
)
_CLUSTER = re.compile(
    "集群|产业带|示范带|综合体"
)  # what a text speaks of more often than it is named
# What any zone may be called: 产业集聚区, 化工园区, 省级经济开发区.
_COMMON = re.compile(
    "(?:产业|工业|农业|化工|物流|商务|商贸|经济|科技|专业|特色|现代|绿色|零碳|智慧|核心|直管|重点|优势"
    "|国际|国家级?|[省市县区州乡镇]级?|各|我|本|两|及|内|外|等|和|的){1,4}"
)


def projects(words: Words) -> Iterator[Suggestion]:
    """Offers of projects in `words`; they may overlap."""
    yield from _by_head(words)
    yield from _phases(words)
    yield from _facilities(words)
    yield from _within_quotes(words)
    yield from services(words)
    whole = (
        ("priced", _PRICED),
        ("subject", _SUBJECT),
        ("national", _NATIONAL),
    )
    for rule, pattern in whole:
        for match in pattern.finditer(words.text):
            yield offer(*match.span("name"), "PROJECT", rule)
    yield from lines(words)


def _by_head(words: Words) -> Iterator[Suggestion]:
    priced = {match.span("name") for match in _PRICED.finditer(words.text)}
    for kind, name in _KINDS.items():
        for found in phrases(words, lexicon.pattern(name), _NOT_AFTER_HEAD):
            phrase = of_place(words, found)
            start, head, end = phrase
            if (start, end) in priced or _is_no_name(words, kind, phrase):
                continue
            amount = _OF_COMPANY.search(words.text, start, head)
            if amount:
                yield offer(amount.end(), end, "PROJECT", "of-company")
            elif words.text[head:end] != "班列":  # one of them is named by a place in brackets
                yield offer(start, end, "PROJECT", _rule(words, kind, phrase))
            part = _PART.match(words.text, end)
            if part:
                yield offer(start, part.end(), "PROJECT", "part")
            yield from _conjoined(words, phrase)


def _conjoined(words: Words, phrase: Phrase) -> Iterator[Suggestion]:
    """鼎龙汇鑫半导体材料|及部件研发制造基地项目: 及 stands within a name more often than 和."""
    mark = phrase.start - 1
    if mark > 0 and words.text[mark] == "及":
        start = left_edge(words, mark)
        if start < mark and evidence(words, start, mark) in ("place", "name", "amount"):
            yield offer(start, phrase.end, "PROJECT", "conjoined")


def _is_no_name(words: Words, kind: str, phrase: Phrase) -> bool:
    """Whether it is a region, a common noun, the end of a line, a sum, or the site of a project."""
    start, head, end = phrase
    if _is_region(words, start, end) or words.text[start - 1 : start] == "至":
        return True
    if kind == "zone" and _COMMON.fullmatch(words.text, _past_places(words, start), head):
        return True
    if _COUNTED.match(words.text, start, end) or _CLASS.match(words.text, start, head):
        return True
    if words.quoted(start, end) and _NUMBERED.match(words.text, start):
        return True
    if _MONEY.search(words.text, start, head) or _is_any_of_place(words, phrase):
        return True
    on_site = words.text.startswith("项目建设", head) and _site().match(words.text[start:head])
    return bool(on_site)


def _rule(words: Words, kind: str, phrase: Phrase) -> str:
    """What kind of thing a name is of, what makes it a name, and what stands around it."""
    start, head, end = phrase
    if words.text[head:end] == "项目" and _site().match(words.text[start:head]):
        kind = "site"
    support = evidence(words, start, head)
    if support != "quoted" and _CLUSTER.fullmatch(words.text, head, end):
        kind = "cluster"
    if words.text[head:end] == "工程":
        physical = is_physical(words, phrase)
        return f"{'built' if physical else 'scheme'}-{support}"
    context = _context(words, start, end)
    if context == "counted":
        return f"counted-{kind}"
    if support == "level" or context == "aimed":
        return f"{'level' if support == 'level' else 'aimed'}-{kind}-{support}"
    if (
        support in _COMMON_NOUNS
        and kind in _PLANTS
        and _OF_SOMEBODY.search(words.text, start - 1, start)
    ):
        return "held"
    if support in _COMMON_NOUNS and is_short_line(words, phrase):
        support = "line"
    elif support == "plain":
        support = _plain_support(words, kind, phrase, context)
    return f"{kind}-{support}-{context}"


def is_physical(words: Words, phrase: Phrase) -> bool:
    """Whether the 工程 is one of stone and steel, by its name or by what happens to it."""
    in_name = PHYSICAL.search(words.text, phrase.start, phrase.head)
    return bool(in_name or _HAPPENS.match(words.text, phrase.end))


def _plain_support(words: Words, kind: str, phrase: Phrase, context: str) -> str:
    """`owned` for what a city has: 区|科创中心; `long` for what tells much of itself.

    `led` for a zone that begins a clause, or a member of a list.
    """
    first = words.token(phrase.start)
    if first.word in _OWNERS and first.end < phrase.head:
        return "owned"
    if context == "built" and phrase.head - phrase.start >= _LONG:
        return "long"
    begins = not words.text[phrase.start - 1 : phrase.start].isalnum()
    return "led" if begins and kind == "zone" else "plain"


def _is_any_of_place(words: Words, phrase: Phrase) -> bool:
    """邛崃市|工程建设项目, 桂西北|高速公路: what every place has, with the name of the place."""
    place, (_, head, end) = words.token(phrase.start), phrase
    if place.tag != "LOC" or place.end > head:
        return False
    if place.end == head:
        return place.word in lexicon.words("regions") and words.text[head:end] in _NETWORKS
    return words.text[head:end] == "项目" and bool(_ANY.fullmatch(words.text, place.end, head))


def _past_places(words: Words, start: int) -> int:
    """`start` after the places that begin there: 南通|重点园区 is none, 江城|工业园区 is."""
    token = words.token(start)
    general = token.tag == "LOC" and words.text.startswith(_GENERAL, token.end)
    return token.end if general else start


@cache
def _site() -> re.Pattern[str]:
    """…产业园(项目), …基地(项目): the name of a project that has that of its site in it."""
    return lexicon.pattern("zones", "works", "venues", before=".*", after="$")


def _is_region(words: Words, start: int, end: int) -> bool:
    """Whether the name is that of a known region, after a larger place or alone: 上海浦东新区."""
    regions = lexicon.words("regions")
    return any(words.text[first:end] in regions for first in range(max(start, end - 6), end - 2))


def _context(words: Words, start: int, end: int) -> str:
    """What stands around a name: a count, a verb that aims at it, one that builds it, or none."""
    before = words.text[max(0, start - 20) : start]
    if _COUNTS_BEFORE.search(before) or _COUNTS_AFTER.match(words.text, end):
        return "counted"
    title = _TITLE.match(words.text, start) and _AWARDED.search(before)
    if title or _AIMS.search(before):
        return "aimed"
    return "built" if _BUILDS.search(before) else "named"


def _phases(words: Words) -> Iterator[Suggestion]:
    """…一期: what has phases is a project, whatever its head."""
    for match in _PHASE.finditer(words.text):
        start = left_edge(words, match.start())
        if start < match.start():
            rule = f"phase-{evidence(words, start, match.start())}"
            yield offer(start, match.end(), "PROJECT", rule)


def _facilities(words: Words) -> Iterator[Suggestion]:
    """A hospital or a school that is being built or has just been built."""
    for start, head, end in phrases(words, lexicon.pattern("facilities"), _NOT_AFTER_HEAD):
        part = _PART.match(words.text, end)
        if part:
            yield offer(start, part.end(), "PROJECT", "facility-part")
        if OPENS.match(words.text, end):
            yield offer(start, end, "PROJECT", "facility-opens")
        if _BUILT.search(words.text[max(0, start - 4) : start]):
            yield offer(start, end, "PROJECT", f"facility-{evidence(words, start, head)}")


def _within_quotes(words: Words) -> Iterator[Suggestion]:
    """“惠企直通车平台”: what the quotation marks hold is all the name."""
    headed = lexicon.pattern(*_KINDS.values(), before=".+", after="$")
    for start, end in words.inner():
        name = words.text[start:end]
        scheme = name.endswith("工程") and not PHYSICAL.search(name)
        if end - start in _INSIDE and headed.match(name) and not scheme:
            yield offer(start, end, "PROJECT", "inside")

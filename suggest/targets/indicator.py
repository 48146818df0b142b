"""The words that name what each figure measures, shared over a list of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suggest.targets.figure import Figure
from suggest.targets.lists import is_spread
from suggest.targets.nouns import NOUNS
from suggest.targets.page import Page
from suggest.targets.verbs import COUNTING, NOMINAL
from suggest.words import either
from text.alignment import Range

_LEADS_TO_VALUE = re.compile(
    r"(?:[\s、，：:“]|翻了|连续[^，]{1,3}年|"
    + either("""
    同比 环比 同口径 可比 分别 累计 双双 首次 大幅 总共 合计 每年 年均 平均 已经 目前 稳步 持续
    每年安排 开行 拥有 确保 力争 争取 努力 预计 计划 有望 必须 实现 完成 达到 可达 约达 约占 高达
    突破 突破了 超过 超过了 增长 增加 提高 提升 上升 上涨 上浮 扩大 多出 前进 延长 涨幅 增幅 翻
    增至 升至 增加到 增长到 提高到 提高至 提升到 提升至 扩大到 扩大至 延长至 下降 减少 降低 压减
    压缩 压降 缩减 缩小 缩短 收窄 回落 下滑 削减 降至 减至 缩至 跌至 跌到 降到 下降到 减少到
    压缩至 压缩到 压减至 压减到 缩短至 缩短到 保持 稳定 维持 控制 不低于 不少于 不超过 压到 压至
    只有 还有 仍有 尚有 只需 仅需 只要 跌幅 年均复合增长率 复合增长率 年均增长率 年均增速 仅有
    只用 只用了 仅用 仅用了 用了 有望 冲刺 必须 一度 最高 最长 差不多 回升 恢复到 恢复至 收涨 收跌
    新增 净增 发展到 仅剩 只剩 省下 提前 提前了 微增 微降 减了 涨到 做到 做到了 压到 压降到 压降至
    精简为 精简到 上升到 上升至 站稳 站上
    """)
    + r")$"
)
_WORDS_BEFORE_VALUE = frozenset(
    "达为是有超增降减升占共已将要可约近仍仅只均各就也还再由从在到至低翻用了"
)
_LONGEST_LEAD = 8
_COMPARISON = re.compile(
    r"(?:与[^，]{1,14}相比|(?<![同环对占])相?[比较](?:上|去|前|20|年初|预期|计划|规划|行业|全|同期|“|原)[^，]{0,10}"
    r"|[由从][^，]{1,16}|在(?:20|上年|去年)[^，]{1,8}基础上|(?:不?[高低]于|高出|不超过|不少于)[^，]{0,16}"
    r"|[比较][^，]{1,10}[高低多少快慢]出?|[增升降减跌提扩缩][^，]{0,2}[到至](?=$|[0-9年上去目现本])[^，]{0,8}的?|是(?:20|“?十)[^，]{1,6}的|[在为]?每(?:公斤|吨|千瓦时|平方米|亩|人|度|户|件|股))$"
)
_RANKED = re.compile(
    r"(?:位居|稳居|跃居|居|位列|名列|列|排名?第?|跻身|进入|升至|保持)(?P<among>[^，]{0,14})$"
)
_AMONG = re.compile(
    r"(?:继续|连续[^，]{1,3}年|多年|均|仍|分别)?在?(?:全[国省市县区球]|世界|国内)?$"
)
_CHART = re.compile(r"强|榜单?|名单")
_IN_THE_MIDDLE = re.compile(r"(?<=[一-鿿）”])(?:累计|共)?(?:实现|完成)(?=[一-鿿]{2})")
_ONGOING = re.compile(r"^(?:正在|已经?)?(?:实施|建设|推进)的")
_LEADERS = frozenset("与比较是增升降减跌提扩缩不高低")
_NOTE = re.compile(r"[（(](?:含|包括|其中|不含|[^）)]*[0-9])[^）)]*[)）]")
"""What a bracket in the middle adds to an indicator: 静态投资回收期（含建设期）."""
_TAIL = re.compile(r"(?:[、，和及与的]|(?<=[一-鿿])(?:将|将在|又|再|更))+$")
_JOIN = re.compile(r"[、和与及]|以及")
_SHARED_TAIL = re.compile(
    r"(?:地区|产业|行业|企业|项目|产品)?(?:"
    + either("""
    总产值 产值 年产值 产量 年产量 产能 年产能 增加值 营业收入 销售收入 收入 利润 排放量 出口额
    进口额 交易额 销售额 零售额 面积 价格 投资 规模 占比 比重 产业 板块 进出口 出口 进口 吞吐量
    利用率 综合利用率 覆盖率 合格率
    """)
    + r")$"
)
_RATE = re.compile(r"(?:率|比例|比重|强度|总额|总量|规模|价格|能力)$")
_CAPACITY = re.compile(r"(?:产能|里程|量)$")
_FUNDS = re.compile(r"(?:到位|募集)资金$")
_BECOME = re.compile(r"(?<=[一-鿿]{2})(?:已经?|累计|全部)[一-鿿]{1,2}$")
"""What became of the things at the end: 公寓已交付, 贷款累计发放."""
_MONEY = re.compile(r"(?:[账款保]款|资金|经费)$")
_DESCRIBED = NOUNS | {"a", "v"}
_LEVEL = re.compile(r"(?:国家|省|市|县|区|部|世界)级(?:以上)?$")
_LEVEL_BEFORE = re.compile(r"^.{0,4}级(?:以上)?")
_COMPARED = re.compile(
    r"(?<![同环对占])[比较](?!例|重|价)[^，]{1,30}(?:(?<![提升降])[高低]|[多少快慢])出?$"
)
_OPENS_COMPARED = re.compile(r"相?[比较](?!例|重|价)[^，]{1,30}$")
_SET_AGAINST = re.compile(
    r"(?:约|已经?|均|仍|则)?占(?:全[国省市区县球]|世界|同行业)的?$"
    r"|(?<=[一-鿿])(?:约|仅|只)?(?:为|是|相当于)的?$|^(?:约|仅|只)?(?:为|是|相当于|接近)[^，]*的$"
)
"""What ends in the whole that a share is of, or in what a figure is a multiple of."""
_REFERRING = frozenset(
    {"首期", "总数", "总量", "总额", "总数量", "其中", "同期", "目前", "现", "实际", ""}
)
_OF_A_PLAN = re.compile(r"(?:年度|全年|计划|目标|任务)[^，]{0,6}(?<![率额])的?$|^(?:完成)?总量的?$")
_MATTER = frozenset({"t", "m2", "m"})
_SOFTENED = re.compile(r"^[约仅只]占")
_LENGTH = re.compile(r"(?:^|[全总])长$")
_EACH = frozenset({"人均", "户均", "平均"})
_AMOUNT = re.compile(r"[超过逾达][0-9百千万.]+[万亿]元")
"""What describes counted things and belongs to their name: 产值超百亿元的集群."""
_ADVERBIAL = frozenset({"现场", "全部", "集中", "先后", "相继", "陆续"})
_PREDICATE = frozenset({"v", "vd", "d", "ad", "p", "c", "u", "w", "r", "TIME"})


def indicators(page: Page, group: Sequence[Figure], before: Sequence[str]) -> list[str]:
    """The indicator of each figure of a list; `before` are those of the figures before it.

    Empty where neither the list nor a figure before it names one.
    """
    own = _own(page, group[0])
    count = len(group)
    if is_spread(page, group) and not _is_compared(page, group[0]):
        if own:
            return _spread(page, group[0], own, count)
        if len(before) >= count:
            return list(before[-count:])
    earlier = before[-1] if before else ""
    if not own and _is_growth(page, group[0]):
        earlier = next((name for name in reversed(before) if "占" not in name), earlier)
    return [_completed(own, earlier)] * count


def _is_compared(page: Page, figure: Figure) -> bool:
    """Whether its list falls to what one subject is set against: 比全省和全国分别高0.7、1.4."""
    return _COMPARED.search(page.text[figure.start : figure.quantity.start]) is not None


def _is_growth(page: Page, figure: Figure) -> bool:
    """Whether a figure says by which share something grew: that is no share itself (占比)."""
    words = page.text[figure.start : figure.quantity.start]
    return figure.quantity.base_unit == "%" and words.endswith(("增长", "下降"))


def _spread(page: Page, figure: Figure, own: str, count: int) -> list[str]:
    """绿色食品、生物医药产业分别实现营业收入: one indicator for each of the coordinate subjects."""
    middle = page.text.index("分别", figure.start)
    subject = _bare(page, figure.start, middle)
    measured = _bare(page, middle + len("分别"), figure.quantity.start)
    items = [item for item in _JOIN.split(subject) if item]
    if len(items) != count:
        return [own] * count
    tail = _SHARED_TAIL.search(items[-1])
    shared = tail.group() if tail else ""
    return [(i if _SHARED_TAIL.search(i) else i + shared) + measured for i in items]


def _completed(own: str, before: str) -> str:
    """The indicator that `own` stands for after the indicator `before`."""
    if own in _REFERRING or _OF_A_PLAN.search(own):
        return before
    if _LEVEL.match(own) and before:
        return own + _LEVEL_BEFORE.sub("", before)
    own = _SOFTENED.sub("占", own)
    if own.startswith("占") and not own.startswith("占地") and before:
        if own.endswith(("比例", "份额")):
            return own
        return before + own if own.endswith("比重") else before
    return own


def _own(page: Page, figure: Figure) -> str:
    """What `figure` itself names as measured."""
    if figure.row:
        return figure.row
    if figure.quantity.base_unit == "rank":
        return _ranked(page, figure)
    things = figure.quantity.counted or figure.quantity.base_unit in _MATTER
    left = _bare(page, figure.start, figure.quantity.start, things=things)
    if figure.quantity.base_unit == "%":
        left = left.removesuffix("增速")
    if figure.quantity.base_unit == "m" and not _LENGTH.search(left):
        left = left.removesuffix("长")
    right = _named_after(page, figure)
    if left in _EACH and right:
        return right
    if page.text[figure.start : figure.quantity.start].endswith("的") and right:
        return page.text[figure.start : figure.quantity.start] + right
    return right or left if figure.quantity.counted else left or right


def _ranked(page: Page, figure: Figure) -> str:
    """What is ranked, or the chart that it is ranked in."""
    words = page.text[figure.start : figure.quantity.start]
    match = _RANKED.search(words)
    if match is None:
        return _AMONG.sub("", words)
    among = match["among"]
    return _AMONG.sub("", words[: match.start()]) or (among if _CHART.search(among) else "")


def _bare(page: Page, start: int, end: int, *, things: bool = False) -> str:
    """The words of `start:end` without the verb that counts and without what leads to the value."""
    if _OPENS_COMPARED.match(page.text, start, end):
        return ""
    end = _strip_end(page, start, end)
    words = "".join(page.text[a:b] for a, b in _without_times(page, start, end))
    words = _BECOME.sub("", _SET_AGAINST.sub("", words))
    words = _TAIL.sub("", _NOTE.sub("", _ONGOING.sub("", words)))
    words = words[_verb_end(page, start, words, things=things) :].removeprefix("累计")
    words = _IN_THE_MIDDLE.sub("", words)
    return words if words.count("“") == words.count("”") else words.strip("“”的、，")


def _verb_end(page: Page, start: int, words: str, *, things: bool) -> int:
    """Where the verb ends that counts what the other `words` name, 0 where there is none."""
    counting = COUNTING.match(words)
    if _FUNDS.match(words):
        return 0
    if counting and not NOMINAL.match(words.removeprefix("累计")) and not _is_rate(words):
        return counting.end()
    return _plain_verb_end(page, start, words) if things or _MONEY.search(words) else 0


def _plain_verb_end(page: Page, start: int, words: str) -> int:
    """Where a verb ends that LAC sees in front of its object: 存栏湖羊, 遴选应用场景."""
    if _RATE.search(words) or _CAPACITY.search(words):
        return 0
    end, run = start + len(words), page.words(start, start + len(words))
    if not page.text.startswith(words, start) or page.text.startswith(("由", "从"), end):
        return 0
    if len(run) < 2 or run[0].start != start or run[-1].tag not in NOUNS:
        return 0
    verb, thing = run[:2]
    governs = verb.tag == "v" and len(verb.word) > 1 and thing.tag in _DESCRIBED
    return verb.end - start if governs else 0


def _is_rate(words: str) -> bool:
    """Whether a verb at the start belongs to what is measured: 签约项目开工率, but 实现覆盖率."""
    return bool(_RATE.search(words)) and not words.startswith(("实现", "完成"))


def _strip_end(page: Page, start: int, end: int) -> int:
    while end > start:
        shorter = _shorter(page, start, end)
        if shorter == end:
            break
        end = shorter
    return end


def _shorter(page: Page, start: int, end: int) -> int:
    """`start:end` without the last word or phrase that leads to a value."""
    match = _LEADS_TO_VALUE.search(page.text[max(start, end - _LONGEST_LEAD) : end])
    if match:
        return end - len(match.group())
    words = page.text[start:end]
    comparison = _COMPARED.search(words) or _COMPARISON.search(words)
    if comparison and (comparison.start() or comparison.group()[0] in _LEADERS):
        return start + comparison.start()
    word = page.ends.get(end)
    if word and word.word in _WORDS_BEFORE_VALUE and word.start >= start:
        return word.start
    return end - (page.text[end - 1] in "为达已")


def _without_times(page: Page, start: int, end: int) -> list[Range]:
    """`start:end` without the times in it: 签约项目6月底前开工率."""
    parts: list[Range] = []
    position = start
    for place in range(start, end):
        time = page.times.get(place)
        if time and place >= position and time.end <= end and time.kind != "each":
            parts.append((position, place))
            position = time.end
    return [*parts, (position, end)]


def _named_after(page: Page, figure: Figure) -> str:
    """The noun after the value that names what is counted."""
    start = figure.quantity.end
    while page.text.startswith(("的", "”", "级"), start):
        start += 1
    amount = _AMOUNT.search(page.text, start, figure.end)
    if amount:
        return page.text[start : figure.end] if amount.end() < figure.end else ""
    if page.text.startswith("国家和地区", start):
        return "国家和地区"
    end = _modifier_end(page, figure, start)
    for word in page.words(end, figure.end):
        if word.tag in _PREDICATE or word.word in _ADVERBIAL:
            break
        end = word.end
    _, described, noun = page.text[start : figure.end].rpartition("的")
    return noun if end == start and described else page.text[start : min(end, figure.end)]


def _modifier_end(page: Page, figure: Figure, start: int) -> int:
    """Where a verb at `start` ends that is part of the noun which opens a span: 14户出资企业."""
    words = page.words(start, figure.end)[:2]
    compound = len(words) == 2 and words[0].tag == "v" and words[1].tag in NOUNS
    opens = figure.quantity.counted and figure.start == figure.quantity.start
    return words[0].end if compound and opens else start

"""The words that tell goals from results, wherever they stand in an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suggest.targets.calendar import Calendar
from suggest.targets.page import Page

AHEAD, DONE = 1, -1

_AHEAD = (
    r"力争|争取|确保|努力|力求|冲刺|预计|预期目标|有望|可望|(?<![原度个项家])计划(?!的|生育)|拟(?!定|人"
    r"|合)|必须|(?<!年度)目标(?!的|任务的)|重点抓好|重点做好|以下(?:几项|[一二三四五六七八九十]项"
    r"|[一二三四五六七八九十]个方面)?工作|今后|往后|未来|准备(?=[一-鿿])|打算|下一步|明年|届时|(?:根据|按照)协议"
    r"|(?:全部|建成)?(?:投产|达产|建成|投用|投运)(?:以?后|之后)|全部达产|需要|不低于|不少于|不超过|不高于|务必|不得|严格控制"
    r"|承诺(?!时限|办)|要求(?=[抢加推坚把打])|(?:心愿|愿望)是"
    r"|(?:会议|大会|全会|报告|方案|规划|计划|意见)(?:明确|要求|提出|强调|部署)"
    r"|可(?=实现|达|新增|带动|年产|减少|节约|增加|提供|满足|形成|容纳|处理|年|拉动|吸纳|加工)"
)
_DONE = (
    r"已(?!成为)|[^为]了(?=[近约超逾]?[0-9一二两三四五六七八九十百千])|以来|截至|截止"
    r"|(?<![较比])(?:去年|上一?年)(?!同期)|(?:春节|元旦|国庆|五一”?)假期|过去|回顾|荣获"
    r"|被认定"
    r"|开复工|(?<![由从])目前|眼下|迄今|现有|圆满|顺利实现|成功|超额|创历史|实现了|完成了|达到了"
    r"|突破了|全部办结|当场|现场签约|拿到|主体完工|集中签约|签约的|签约项目(?=[0-9])|签下"
)
_CUE = re.compile(
    rf"(?P<ahead>{_AHEAD})|(?P<done>{_DONE})|(?P<word>将|(?<!只)要(?![近约]?[0-9一二两三四五六七八九十百]))"
)
_FULFILLED = r"[^，。；]{1,14}，(?:实际|累计|已)?完成"
"""After 计划投资12亿元 that what was done follows: the plan holds for its own clause alone."""
_PASSING = re.compile(rf"计划(?=总?投资{_FULFILLED})")
_PROJECTED = re.compile(
    r"(?<!占)总投资|(?<!完成)投资总额|(?:项目|协议|签约|合同)投资额|募集|认购|定增|预案|增资|建设期|回收期|(?:内部|投资)收益率|固定投资|流动资金|[一二三]期(?:工程)?(?:建设"
    rf"|投资|项目)|计划投资(?!{_FULFILLED})|协议投资"
    r"|占地(?!区)|用地[约近]?[0-9]|(?<=[，。；、])项目投资[约近]?[0-9]|意向授信|建筑面积|年产能|产能规模|设计(?!工具|研发|师|院|、)|规划|建设周期|建设工期|(?<![流河江])全长|线路长|总长"
)
_MEASURE = re.compile(
    r"加快|着力|推进|推动|支持|培育|打造|强化|完善|引导|鼓励|每年|深化|健全|优化|抓好|做强|加强"
    r"|聚焦|坚持|探索|力度"
)
_ACCOUNT = re.compile(
    r"了|已|累计|同比|成为|荣获|获评|增长|下降|达到?|实现|完成|超过|突破|位居|率先"
)
_VERBAL = frozenset({"v", "d", "ad", "vd"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Where an article speaks of what lies ahead and of what is done (code points, ascending)."""

    _told: Sequence[tuple[int, int]]
    _lasting: Sequence[tuple[int, int]]
    _projected: Sequence[int]
    _measures: Sequence[int]
    _accounts: Sequence[int]

    def last(self, start: int, end: int) -> int:
        """What the last word or time in `start:end` tells: `AHEAD`, `DONE` or 0 for nothing."""
        return _last(self._told, start, end)

    def last_before(self, start: int, end: int) -> int:
        """What the last word or time in `start:end` tells that holds beyond its own clause, too."""
        return _last(self._lasting, start, end)

    def is_projected(self, start: int, end: int) -> bool:
        """Whether `start:end` describes something that is to be built or raised: 总投资, 占地."""
        return _count(self._projected, start, end) > 0

    def manner(self, start: int, end: int) -> int:
        """Whether the verbs in `start:end` are rather those of measures than those of accounts."""
        measures = _count(self._measures, start, end)
        accounts = _count(self._accounts, start, end)
        return (measures > accounts) - (measures < accounts)


def read_cues(page: Page, calendar: Calendar) -> Cues:
    """The cues of an article."""
    times = [(entry.time.start, entry.tense) for entry in calendar.entries if entry.tense]
    named = bytearray(len(page.text))
    for name in page.names.values():
        named[name.start : name.end] = b"\x01" * (name.end - name.start)
    told = sorted([*(cue for cue in _words(page) if not named[cue[0]]), *times])
    passing = {match.start() for match in _PASSING.finditer(page.text)}
    return Cues(
        told,
        [cue for cue in told if cue[0] not in passing],
        [m.start() for m in _PROJECTED.finditer(page.text) if not named[m.start()]],
        [match.start() for match in _MEASURE.finditer(page.text)],
        [match.start() for match in _ACCOUNT.finditer(page.text)],
    )


def _words(page: Page) -> Iterator[tuple[int, int]]:
    for match in _CUE.finditer(page.text):
        if match["done"]:
            yield match.start(), DONE
        elif match["ahead"] or _is_will(page, match.start()):
            yield match.start(), AHEAD


def _is_will(page: Page, position: int) -> bool:
    """Whether 将 or 要 is a word of its own that says “will”, not the preposition."""
    token = page.tokens.get(position)
    if token is None or len(token.word) > 1:
        return False
    following = page.tokens.get(token.end)
    return token.tag in _VERBAL or (following is not None and following.tag in _VERBAL)


def _last(told: Sequence[tuple[int, int]], start: int, end: int) -> int:
    index = bisect_left(told, (end, DONE)) - 1
    return told[index][1] if index >= 0 and told[index][0] >= start else 0


def _count(positions: Sequence[int], start: int, end: int) -> int:
    return bisect_left(positions, end) - bisect_left(positions, start)

"""Whether a figure is a goal or something reached."""

from __future__ import annotations

import re

from suggest.targets.calendar import Calendar
from suggest.targets.figure import Figure
from suggest.targets.page import Page
from suggest.targets.reading import Reading
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Genre

TARGET, RESULT = "TARGET", "RESULT"
_KINDS = {1: TARGET, -1: RESULT}
_VERBAL = frozenset({"v", "d", "ad", "vd"})

_CUE = re.compile(
    r"""
    (?P<ahead>力争|争取|确保|努力|力求|冲刺|预计|预期目标|有望|可望|计划(?!的|生育)|拟|必须|目标|今后|未来|下一步|明年|届时
      |投产后|达产后|建成后|投用后|建成投产后|全部达产|投产以后|达产以后|需要|务必|不得|严格控制
      |(?:会议|大会|全会|报告|方案|规划|计划|意见)(?:明确|要求|提出|强调|部署)
      |可(?=实现|达|新增|带动|年产|减少|节约|增加|提供|满足|形成|容纳|处理|年|拉动|吸纳|加工)
      |要(?=[^求素点闻道么是因职害件塞义])|承诺)
  | (?P<done>已(?!成为)|[^为]了(?=[近约超逾]?[0-9一二两三四五六七八九十百千])|以来|截至|截止|去年|上年|上一年|过去|回顾|获评|获批|荣获|被认定|目前|迄今
      |现有|累计完成|共完成|圆满|顺利实现|成功|超额|创历史|实现了|完成了|达到了|突破了|全部办结|现场签约|集中签约|签约的|签下)
  | (?P<fut>将)
    """,
    re.VERBOSE,
)
_PROJECTED = re.compile(
    r"总投资|计划投资|协议投资|协议总投资|占地|总建筑面积|建筑面积|年产能|产能规模|设计|规划|建设周期|建设工期|全长|线路长|总长|拟"
)
_MEASURES = re.compile(
    r"加快|着力|推进|推动|支持|培育|打造|强化|完善|引导|鼓励|每年|深化|健全|优化|抓好|做强|加强|聚焦|坚持|探索|力度"
)
_ACCOUNTS = re.compile(
    r"了|已|累计|同比|成为|荣获|获评|增长|下降|达到|达|实现|完成|超过|突破|位居|率先"
)
_SECTION_AHEAD = re.compile(r"目标|任务|打算|安排|举措|措施|展望|重点工作|保障|下一步|计划")
_SECTION_DONE = re.compile(r"回顾|成效|成绩|总结|完成情况|基本情况|基础|综合|运行")


def kind(reading: Reading, figure: Figure) -> str:
    """`TARGET` or `RESULT`: by the nearest word that tells, from the clause out to the article."""
    page, scopes, calendar = reading.page, reading.scopes, reading.calendar
    position = figure.quantity.start
    sentence, paragraph = scopes.sentence(position), scopes.paragraph(position)
    clause = _told(page, calendar, figure.clause, figure.end)
    if clause or reading.setting.genre is Genre.BULLETIN:
        return clause or RESULT
    return (
        (TARGET if _PROJECTED.search(page.text, figure.clause, position) else None)
        or _told(page, calendar, sentence, figure.clause)
        or _told_by_time(calendar, paragraph, sentence)
        or _told_by_heading(page, scopes, position)
        or _told_by_manner(page, paragraph, figure.end)
        or (TARGET if reading.setting.genre is Genre.PLAN else RESULT)
    )


def _told(page: Page, calendar: Calendar, start: int, end: int) -> str | None:
    """What the last cue in `start:end` says."""
    cues: list[tuple[int, str]] = []
    for match in _CUE.finditer(page.text, start, end):
        if match["done"]:
            cues.append((match.start(), RESULT))
        elif match["ahead"] or _is_future(page, match.start()):
            cues.append((match.start(), TARGET))
    cues += [(e.time.start, _KINDS[e.tense]) for e in calendar.between(start, end) if e.tense]
    return max(cues)[1] if cues else None


def _is_future(page: Page, position: int) -> bool:
    """Whether 将 is “will”, not the preposition."""
    token = page.tokens.get(position)
    if token is None:
        return False
    following = page.tokens.get(token.end)
    return token.tag in {"d", "ad", "v"} or (following is not None and following.tag in _VERBAL)


def _told_by_time(calendar: Calendar, start: int, end: int) -> str | None:
    entries = [e for e in calendar.between(start, end) if e.time.kind == "in" and e.tense]
    return _KINDS[entries[-1].tense] if entries else None


def _told_by_manner(page: Page, start: int, end: int) -> str | None:
    """What the verbs of the paragraph lean to: those of measures to come or those of accounts."""
    ahead = len(_MEASURES.findall(page.text, start, end))
    done = len(_ACCOUNTS.findall(page.text, start, end))
    if ahead == done:
        return None
    return TARGET if ahead > done else RESULT


def _told_by_heading(page: Page, scopes: Scopes, position: int) -> str | None:
    start, end = scopes.heading(position)
    heading = page.text[start:end]
    if _SECTION_AHEAD.search(heading):
        return TARGET
    return RESULT if _SECTION_DONE.search(heading) else None

"""Whether a figure is a goal or something reached."""

from __future__ import annotations

import re

from suggest.periods import From, Time
from suggest.targets.figure import Figure
from suggest.targets.page import Page
from suggest.targets.period import origin, times_between
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Genre, Setting

TARGET, RESULT = "TARGET", "RESULT"

_CUE = re.compile(
    r"""
    (?P<ahead>力争|争取|确保|努力|力求|冲刺|预计|预期目标|有望|可望|计划(?!的|生育)|拟|必须|目标|今后|未来|下一步|明年|届时
      |投产后|达产后|建成后|投用后|建成投产后|全部达产|投产以后|达产以后|需要|务必|不得|严格控制
      |(?:会议|大会|全会|报告|方案|规划|计划|意见)(?:明确|要求|提出|强调|部署)
      |可(?=实现|达|新增|带动|年产|减少|节约|增加|提供|满足|形成|容纳|处理|年|拉动|吸纳|加工)
      |要(?=[^求素点闻道么是因职害件塞义])|承诺)
  | (?P<done>已(?!成为)|[^为]了(?=[近约超逾]?[0-9一二两三四五六七八九十百千])|以来|截至|截止|去年|上年|上一年|过去|回顾|获评|获批|荣获|被认定|目前|迄今
      |现有|累计完成|共完成|圆满|顺利实现|成功|超额|创历史|实现了|完成了|达到了|突破了|全部办结|现场签约|集中签约|签约的)
  | (?P<fut>将)
    """,
    re.VERBOSE,
)
_PROJECTED = re.compile(
    r"总投资|计划投资|协议投资|协议总投资|占地|总建筑面积|建筑面积|年产能|产能规模|设计|规划|建设周期|建设工期|全长|线路长|总长|拟"
)
_SECTION_AHEAD = re.compile(r"目标|任务|打算|安排|举措|措施|展望|重点工作|保障|下一步|计划")
_SECTION_DONE = re.compile(r"回顾|成效|成绩|总结|完成情况|基本情况|基础|综合|运行")


def kind(page: Page, scopes: Scopes, setting: Setting, figure: Figure) -> str:
    """`TARGET` or `RESULT`: by the nearest word that tells, from the clause out to the article."""
    if setting.genre is Genre.BULLETIN:
        return _told(page, setting, figure.clause, figure.end) or RESULT
    position = figure.quantity.start
    sentence = scopes.sentence(position)
    return (
        _told(page, setting, figure.clause, figure.end)
        or (TARGET if _PROJECTED.search(page.text, figure.clause, position) else None)
        or _told(page, setting, sentence, figure.clause)
        or _told_by_time(page, setting, scopes.paragraph(position), sentence)
        or _told_by_heading(page, scopes, position)
        or _by_default(setting)
    )


def _told(page: Page, setting: Setting, start: int, end: int) -> str | None:
    """What the last cue in `start:end` says."""
    cues: list[tuple[int, str]] = []
    for match in _CUE.finditer(page.text, start, end):
        if match["done"]:
            cues.append((match.start(), RESULT))
        elif match["ahead"] or _is_future(page, match.start()):
            cues.append((match.start(), TARGET))
    for time in times_between(page, start, end):
        told = _by_time(setting, time)
        if told:
            cues.append((time.start, told))
    return max(cues)[1] if cues else None


def _is_future(page: Page, position: int) -> bool:
    """Whether 将 is “will”, not the preposition."""
    token = page.tokens.get(position)
    return token is not None and token.tag in {"d", "ad", "v"}


def _told_by_time(page: Page, setting: Setting, start: int, end: int) -> str | None:
    told = [
        _by_time(setting, time) for time in times_between(page, start, end) if time.kind == "in"
    ]
    return next((kind for kind in reversed(told) if kind), None)


def _by_time(setting: Setting, time: Time) -> str | None:
    """What a time says, against the date of the article."""
    if time.origin is From.PLAN:
        return TARGET
    year = origin(setting, time, RESULT if setting.genre is Genre.BULLETIN else TARGET)
    if time.origin is From.NOTHING:
        year = 0
    if year is None or setting.year is None:
        return TARGET if time.kind == "by" and time.origin is From.NOTHING else None
    last = year + time.last
    if last != setting.year:
        return TARGET if last > setting.year else RESULT
    if time.kind == "by":
        return TARGET
    return _within_the_year(setting, time.part)


def _within_the_year(setting: Setting, part: str) -> str | None:
    month = setting.month or 1
    last = {"H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}.get(part)
    if last is None:
        last = int(part[-2:]) if part else 12
    if part and last <= month:
        return RESULT
    return TARGET if last > month and (part or month <= 4) else None


def _told_by_heading(page: Page, scopes: Scopes, position: int) -> str | None:
    start, end = scopes.heading(position)
    heading = page.text[start:end]
    if _SECTION_AHEAD.search(heading):
        return TARGET
    return RESULT if _SECTION_DONE.search(heading) else None


def _by_default(setting: Setting) -> str:
    return TARGET if setting.genre is Genre.PLAN else RESULT

"""Aims: goals without a figure, from the verb to the head noun of what is to be built or become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from suggest.targets.cues import DONE
from suggest.targets.page import Page
from suggest.targets.reading import Reading
from suggest.targets.setting import Genre
from suggest.words import either
from text.alignment import Range

_VERB = re.compile(
    r"(?P<any>争创|争当|争做|勇当|跻身|(?P<towards>迈[向进入])|共建|创建成?为?|创成)"
    r"|打造(?:成为|成)?|建设(?:成为|成)|建成(?:投产|投用)?|建设|发展成为?|成长为|培育成为?|成为"
    r"|搭建|构建|构筑|形成|建立(?![^，。；]{0,24}(?:机制|制度))|塑造|锻造|做成|铸就"
)
_HEADS = either("""
    高地 高峰 高原 腹地 基地 中心 枢纽 门户 窗口 桥头堡 港 港口 港湾 湾区 集群 平台 标杆 样板 样本
    典范 范例 范式 示范 示范区 示范市 示范县 示范镇 示范村 示范园 示范带 先行区 试验区 实验区
    引领区 样板区 核心区 功能区 集聚区 合作区 开发区 新区 园区 产业园 产业带 经济带 创新带 经济圈
    都市圈 生态圈 走廊 长廊 大道 通道 屏障 强国 强省 强市 强县 强区 强镇 大省 大市 大县 城市 都市
    名城 新城 城 都 省 市 县 之都 之城 之乡 家园 社区 乡村 引擎 增长极 极 支点 支撑 底座 大脑
    动力源 源 策源地 试验田 实验田 主战场 阵地 主阵地 沃土 首选地 目的地 集散地 聚集地 承载地 企业
    集团 航母 龙头 冠军 百强 前列 行列 方阵 梯队 矩阵 联盟 联合体 综合体 共同体 排头兵 先锋 主力军
    领跑者 领军者 引领者 服务商 供应商 运营商 制造商 队伍 铁军 工厂 研究院 实验室 生产线 升级版
    强磁场 体系 系统 公司 格局 机制 模式 网络 闭环 链 生态链 产业链 创新链 价值链 供应链 产业 业态
    局面 态势 合力 关系 环境 品牌 名片 地标 标志 成果
""")
_HEAD = re.compile(_HEADS)
_END = re.compile(
    r"$|[、，。；：！？,;:.!?）)”\s]|和(?!谐)|[与及]|以及|的(?!高地|基地|中心"
    r"|重要[^，。]{0,8}[地心群区极])|[中上](?!心|升)|贡献|而|为|提供|作出|奠定|等"
)
_STANDING = re.compile(r"(?:已经?|早已|业已|先后|陆续|使其)$")
_NEARLY = re.compile(r"(?:初步|基本)$")
_NO_OBJECT = re.compile(
    r"[了过的投及和]|以来|后|用地|工作|项目|标准|管理|周期|局|厅|部|银行|水平|进度|内容|方案|健全"
    r"|完善|“一带一路”"
)
_COMPOUND = frozenset({"n", "nz", "vn", "nw", "a"})
_AGENT = re.compile(r"(?:企业|公司|集团|[全我][省市县区国]|各地|单位|部门|高校|园区)$")
_STARTING = re.compile(r"(?:开工|投资|复工|动工|新|扩|已)$")
_WORKS = frozenset({"建设", "搭建", "建立"})
"""What money that the same clause names is spent on: 投资1200万元建设平台."""
_ENTIRE = re.compile(r"打造.*|.{2}成为?")
"""Verbs whose object is an aim whatever noun heads it: 打造中国苹果第一镇."""
_GIVING = re.compile(r"提供|作出|做出|奠定|贡献|增添|注入")
_JOINTS = "、和并与"
_JOINT = re.compile(r"[、和]")
_PLACE = re.compile(
    r"(?:高地|基地|中心|[示先引样核集合]\w{1,2}区|平台|枢纽|标杆|引擎|[名新]城|强[市县省区]|门户"
    r"|窗口|[集目]\w地)$"
)
_DESCRIBED = 6


def find_aims(reading: Reading, taken: Sequence[Range]) -> Iterator[Range]:
    """The aims of an article from left to right, outside the ranges of figures in `taken`."""
    page = reading.page
    figures, names = bytearray(len(page.text)), bytearray(len(page.text))
    for start, end in taken:
        figures[start:end] = b"\x01" * (end - start)
    for name in page.names.values():
        names[name.start : name.end] = b"\x01" * (name.end - name.start)
    done = 0
    for match in _VERB.finditer(page.text):
        start = match.start()
        if start < done or names[start] or not _is_verb(page, match):
            continue
        if not match["any"] and (_is_account(reading, start) or _is_nearly(reading, match)):
            continue
        begun = page.clauses.start(start)
        if match.group() in _WORKS and figures.find(1, begun, start) >= 0:
            continue
        end = _object_end(page, match)
        if end and figures.find(1, start, end) < 0:
            yield from _coordinate(page, start, end)
            done = end


def _coordinate(page: Page, start: int, end: int) -> Iterator[Range]:
    """The aims of a list whose objects each have a head noun and a description of their own.

    Two objects that only 和 joins stay one aim.
    """
    joints = [joint.start() for joint in _JOINT.finditer(page.text, start, end)]
    bounds = [*joints, end]
    cuts = [
        joint
        for joint, following in pairwise(bounds)
        if _PLACE.search(page.text, start, joint) and following - joint > _DESCRIBED
    ]
    if cuts == joints and any(page.text[cut] == "、" for cut in cuts):
        for cut in cuts:
            yield start, cut
            start = cut + 1
    yield start, end


def _is_verb(page: Page, match: re.Match[str]) -> bool:
    """Whether it is a verb in use, with an object, and not of something that stands already."""
    start, end = match.span()
    before = page.text[max(0, start - 2) : start]
    if _NO_OBJECT.match(page.text, end):
        return False
    if _STANDING.search(before):
        return False
    if match.group() != "建设":
        return True
    word = page.ends.get(start)
    if _STARTING.search(before):
        return False
    return word is None or word.tag not in _COMPOUND or bool(_AGENT.search(word.word))


def _is_nearly(reading: Reading, match: re.Match[str]) -> bool:
    """Whether something was done by and large (基本形成) or has come to be so, and is not ahead."""
    start = match.start()
    if reading.setting.genre is Genre.PLAN:
        return False
    sentence = reading.scopes.sentence(start)
    if reading.cues.last(sentence, start):
        return False
    if match.group() == "成为":
        return reading.cues.manner(sentence, start) < 0
    return bool(_NEARLY.search(reading.page.text, max(0, start - 2), start))


def _is_account(reading: Reading, start: int) -> bool:
    """Whether the words before tell of what has been done."""
    if reading.setting.genre is Genre.BULLETIN:
        return True
    sentence = reading.scopes.sentence(start)
    return reading.cues.last(sentence, start) == DONE


def _object_end(page: Page, match: re.Match[str]) -> int:
    """Where the head noun of the object ends; 0 where there is none."""
    start = match.end()
    stop = page.clauses.end(start)
    giving = _GIVING.search(page.text, start, stop)
    stop = _next_verb(page, start, giving.start() if giving else stop)
    heads = [
        end
        for found in _HEAD.finditer(page.text, start, stop)
        if _END.match(page.text, end := _closed(page, found.end(), start), stop)
    ]
    if heads:
        return heads[-1]
    quoted = _closed(page, start, start)
    if quoted > start:
        return quoted if _END.match(page.text, quoted, stop) else 0
    if page.text[stop - 1 : stop] == "”":
        return stop
    anything = match["any"] and not match["towards"]
    is_entire = anything or _ENTIRE.fullmatch(match.group())
    return stop if is_entire and stop - start > 2 else 0


def _next_verb(page: Page, start: int, stop: int) -> int:
    """Where the object ends at the latest: before the next coordinate verb of an aim."""
    for match in _VERB.finditer(page.text, start, stop):
        if page.text[match.start() - 1] in _JOINTS:
            stop = match.start()
            break
    while stop > start and page.text[stop - 1] in _JOINTS:
        stop -= 1
    return stop


def _closed(page: Page, position: int, start: int) -> int:
    """`position` moved over a short group that opens there, or over the mark that closes one."""
    partner = page.clauses.partner.get(position)
    if partner is None:
        return position
    return partner + 1 if partner > position else position + (partner >= start)

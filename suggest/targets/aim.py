"""Aims: goals without a figure, from the verb to the head noun of what is to be built or become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suggest.targets.page import Page
from text.alignment import Range

_VERB = re.compile(
    r"(?P<any>争创|争当|争做|勇当|跻身|迈向|迈进|共建|创建成?为?|创成)"
    r"|(?P<headed>打造(?:成为|成)?|建设(?:成为|成)|建成|建设|发展成为?|成长为|培育成为?|成为|搭建|构建|构筑|形成|建立|塑造|锻造|做成|铸就|筑牢)"
)
_HEADS = (
    "高地 基地 中心 集群 平台 标杆 示范区 示范市 示范县 示范镇 示范村 示范园 先行区 试验区 实验区 引领区 样板区 核心区 功能区 集聚区 合作区 开发区 新区 园区 "
    "强国 强省 强市 强县 强区 强镇 大省 大市 引擎 格局 体系 企业 企业集团 集团 城市 都市 大都市 名城 新城 城 机制 生态 生态圈 样板 排头兵 枢纽 门户 窗口 "
    "品牌 共同体 产业链 创新链 价值链 供应链 先锋 典范 范例 示范 增长极 支点 支撑 策源地 试验田 实验田 走廊 地标 名片 高峰 航母 龙头 梯队 矩阵 模式 网络 "
    "生态链 产业园 产业带 经济带 创新带 经济圈 都市圈 港 港口 工厂 研究院 实验室 联盟 关系 环境 沃土 首选地 目的地 集散地 聚集地 承载地 县 市 省 "
    "大脑 底座 通道 大通道 屏障 家园 社区 乡村 范式 标志 阵地 主阵地 主力军 主引擎 新高地 领跑者 领军者 引领者 服务商 供应商 运营商 制造商 "
    "冠军 百强 前列 第一方阵 方阵 梯次 产业 业态 局面 态势 合力 闭环 联合体 综合体 人才队伍 队伍 铁军 品质 新优势 优势 动力源 源 极 之都 之城 之乡 之区 都"
)
_HEAD = re.compile(
    rf"(?:{'|'.join(sorted(set(_HEADS.split()), key=len, reverse=True))})(?:[”’》]|$)?"
)
_END = re.compile(
    r"(?:$|[、，。；！？,;.!?”’）)\n\s]|和(?!谐)|与|及|以及|的(?:进程|过程|目标|要求|征程|道路|新|宏伟|战略|总|重要)|[中上](?![一-鿿]{0,1}心)|贡献|而|提供|作出|奠定|，)"
)
_REACHED = re.compile(r"(?:已经?|早已|初步|逐步|业已|基本|先后|陆续)$")
_NOT_OBJECT = re.compile(
    r"了|过|的|以来|后|投|及|和|用地|工作|项目|标准|管理|周期|局|厅|部|银行|水平|进度|过程|内容|方案"
)
_COMPOUND = frozenset("n nz vn nw a".split())


def find_aims(page: Page, taken: Sequence[Range]) -> Iterator[Range]:
    """The aims of `page` from left to right, outside the ranges of figures in `taken` (sorted)."""
    done = 0
    for match in _VERB.finditer(page.text):
        start = match.start()
        if start < done or not _is_verb(page, match):
            continue
        end = _object_end(page, match)
        if end and not any(a < end and start < b for a, b in taken):
            yield start, end
            done = end


def _is_verb(page: Page, match: re.Match[str]) -> bool:
    """Whether it is a verb in use, with an object, and not of something that stands already."""
    start, end = match.span()
    if page.blocked.find(1, start, end) >= 0 or _NOT_OBJECT.match(page.text, end):
        return False
    if _REACHED.search(page.text[max(0, start - 2) : start]):
        return False
    if match.group() != "建设":
        return True
    before = page.ends.get(start)
    return before is None or before.tag not in _COMPOUND


def _object_end(page: Page, match: re.Match[str]) -> int:
    """Where the head noun of the object ends; 0 where there is none."""
    stop = page.clause_end(match.end())
    following = next(
        (
            m.start()
            for m in _VERB.finditer(page.text, match.end(), stop)
            if page.text[m.start() - 1] in "、和并"
        ),
        None,
    )
    if following:
        stop = following
        while page.text[stop - 1] in "、和并":
            stop -= 1
    if match["any"] and stop - match.end() > 2:
        return _trimmed(page, match.end(), stop)
    ends = [
        m.end()
        for m in _HEAD.finditer(page.text, match.end(), stop)
        if _END.match(page.text, m.end(), stop)
    ]
    quoted = page.partner.get(match.end())
    if not ends and quoted and _END.match(page.text, quoted + 1):
        return quoted + 1
    return ends[-1] if ends else 0


def _trimmed(page: Page, start: int, stop: int) -> int:
    ends = [
        m.end()
        for m in _HEAD.finditer(page.text, start, stop)
        if _END.match(page.text, m.end(), stop)
    ]
    return ends[-1] if ends else stop

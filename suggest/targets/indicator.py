"""The words that name what a figure measures."""

from __future__ import annotations

import re

from suggest.targets.figure import Figure
from suggest.targets.page import Page

_COUNTING = re.compile(
    r"(?:累计|再|新)?(?:新(?:增|建|引进|认定|培育|培养|签约|开工|签|改建|投产|招引)(?:投产)?|净增|建成|建设|培育|培养|引进|引育|完成|实现|开行|实施|落实|改造提升|改造|打造|打通|发放"
    r"|开工建设|开工|投产|竣工|转让|提供|签下|签订|签约|签署|盘活|婉拒|攻克|突破|组织|开展|举办|安排|撬动|带动|减少|压减|降低|节约|新开工|创建|共建|争创|拥有|获得|荣获|获批|取得|牵头制定"
    r"|制定|表彰|加工|保障|引进培养|累计引进|吸引|吸纳|投放|发布|推出|设立|组建|搭建|入选|入库|登记|办理|服务|覆盖|惠及|帮助|帮扶|修建|修复|治理|种植|生产|销售|达到|达)(?!率|额|量|面积|值|能力|收入|总|投资|用|人口|产业|业)"
)
_TRAILING = re.compile(
    r"(?:[\s、，]|同比|环比|分别|累计|双双|再|共|已|将|要|必须|确保|力争|争取|努力|预计|计划|有望|可|约|近|仍|仅|只|均|各|就|也|还|新|每年|年均|连续[0-9一二三四五六七八九十]年"
    r"|实现|完成|达到|达|为|是|有|有|突破|超过|超|占比(?=占比)|增长|增加|提高|提升|上升|上涨|下降|减少|降低|压减|压缩|缩减|缩小|缩短|收窄|回落|下滑|削减|增|降|减|翻了?|保持|稳定|控制|维持|安排|用了?|开行|拥有|在|到|至|由.{1,12}(?=提高|增|升|降|压)|较.{1,10}|比(?:上|去|20).{1,8}|在.{1,8}基础上|不低于|不少于|不超过|多出|前进|高于.{0,8}|低于.{0,8}|居.{0,8}|位居.{0,8}|位列|稳居.{0,6}|跻身.{0,6}|涨幅|增幅)$"
)


def indicator(page: Page, figure: Figure) -> str:
    """What `figure` itself names as measured; empty where it shares an earlier indicator."""
    words = page.text[figure.start : figure.quantity.start]
    words = _bare(words)
    if words:
        return words
    return _bare(page.text[figure.quantity.end : figure.end].removeprefix("的"))


def _bare(words: str) -> str:
    while True:
        shorter = _TRAILING.sub("", words)
        if shorter == words:
            break
        words = shorter
    counting = _COUNTING.match(words)
    return words[counting.end() :] if counting else words

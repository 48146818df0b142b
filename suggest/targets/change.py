"""What a figure says of its indicator: a level, growth, decline, a share, a rank, a count."""

from __future__ import annotations

import re

from suggest.quantities import Quantity
from suggest.targets.verbs import COUNTING

_TO = re.compile(
    r"(?:[高升加长增大小低降缩减短少落窄展涨跌]|压减|优化|拓展|扩展)[到至为](?:约|近)?(?:[^，]{1,5}的)?$|(?:达到?"
    r"|突破了?|超过?|保持在|稳定在|控制在|维持在)$"
)
_REACHED = re.compile(r"(?:达到?|突破|(?<!不)超过|[增升降减]至|[到至])(?:了|约|近)?$")
_MOVED_TO = re.compile(r"[增升降减涨跌加][至到]了?$")
_MORE = re.compile(r"(?:[比较][^，]*|同比)(?P<more>[多少])[了出]?$")
_NO_MOVE = re.compile(
    r"不[低高少超多][于过]|增加值|增长率|增长极|增值税|改造提升|减负|升级|降解|节能|减排量|新增就业|增量|上升期"
)
_GROWTH = re.compile(
    r"增长|增加|提高|提升|上升|上涨|增幅|涨幅|增速|净增|新增|增收|扩大|多出|高出|延长|前进|回升"
    r"|加快|再增|增|涨|升|(?<!最)[高快]$"
)
_DECLINE = re.compile(
    r"下降|减少|降低|压减|压缩|压降|缩减|缩小|收窄|提前|回落|下滑|削减|缩短|降幅|节约|节省|省下|节电"
    r"|节水|降本|减排|低于|再降|减|降|跌|低$"
)
_SHARE = re.compile(
    r"占比|占|比重|比例|份额|持股|完成[^，]{0,8}的$|(?:年度|全年|序时)(?:计划|目标|任务|预算)的$"
)
_RATE_OF_CHANGE = re.compile(
    r"(?:增速|增幅|涨幅|降幅|增长率)(?:[^，比较]{0,4}[到至为在有])?[约近]?(?:不?超过?|达到?|突破)?$"
)
_NAMED = re.compile(r"(?:增长|增速|增幅|涨幅|(?P<falls>降幅))$")
_SET_AGAINST = re.compile(r"(?:高于|高出|(?P<below>低于))[^，]*$")
_RATE = re.compile(r"增速|增幅|涨幅|增长率")
_OPENING = re.compile(
    r"(?:减少|降低|节约|节省|压减|压降|增加|净增)(?![值到至])[^，]*(?:超过?|达到?|突破)$"
)
_MOVED = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|下降|下滑|减少|降低|回落)(?:均|都)?(?:超过|超|达|近|约|了|逾)+$"
)
_LEVEL_OF = re.compile(r"人口|拥有|能力|每|平均|人均|户均|床位|保有量|[总户人]数|量(?!化)|率")
_PRODUCTS = frozenset("辆台只套部片支瓶盒股颗枚张件")
_GIVEN = re.compile(r"新增|发放|办理|受理|登记|培训|惠及|授权|申请|处理|检查|排查|配备|发出|投放")
"""Verbs of things that are counted one by one; others speak of output: 生产6.3万辆."""
_HEAD, _TAIL, _NEAR = 4, 9, 4
"""Code points at either end of the words where a verb of change stands: 压减落后产能, 产值增长."""


def change(words: str, quantity: Quantity) -> str:
    """The change that the `words` before a value name; empty where there are none."""
    if quantity.base_unit == "rank":
        return "rank"
    if quantity.name == "番":
        return "growth"
    if quantity.counted:
        return _counted(words, quantity)
    return _measured(words, quantity) if words else ""


def change_named(words: str) -> str:
    """The change that the `words` after a value are a noun for: 保持30%以上的快速增长."""
    named = _NAMED.search(words)
    if named is None:
        return ""
    return "decline" if named["falls"] else "growth"


def is_share(indicator: str) -> bool:
    """Whether an indicator names a share: 占比, 比重."""
    return bool(_SHARE.search(indicator))


def _counted(words: str, quantity: Quantity) -> str:
    if _MOVED_TO.search(words):
        return "level"
    if more := _more(words):
        return more
    opened = COUNTING.match(words)
    if _REACHED.search(words) and not (opened and not words.startswith(("实现", "完成"))):
        return "level"
    moved = _move(words[-_NEAR:].replace("新增", ""))
    if moved:
        return moved
    if quantity.name in _PRODUCTS and quantity.factor > 1 and not _GIVEN.search(words):
        return "level"
    return "level" if _LEVEL_OF.search(words) and "新增" not in words else "count"


def _measured(words: str, quantity: Quantity) -> str:
    shares = quantity.base_unit in {"%", "multiple"} and not quantity.name.strip("%成")
    shares = shares and bool(_SHARE.search(words))
    level = "share" if shares else "level"
    opening = _OPENING.match(words)
    moved = (opening if opening and not _NO_MOVE.match(words) else None) or _MOVED.search(words)
    if moved:
        return _move(moved.group()) or level
    rate = _RATE_OF_CHANGE.search(words)
    if rate and quantity.base_unit == "%":
        return "decline" if rate.group().startswith("降") else "growth"
    if _TO.search(words):
        return level
    if more := _more(words):
        return more
    set_against = _SET_AGAINST.search(words)
    if set_against and quantity.base_unit == "pp":
        rate = _RATE.search(words, 0, set_against.start())
        return level if not rate else "decline" if set_against["below"] else "growth"
    said = _NO_MOVE.sub("", words[: len(words) - (quantity.value - quantity.start)])
    return _move(said[-_TAIL:]) or _move(said[:_HEAD]) or level


def _more(words: str) -> str:
    """The change that more or fewer than before is: 比上年多."""
    more = _MORE.search(words)
    return "" if more is None else "growth" if more["more"] == "多" else "decline"


def _move(words: str) -> str:
    growth = [match.start() for match in _GROWTH.finditer(words)]
    decline = [match.start() for match in _DECLINE.finditer(words)]
    if not growth and not decline:
        return ""
    return "growth" if max(growth, default=-1) > max(decline, default=-1) else "decline"

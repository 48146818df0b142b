"""The figures of a page: quantities that say something, with their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import pairwise, zip_longest

from suggest.quantities import Quantity, find_quantities
from suggest.ranks import find_ranks
from suggest.shared_units import share_units
from suggest.targets.figure import Figure
from suggest.targets.left_edge import left_edge
from suggest.targets.nouns import has_noun
from suggest.targets.page import Page
from suggest.targets.right_edge import right_edge
from suggest.targets.tables import Cell, find_cells
from suggest.targets.verbs import COUNTING, GRADE
from suggest.words import either

_NOTHING_COUNTED = re.compile(r"[，。；、,;：:！\n）)和及]|以上|左右|以内|$")
_UNITLESS = re.compile(r"(?:为|达到?|是|在|至|到|缩小|扩大|提高|下降|上升|升至|降至)[了约近]?$")
_FEW = 10
_DAYS = frozenset({"天", "小时", "分钟", "秒", "工作日", "个工作日"})
_PASSING = re.compile(r"(?:经过|历经|连续|近|(?<!提)前|后|第|每|过去|最近|未来|随后)$")
_LASTING = either("""
    期 周期 工期 年限 时限 时间 期限 寿命 时长 车程 里程 用 用时 仅用 只用 只用了 耗时 历时 为期
    长达 天数 日数 仅需 只需 只有 控制在 低于 不足 不超过 压缩 缩短 压减 减少 减少到 节约 节省
    提前 延长 办结 平均
""")
_DURATION = re.compile(
    rf"(?:{_LASTING}|期（[^）]{{1,8}}）)(?:了|至|达?到|达|为|是|约|近|只需?|仅需?|需要|[要需]|不足|不到|超过?)*$"
)
_AGE = re.compile(r"寿命|年龄")
_AT = re.compile(r"(?<![持定制存居落排处率比重度幅速价均都保固仍])在$")
"""What follows says where: 在80万亩示范区蹲点指导."""
_AMONG = re.compile(
    r"(?<![一-鿿])在(?:全[国省市县区球])?$|^在(?:全[国省市县区球])?$|在全[国省市县区球]$"
)
_IN_A_NAME = re.compile(r"的?+(?![和与及或、并])(?=[一-鿿A-Za-z“])")
_WITHIN = re.compile(r"的?(?:范围|半径)|[长宽高]的")
_RELATIVE = re.compile(r"的?(?=[0-9一-鿿“])")
_DESCRIBING = re.compile(
    r"(?:年|总)?(?:产值|营业收入|营收|主营业务收入|销售收入|投资|投资额|规模|税收|面积)?"
)
_THE_WHOLE = re.compile(r"[^，。；、0-9]{0,20}的?")
_NAMING = re.compile(
    r"[^，。；：、0-9]{0,20}(?:(?:分别[是为]|如下)：|(?:投产|达产|建成|投用|完工)(?:以|之)?后，)"
)
"""After a number of things that are listed by name next, or that something else comes after."""
_TOLD_APART = re.compile(r"、|预计|有望|[能可]")
"""Between two numbers of which the first does not say what the second counts."""
_SOME = re.compile(r"一批|一系列|若干|一些")
_OF_THEM = re.compile(
    r"(?!项目)[^，。；、0-9]{2,24}(?:增加值|产值|产量|销量|利润|收入|零售额|余额|增速|增幅|投资额|(?<!效)率)"
    r"(?:合计|累计|同比|平均|全部|均|都)?已?(?:完成|实现|达到?|增长|下降|突破|超过?|提高|为|在|占[^，。；0-9]{1,16}的|高于[^，。]{0,12}|低于[^，。]{0,12})?"
)
"""Between a number of things and the figure that is said of them: 10个行业增加值增长11%."""
_MEASURING = frozenset({"%", "rank", "pp", "multiple", "count"})
_SHARES = frozenset({"%", "multiple", "rank"})
_PEOPLE = re.compile(r"农户|农民|群众|村民|居民|市民|游客|人口|学生|师生|用户|职工|老人|儿童|观众")
_SIZES = frozenset({"m", "V", "℃", "VA"})


def find_figures(page: Page) -> Iterator[Figure]:
    """The figures of `page` from left to right, without overlap."""
    cells = list(find_cells(page.text))
    tables = bytearray(len(page.text))
    for cell in cells:
        tables[cell.start : cell.end] = b"\x01" * (cell.end - cell.start)
    stated = [q for q in _stated(page) if tables.find(1, q.start, q.end) < 0]
    previous: Figure | None = None
    for figure in merge(_in_cells(cells), _in_clauses(page, stated), key=_start):
        previous = replace(figure, previous=previous)
        yield previous


def _start(figure: Figure) -> int:
    return figure.start


def _in_cells(cells: Sequence[Cell]) -> Iterator[Figure]:
    for c in cells:
        yield Figure(c.start, c.end, c.start, c.quantity, row=c.row, column=c.column)


def _in_clauses(page: Page, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    floor = 0
    stated = [
        quantity
        for before, quantity, following in zip(
            [None, *quantities], quantities, [*quantities[1:], None], strict=False
        )
        if not _defines(page, before, quantity, following)
        and not _is_in_brackets(page, quantity)
        and not (quantity.counted and _NAMING.match(page.text, quantity.end))
    ]
    kept = {quantity.value for quantity in stated}
    described = {
        before.value: quantity.end
        for before, quantity in pairwise(quantities)
        if quantity.value not in kept and counted_by(page, before, quantity)
    }
    for quantity, following in zip_longest(stated, stated[1:]):
        start = left_edge(page, floor, quantity)
        if not _says_something(page, start, quantity):
            continue
        ceiling = following.start if following else len(page.text)
        end = right_edge(page, start, quantity, ceiling, described.get(quantity.value, 0))
        yield Figure(start, end, page.clauses.start(quantity.start), quantity)
        floor = end


def _is_in_brackets(page: Page, quantity: Quantity) -> bool:
    """Whether it stands in brackets within a name: 长时储能（4小时及以上）占比."""
    opening = page.clauses.start(quantity.start) - 1
    return opening in page.clauses.partner and page.text[opening] in "（("


def _stated(page: Page) -> Sequence[Quantity]:
    """The quantities that do not only identify, ranks included, without overlap."""
    stated: list[Quantity] = []
    quantities = share_units(page.text, find_quantities(page.text))
    for quantity in merge(find_ranks(page.text), quantities, key=_value):
        before = stated[-1] if stated else None
        if before and quantity.start < before.end:
            continue
        sizes = before and before.counted and before.end == quantity.value and not quantity.counted
        if sizes or _is_article(page, quantity) or page.text[quantity.value - 1] == "±":
            continue
        if quantity.base_unit == "rank" or not page.is_blocked(quantity.value, quantity.after):
            stated.append(quantity)
    return stated


def _value(quantity: Quantity) -> int:
    return quantity.value


def _is_article(page: Page, quantity: Quantity) -> bool:
    """Whether it is 一次 or 一个: an article, not a number."""
    if quantity.arabic or quantity.number != 1 or quantity.base_unit in _SHARES:
        return False
    return not (quantity.counted and _NOTHING_COUNTED.match(page.text, quantity.end))


def _defines(
    page: Page, before: Quantity | None, quantity: Quantity, following: Quantity | None
) -> bool:
    """Whether it only says which things are meant: 2000万元以上企业, 8英寸特色工艺线."""
    if following and (quantity.counted or _is_whole(page, quantity, following)):
        return _is_whole(page, quantity, following) or _is_of_them(page, quantity, following)
    if quantity.base_unit in _MEASURING or not quantity.unit:
        return False
    if _WITHIN.match(page.text, quantity.end) or _is_threshold(page, before, quantity, following):
        return True
    name = _IN_A_NAME.match(page.text, quantity.end)
    if not name or page.tag(name.end()) in {"v", "vd", "p", "d", "c"}:
        return False
    bound = page.text[quantity.after : quantity.end].strip()
    if _is_size(page, quantity) or bound in {"以上", "以下", "及以上", "及以下"}:
        return True
    return name.start() == name.end() and _is_counted_later(page, quantity, following)


def _is_whole(page: Page, quantity: Quantity, following: Quantity) -> bool:
    """Whether it only says of what the next figure is a share: 占百项重点项目的14%."""
    shares = quantity.base_unit != "%" and following.base_unit == "%"
    if not shares or not page.text.endswith("占", 0, quantity.start):
        return False
    return _THE_WHOLE.fullmatch(page.text, quantity.end, following.start) is not None


def counted_by(page: Page, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether the number before counts what a bounded amount describes: 3个产值超百亿元的集群."""
    if before is None or not before.counted or before.start < page.clauses.start(quantity.start):
        return False
    return _DESCRIBING.fullmatch(page.text, before.end, quantity.start) is not None


def _is_threshold(
    page: Page, before: Quantity | None, quantity: Quantity, following: Quantity | None
) -> bool:
    """Whether a bounded amount says which things are counted: 超百亿元的企业5家, 3家超百亿元."""
    relative = _RELATIVE.match(page.text, quantity.end)
    bounded = quantity.start < quantity.value or quantity.end > quantity.after
    if bounded and before and before.counted and before.end == quantity.start:
        return True
    if not relative or not (bounded or page.text.startswith("级", quantity.end - 1)):
        return False
    begun, stop = page.clauses.start(quantity.start), page.clauses.end(quantity.end)
    if counted_by(page, before, quantity):
        return True
    if following and following.counted and following.start <= stop:
        return "、" not in page.text[quantity.end : following.start]
    return bool(_SOME.search(page.text, begun, quantity.start))


def _is_of_them(page: Page, quantity: Quantity, following: Quantity) -> bool:
    """Whether the next figure is said of the things that are counted, which name what it says."""
    if following.start > page.clauses.end(quantity.end):
        return False
    if counted_by(page, quantity, following) and _RELATIVE.match(page.text, following.end):
        return False
    return _OF_THEM.fullmatch(page.text, quantity.end, following.start) is not None


def _is_counted_later(page: Page, quantity: Quantity, following: Quantity | None) -> bool:
    """Whether what it defines is counted in the same clause: 5亿元项目6个."""
    if following is None or following.start >= page.clauses.end(quantity.end):
        return False
    return not _TOLD_APART.search(page.text, quantity.end, following.start)


def _is_size(page: Page, quantity: Quantity) -> bool:
    """Whether the size is part of a name: 千亿产业 (but 千亿级产业 is a figure), 7纳米工艺."""
    if not quantity.name:
        if quantity.arabic and _is_made(page, quantity):
            return False
        return quantity.start == quantity.value and not page.text.startswith("级", quantity.end - 1)
    quoted = page.text.startswith("“", quantity.end)
    return quantity.base_unit in _SIZES and (
        quoted or page.tag(quantity.end) not in {"v", "w", "u"}
    )


def _is_made(page: Page, quantity: Quantity) -> bool:
    """Whether a number without a unit counts, for a verb or people: 年产400万智能车用玻璃."""
    before = page.ends.get(quantity.start)
    made = before and COUNTING.fullmatch(page.text, before.start, quantity.start)
    return bool(made or _PEOPLE.match(page.text, quantity.end))


def _says_something(page: Page, start: int, quantity: Quantity) -> bool:
    words = page.text[start : quantity.value]
    if _AT.search(words) or (
        quantity.counted and _AMONG.search(page.text[max(0, start - 4) : start] + words)
    ):
        return False
    if not quantity.base_unit and not quantity.unit:
        return quantity.arabic and bool(_UNITLESS.search(words))
    if quantity.base_unit == "s":
        return _lasts(quantity, words)
    if quantity.base_unit == "a":
        return bool(_AGE.search(words))
    if quantity.arabic or not quantity.counted or quantity.number > _FEW:
        return True
    return _counts_few(page, start, quantity)


def _lasts(quantity: Quantity, words: str) -> bool:
    """Whether a stretch of time is a figure, not when or how long something else was done."""
    if quantity.name in {"月", "周"}:
        return False
    if quantity.name in _DAYS and (quantity.arabic or quantity.end > quantity.after):
        return not _PASSING.search(words)
    return bool(_DURATION.search(words))


def _counts_few(page: Page, start: int, quantity: Quantity) -> bool:
    """Whether a small number in Chinese counts, and is not a way of speaking."""
    if _NOTHING_COUNTED.match(page.text, quantity.end):
        return quantity.value > start and has_noun(page, start, quantity.value)
    if GRADE.match(page.text, quantity.end):
        return True
    return quantity.number > 1 and bool(COUNTING.match(page.text, start, quantity.value))

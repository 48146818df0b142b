"""What an article says of itself: its kind, its date, and whose figures it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from suggest.periods import From
from suggest.targets.page import Page
from text.article import Zone, ZoneKind


class Genre(StrEnum):
    """What the figures of an article are when nothing near them tells."""

    BULLETIN = "bulletin"  # statistics: reached
    PLAN = "plan"  # action plans, notices: still to be reached
    REPORT = "report"  # a report on work done and ahead: its sections tell
    EVENT = "event"  # a ceremony, a meeting: what it brought is of its month
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Setting:
    """`year` and `month` are when the article came out, `review` the year that it looks back on.

    `plan` the first year that lies ahead; each is None where unknown. `retrospect` is true of the
    article of an early month that looks back on the year before.
    `owner` is whose article it is, empty where unknown.
    """

    genre: Genre
    year: int | None
    month: int | None
    review: int | None
    plan: int | None
    owner: str
    retrospect: bool


_HEAD = 400
"""Code points in which an article says where and when it came out."""
_EARLY = 3
"""Up to this month what is reported is of the year before."""
_BULLETIN_MONTH = 6
"""Up to this month the bulletin of a year comes out."""
_WITHIN_A_YEAR = re.compile(r"上半年|季度|[0-9一二三四五六七八九十]月")
_LAST_QUARTER = 10
"""From this month on, 三年内 counts from the next year."""
_GENRES = (
    (Genre.BULLETIN, re.compile(r"统计公报|统计月报|统计局\s|经济运行情况|运行情况|主要数据|快报")),
    (Genre.REPORT, re.compile(r"工作报告|工作总结|述职报告")),
    (
        Genre.PLAN,
        re.compile(
            r"(?:行动|实施|工作)方案|规划|行动计划|若干措施|若干政策|实施意见|的通知|指导意见"
        ),
    ),
    (
        Genre.EVENT,
        re.compile(
            r"仪式|签约|开幕|揭牌|推介会|博览会|(?:集中|同日)开工|(?<!新闻)发布会|[展会](?:收官|落幕|闭幕)"
        ),
    ),
)
_HELD = re.compile(
    r"(?:开工|签约|启动|揭牌|奠基|通车|投产)[^。，\n]{0,12}(?:活动|仪式)[^。\n]{0,20}(?:举行|举办)"
    r"|(?:举行|举办)[^。，\n]{0,24}(?:开工|签约|启动|揭牌|奠基|通车|投产)[^。，\n]{0,8}(?:活动|仪式)"
)
_MEETING_YEAR = re.compile(
    r"(20[0-9]{2})年(?:度|全国|全[省市县]|[^，。]{0,8}(?:工作会|会议|大会|年会))"
)
_TITLE_YEAR = re.compile(r"(20[0-9]{2})年(?!—|-|至)")
_ISO = re.compile(r"(20[0-9]{2})(?:-([01][0-9]))?")


def read_setting(
    page: Page, title: str | None, published: str | None, zones: Sequence[Zone] = ()
) -> Setting:
    """The setting of an article; what `title` and `published` do not tell is read from the text."""
    head = page.text[:_HEAD]
    titles = [page.text[z.start : z.end] for z in zones if z.kind is ZoneKind.TITLE]
    heading = "\n".join(titles) or title or head.strip().partition("\n")[0]
    genre = _genre(heading)
    if genre is Genre.NEWS and _HELD.search(head):
        genre = Genre.EVENT
    year, month = _date(page, head, published)
    title_year = _TITLE_YEAR.search(heading)
    review = year
    if title_year and genre is Genre.BULLETIN:
        review = int(title_year[1])
    elif year and _looks_back(genre, month, heading):
        review = year - 1
    ahead = None if year is None else year + ((month or 1) >= _LAST_QUARTER)
    retrospect = year is not None and (month or 12) <= _EARLY and str(year - 1) in heading
    return Setting(genre, year, month, review, ahead, _owner(page, heading), retrospect)


def _looks_back(genre: Genre, month: int | None, heading: str) -> bool:
    """Whether an article of that month tells of the year before."""
    if genre is not Genre.BULLETIN:
        return (month or 12) <= _EARLY
    return not _WITHIN_A_YEAR.search(heading) and (month or 1) <= _BULLETIN_MONTH


def _genre(heading: str) -> Genre:
    for genre, pattern in _GENRES:
        if pattern.search(heading):
            return genre
    return Genre.NEWS


def _date(page: Page, head: str, published: str | None) -> tuple[int | None, int | None]:
    """The year and month in which the article came out."""
    iso = _ISO.match(published or "")
    if iso:
        return int(iso[1]), int(iso[2]) if iso[2] else None
    dated = [t for t in page.times.values() if t.origin is From.NOTHING and _is_month(t.part)]
    near = [t for t in dated if t.start < _HEAD] or dated[-1:]
    if near:
        return near[0].first, int(near[0].part)
    days = [t for t in page.times.values() if t.origin is From.CONTEXT and _is_month(t.part)]
    month = int(days[0].part) if days and days[0].start < _HEAD else None
    meeting = _MEETING_YEAR.search(head)
    if meeting:
        return int(meeting[1]), month or 1
    return _mentioned_year(page), month


def _is_month(part: str) -> bool:
    """Whether a part of a year is a month (`03`) and no quarter or half (`Q1`)."""
    return part.isdecimal()


def _mentioned_year(page: Page) -> int | None:
    """The first year of a plan that is spoken of, else the last year that is no deadline.

    Who writes 今年 names other years by their number: the last of them is the year before, unless
    a plan is named that begins with it.
    """
    absolute = [t for t in page.times.values() if t.origin is From.NOTHING and t.kind == "in"]
    plans = [t.first for t in absolute if t.years > 1 and t.start < _HEAD]
    if plans:
        return plans[0]
    single = [t for t in absolute if t.years == 1 and not t.part]
    last = max(single, key=lambda t: t.last, default=None)
    if last is None:
        return max((t.last for t in absolute if t.years == 1), default=None)
    begun = any(t.years > 1 and t.first == last.last for t in absolute)
    return last.last + (last.start >= _HEAD and "今年" in page.text and not begun)


def _owner(page: Page, heading: str) -> str:
    """The first organisation or place in the title, else in the head of the article."""
    place = page.text.find(heading.partition("\n")[0]) if heading else -1
    titled = _first(page, place, place + len(heading)) if place >= 0 else ""
    return titled or _first(page, 0, _HEAD)


def _first(page: Page, start: int, end: int) -> str:
    for name in page.names.values():
        if start <= name.start < end and name.label in {"ORG", "LOC"}:
            return page.text[name.start : name.end]
    return ""

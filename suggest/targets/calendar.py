"""The times of an article on the calendar: which years they are, and whether those lie ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from suggest.periods import From, Time
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Genre, Setting

_COMPARED = re.compile(r"(?:[较是由从以与]|(?<!占)比|当于|高于|低于|对比|相比|超过)$")
_REACHED = re.compile(r"[增升降减跌提扩缩加高大少长短][至到]")
"""Before the time for which a figure is: 增至2025年的300亿元."""
_COMPARED_AFTER = re.compile(
    r"同期|(?<=全年)(?:的?目标|计划|任务|预算|总)|[^，。]{0,6}基础上|的?水平|相比|的[0-9]|末?的约?[0-9]"
)
_NAMED_AFTER = re.compile(
    r"[）)]?[”’》]|[^，,。；、]{0,8}(?:会议|大会|规划|纲要|方案|日报|(?<![年们间将还也省市县区司团])计划(?![投建完实新])|办法|条例)"
    r"|修订|[^，。；、0-9]{0,6}(?:上线|成立|出台|印发|发布|启动|投用|开业|入驻|引进|获批|组建|设立)的"
    r"|[^，。；、]{0,16}(?:仪式|活动|论坛|博览会)"
)
_FOUNDED = re.compile(r"[立建生产工成册办]于$")
_LAST_MONTHS = {"H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
_PLANNING_MONTHS = 4
"""Up to this month an article that speaks of the whole current year speaks of plans."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time with the year it counts from; `year` is None where only the figure's kind tells.

    `tense` is 1 for what lies ahead of the article, -1 for what lies behind, 0 where open.
    """

    time: Time
    year: int | None
    tense: int

    def period(self, setting: Setting, kind: str) -> str:
        """The period that it names for a figure of `kind`."""
        if self.time.kind == "now" and setting.month:
            return f"{setting.year}-{setting.month:02}"
        year = self.year
        if year is None:
            year = setting.year if kind == "TARGET" else last_past(setting, self.time)
        if self.time.since and setting.year and setting.year > self.time.first:
            return replace(self.time, last=setting.year).period(year)
        return self.time.period(year)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The times of an article that figures can be for, in order."""

    entries: Sequence[Dated]
    _planned: Sequence[Dated] = ()

    def between(self, start: int, end: int) -> list[Dated]:
        """The entries that begin in `start:end` (code points)."""
        low = bisect_left(self.entries, start, key=_start)
        high = bisect_left(self.entries, end, key=_start)
        return list(self.entries[low:high])

    def current_before(self, position: int, year: int | None) -> Dated | None:
        """The last entry before `position` that names the whole `year`, whether over or not."""
        before = reversed(self.entries[: bisect_left(self.entries, position, key=_start)])
        return next((entry for entry in before if _is_whole(entry, year)), None)

    def planned_before(self, position: int) -> Dated | None:
        """The last entry before `position` that names the whole current year, as one to come."""
        index = bisect_left(self._planned, position, key=_start) - 1
        return self._planned[index] if index >= 0 else None


def read_calendar(page: Page, scopes: Scopes, setting: Setting) -> Calendar:
    """The calendar of an article.

    A time without a year (上半年) takes the year that its paragraph, else its section, speaks of.
    """
    entries: list[Dated] = []
    paragraph, spoken = -1, None
    passing: int | None = None
    sentence = -1
    section: int | None = None
    plans: dict[int, int] = {}
    for time in page.times.values():
        if time.origin is From.NOTHING and time.years > 1:
            plans[time.years] = time.first
        if is_compared(page, time) or _is_of_a_name(page, time):
            continue
        heading = scopes.heading(time.start)
        if scopes.paragraph(time.start) != paragraph:
            paragraph, spoken = scopes.paragraph(time.start), section
        if scopes.sentence(time.start) != sentence:
            sentence, passing = scopes.sentence(time.start), None
        entry = dated(setting, time, passing or spoken)
        if time.origin is From.PLAN and time.years in plans:
            entry = replace(entry, year=plans[time.years])
        year = entry.year
        entries.append(entry)
        if time.origin is From.ARTICLE and year is not None:
            passing = year + time.last
        elif year is not None and time.origin not in {From.CONTEXT, From.PLAN}:
            spoken = year + time.last
            if heading[0] <= time.start < heading[1]:
                section = spoken
    return Calendar(entries, [entry for entry in entries if _is_planned(setting, entry)])


def dated(setting: Setting, time: Time, spoken: int | None = None) -> Dated:
    """`time` on the calendar, where the words before it speak of the year `spoken`."""
    year = _origin(setting, time, spoken)
    return Dated(time, year, _tense(setting, time, year))


def _is_planned(setting: Setting, entry: Dated) -> bool:
    if entry.year is None:
        entry = replace(entry, year=setting.year)
    return entry.tense > 0 and _is_whole(entry, setting.year)


def _is_whole(entry: Dated, year: int | None) -> bool:
    """Whether an entry names the whole of `year` and nothing else."""
    time = entry.time
    if time.kind != "in" or time.part or time.years > 1 or entry.year is None:
        return False
    return entry.year + time.last == year


def is_compared(page: Page, time: Time) -> bool:
    """Whether `time` is what a figure is compared with, not what it is for."""
    if _REACHED.search(page.text[max(0, time.start - 2) : time.start + 1]):
        return False
    if time.years > 1 and page.text.endswith("从", 0, time.start):
        return False  # 从2019年到2023年 is a stretch
    return bool(
        _COMPARED.search(page.text[max(0, time.start - 2) : time.start])
        or _COMPARED_AFTER.match(page.text, time.end)
    )


def _is_of_a_name(page: Page, time: Time) -> bool:
    """Whether a time names a plan or a meeting, or when something came to be: 成立于2010年."""
    if _NAMED_AFTER.match(page.text, time.end):
        return True
    return _FOUNDED.search(page.text, max(0, time.start - 2), time.start) is not None


def last_past(setting: Setting, time: Time) -> int | None:
    """The last year in which `time` (全年, 3月) had begun to be past when the article came out."""
    if setting.year is None or setting.month is None:
        return setting.review
    first = int((time.part if time.part[:1].isdigit() else "")[:2] or 0)
    first = first or _LAST_MONTHS.get(time.part, 12)
    return setting.year if first <= setting.month else setting.year - 1


def _start(entry: Dated) -> int:
    return entry.time.start


def _origin(setting: Setting, time: Time, spoken: int | None) -> int | None:
    match time.origin:
        case From.NOTHING:
            return 0
        case From.ARTICLE:
            return setting.year
        case From.PLAN:
            return setting.plan
        case From.REVIEW | From.SPOKEN:
            back = time.origin is From.REVIEW or setting.genre is Genre.BULLETIN
            return spoken or (setting.review if back else setting.year)
    if setting.genre is Genre.BULLETIN:
        return spoken or setting.review
    return spoken


def _tense(setting: Setting, time: Time, year: int | None) -> int:
    if time.origin is From.PLAN:
        return 1
    if time.origin is From.REVIEW or time.kind == "now":
        return -1
    if setting.year is None:
        return 1 if time.kind == "by" and time.origin is From.NOTHING else 0
    last = setting.year if year is None else year + time.last
    if last != setting.year:
        return 1 if last > setting.year else -1
    return _tense_within_the_year(setting, time)


def _tense_within_the_year(setting: Setting, time: Time) -> int:
    month = setting.month
    if month is None:
        # Who says 1—9月 reports; plans are made for halves and quarters.
        return 1 if time.kind == "by" else -("/" in time.part)
    last = _LAST_MONTHS.get(time.part) or int(time.part[-2:] or 12)
    if time.kind == "by":
        return 1 if last > month else -1
    if time.part:
        return -1 if last <= month else 1
    ahead = month <= _PLANNING_MONTHS and not (setting.retrospect and time.origin is From.CONTEXT)
    return 1 if ahead else 0

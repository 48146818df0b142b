"""The time that a figure is for."""

from __future__ import annotations

import re
from bisect import bisect_left

from suggest.periods import From, Time
from suggest.targets.figure import Figure
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Genre, Setting

_COMPARED = re.compile(r"(?:[较比是由从以]|高于|低于|对比|相比|超过|在)$")
_COMPARED_AFTER = re.compile(r"同期|[^，。]{0,6}基础上|的?水平|相比|的[0-9]")
_NAMED_AFTER = re.compile(
    r"[”’》]|[^，。；]{0,8}(?:会议|大会|规划|计划|纲要|方案|签约|大讨论|日报|修订)"
)
_PARAGRAPH_ONLY = {"in"}


def is_compared(page: Page, time: Time) -> bool:
    """Whether `time` is what a figure is compared with, not what it is for."""
    return bool(
        _COMPARED.search(page.text[max(0, time.start - 2) : time.start])
        or _COMPARED_AFTER.match(page.text, time.end)
    )


def times_between(page: Page, start: int, end: int) -> list[Time]:
    """The times in `start:end` that figures can be for, in order."""
    index = bisect_left(page.timeline, start, key=lambda time: time.start)
    found = []
    while index < len(page.timeline) and page.timeline[index].start < end:
        time = page.timeline[index]
        if not is_compared(page, time) and not _NAMED_AFTER.match(page.text, time.end):
            found.append(time)
        index += 1
    return found


def governing_time(page: Page, scopes: Scopes, figure: Figure) -> Time | None:
    """The nearest time that holds for `figure`, looked for in its sentence, then its paragraph."""
    position = figure.quantity.start
    sentence = scopes.sentence(position)
    here = times_between(page, sentence, figure.end)
    if here:
        return here[-1]
    earlier = times_between(page, scopes.paragraph(position), sentence)
    lasting = [time for time in earlier if time.kind == "in"]
    return lasting[-1] if lasting else _from_heading(page, scopes, position)


def _from_heading(page: Page, scopes: Scopes, position: int) -> Time | None:
    paragraph = scopes.paragraph(position)
    introduced = _introduction(page, scopes, paragraph)
    if introduced:
        return introduced
    start, end = scopes.heading(position)
    named = times_between(page, start, end)
    return named[-1] if named else None


def _introduction(page: Page, scopes: Scopes, paragraph: int) -> Time | None:
    """The time in a line such as 到2025年： above the list that `paragraph` belongs to."""
    while paragraph > 0:
        before = scopes.paragraph(paragraph - 1)
        line = page.text[before : paragraph - 1].rstrip()
        if line.endswith(("：", ":")):
            times = times_between(page, scopes.sentence(paragraph - 2), paragraph)
            return times[-1] if times else None
        if not page.text.startswith("——", paragraph):
            return None
        paragraph = before
    return None


def origin(setting: Setting, time: Time, kind: str) -> int | None:
    """The year that `time` counts from."""
    if time.origin is From.ARTICLE:
        return setting.year
    if time.origin is From.PLAN:
        return setting.plan
    return setting.review if kind == "RESULT" else setting.year


def period(page: Page, scopes: Scopes, setting: Setting, figure: Figure, kind: str) -> str:
    """The period of `figure`, empty where the text gives none."""
    time = governing_time(page, scopes, figure)
    if time is not None:
        return time.period(origin(setting, time, kind))
    if kind == "RESULT" and setting.genre in {Genre.BULLETIN, Genre.REPORT} and setting.review:
        return str(setting.review)
    return ""

"""The part of a year that an article reports on: 上半年, 一季度, 1—9月."""

from __future__ import annotations

import re

from suggest.targets.calendar import Dated
from suggest.targets.figure import Figure
from suggest.targets.page import Page
from suggest.targets.reading import Reading

_LEAD = 400
"""Code points in which an article says what it reports on."""
_NEXT_CLAUSE = 12
_PART = re.compile(r"[HQ]|01/")
_COMPARING = re.compile(r"同比|增速|增幅|涨幅|降幅|年同期|完成率|开工率|时序进度|序时进度")
_PROGRESS = re.compile(r"(?:进展|完成|落实)(?:情况)?[：:]")
_GROWN = re.compile(r"(?<![末初])(?:增长|下降)[0-9]")
_GROWN_AFTER = re.compile(r"，(?:增长|下降)[0-9]")


def reported_time(reading: Reading, figure: Figure) -> Dated | None:
    """The time of the lead, for a figure further down that is set against the year before.

    What is told as 进展：… is of the day up to which the article counts.
    None where the lead names no such part of a year, or the figure's paragraph compares nothing.
    """
    page, begun = reading.page, reading.scopes.around(figure.start)
    if _PROGRESS.search(page.text, begun, figure.start):
        return _last_count(reading, begun)
    words = page.text[begun : page.clauses.end(figure.end) + _NEXT_CLAUSE]
    line = page.text.find("\n", figure.end, _LEAD)
    headed = line >= 0 and "。" not in page.text[:line]
    if not headed and not _COMPARING.search(words) and not _has_grown(page, figure):
        return None
    lead = (e for e in reading.calendar.between(0, _LEAD) if _PART.match(e.time.part))
    return next(
        (e for e in lead if e.tense <= 0 and e.time.kind == "in" and not e.time.until), None
    )


def _last_count(reading: Reading, position: int) -> Dated | None:
    """The last time before `position` up to which something was counted: 截至9月30日."""
    counted = (e for e in reversed(reading.calendar.between(0, position)) if e.time.until)
    return next((entry for entry in counted if entry.tense <= 0), None)


def _has_grown(page: Page, figure: Figure) -> bool:
    """Whether a figure is a growth or one follows it, but none since the year began."""
    grown = _GROWN.search(page.text, figure.start, figure.end)
    return bool(grown or _GROWN_AFTER.match(page.text, figure.end))

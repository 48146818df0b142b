"""Which times go on to hold beyond their own clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suggest.periods import From, Time
from suggest.targets.calendar import Dated
from suggest.targets.cues import AHEAD
from suggest.targets.figure import Figure
from suggest.targets.reading import Reading

AVERAGED = re.compile(r"年均|复合增长|平均增长")
_SINCE_THEN = re.compile(r"此后|如今|现在|至今|已有|现有|年过去")
TENSES = {"TARGET": 1, "RESULT": -1}


def is_aside(text: str, time: Time) -> bool:
    """Whether a time is for one figure and no more: 连续三年, 三年年均."""
    averaged = time.years > 1 and AVERAGED.match(text, time.end)
    return bool(averaged) or text.startswith("连续", time.start)


def is_bare(time: Time) -> bool:
    """Whether it is 三年 alone, not 三年内 or 未来三年: it is for its own sentence."""
    return time.origin is From.PLAN and time.end - time.start == len("三年")


def is_lasting(entry: Dated) -> bool:
    """Whether a time can go on to hold in the next sentence; 三年前 and a bare 三年 cannot."""
    if entry.time.origin is From.REVIEW and entry.time.last < 0:
        return False
    if is_bare(entry.time):
        return False
    return entry.time.kind in {"in", "now"} or entry.time.until


def holding(reading: Reading, entries: Sequence[Dated], kind: str) -> list[Dated]:
    """Those of `entries` that go on to hold after their clause, and agree with `kind`."""
    return [
        entry
        for entry in entries
        if entry.tense in {0, TENSES[kind]} and not is_of_an_event(reading, entry)
    ]


def is_of_a_plan(reading: Reading, entry: Dated) -> bool:
    """Whether a time that is not over belongs to what is planned for it: 年内计划投资41亿元."""
    end = reading.page.clauses.end(entry.time.end)
    return entry.tense == 0 and reading.cues.last(entry.time.end, end) == AHEAD


def is_of_an_event(reading: Reading, entry: Dated) -> bool:
    """Whether a deadline belongs to its own clause alone: 2025年6月投产."""
    if (
        entry.time.until
        or not entry.time.part
        or (entry.time.kind != "by" and not _is_a_point(entry.time.part))
    ):
        return False
    words = reading.page.text[entry.time.end : reading.page.clauses.end(entry.time.end)]
    return bool(words) and not any(c.isdigit() for c in words)


def is_outgrown(reading: Reading, entry: Dated, figure: Figure) -> bool:
    """Whether a year long past began what is told of today: 2019年落户，如今已有员工90人."""
    setting, time = reading.setting, entry.time
    if time.origin is not From.NOTHING or setting.year is None or time.last >= setting.year - 1:
        return False
    return bool(_SINCE_THEN.search(reading.page.text, time.end, figure.end))


def _is_a_point(part: str) -> bool:
    """Whether a part of a year is a month or a quarter, in which something happens."""
    return part.isdecimal() or part.startswith("Q")

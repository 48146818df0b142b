"""The time that a figure is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from suggest.periods import From
from suggest.targets.calendar import Dated, dated
from suggest.targets.figure import Figure
from suggest.targets.lasting import AVERAGED
from suggest.targets.lists import is_spread
from suggest.targets.reading import Reading
from suggest.targets.setting import Genre

_GROWING = re.compile(r"年均(?:增[长速幅]|递增)|复合增长|平均增长")
_SEVERAL = re.compile(r"[、和与及]")
_YEAR = 4
_HEAD = 400
"""Code points in which an article says of which years its plan is."""
_ON_THE_SPOT = re.compile(r"[会式]上|现场|当天|当日|会议(?:还|现场)?[为对]")


def listed_times(reading: Reading, group: Sequence[Figure]) -> Sequence[Dated]:
    """The times before a list that has one figure for each: 2023年、2024年、2025年分别达到."""
    if len(group) < 2:
        return ()
    sentence = reading.scopes.sentence(group[0].quantity.start)
    entries = reading.calendar.between(sentence, group[0].quantity.start)
    if entries and entries[-1].time.years == len(group) and _is_one_thing(reading, group):
        return _each_year(entries[-1])
    times = [entry for entry in entries if entry.time.kind == "in"][-len(group) :]
    joints = (reading.page.text[a.time.end : b.time.start] for a, b in pairwise(times))
    joined = all(joint in {"、", "和", "以及"} for joint in joints)
    return times if len(times) == len(group) and joined else ()


def _is_one_thing(reading: Reading, group: Sequence[Figure]) -> bool:
    """Whether 分别 tells apart years, not things: 产值分别达到, not 产值和利税分别达到."""
    if not is_spread(reading.page, group):
        return False
    measured = reading.page.text[group[0].start : group[0].quantity.start].partition("分别")[0]
    return not _SEVERAL.search(measured)


def _each_year(entry: Dated) -> list[Dated]:
    """The years of a stretch, one by one: 2021年至2023年."""
    years = range(entry.time.first, entry.time.last + 1)
    return [replace(entry, time=replace(entry.time, first=year, last=year)) for year in years]


def time_on_the_spot(reading: Reading, figure: Figure) -> str:
    """The month of the event that a figure tells of, 会上表彰10个先进单位; empty for others.

    That is when the article came out, or what names the event: 去年9月的大会上.
    """
    page, setting = reading.page, reading.setting
    sentence = reading.scopes.sentence(figure.start)
    if reading.calendar.between(sentence, figure.end) or not setting.month:
        return ""
    if not _ON_THE_SPOT.search(page.text, sentence, figure.start):
        return ""
    named = [page.times[place] for place in range(sentence, figure.start) if place in page.times]
    if named and named[-1].part:
        return dated(setting, named[-1]).period(setting, "RESULT")
    return f"{setting.year}-{setting.month:02}"


def averaged_years(reading: Reading, figure: Figure) -> str:
    """The years over which a figure is an average; empty for others.

    Its sentence names two or more, 从2019年的1.12万元增加到去年的1.76万元，年均增长12%, or the last
    one of the plan that it is about.
    """
    page, sentence = reading.page, reading.scopes.sentence(figure.start)
    if not AVERAGED.search(page.text, figure.start, figure.quantity.start):
        return ""
    times = [page.times[place] for place in range(sentence, figure.start) if place in page.times]
    named = [dated(reading.setting, t).period(reading.setting, "") for t in times if not t.part]
    years = sorted({year for year in named if len(year) == _YEAR})
    if len(years) > 1:
        return f"{years[0]}/{years[-1]}"
    if not years or not _GROWING.search(page.text, figure.start, figure.quantity.start):
        return ""
    head = (page.times[place] for place in range(_HEAD) if place in page.times)
    plans = (t for t in head if t.origin is From.NOTHING and t.years > 1)
    return next((plan.period(None) for plan in plans if str(plan.last) == years[0]), "")


def period(reading: Reading, time: Dated | None, kind: str, *, cumulative: bool) -> str:
    """The period that a figure of `kind` under `time` is for, empty where the text gives none.

    What is `cumulative` up to the end of a month counts from January on.
    """
    setting = reading.setting
    if time is not None:
        named = time.period(setting, kind)
        if cumulative and time.time.until and len(time.time.part) == 2:
            return f"{named[:4]}-01/{named}"
        return named
    if kind == "TARGET" or setting.year is None:
        return ""
    if setting.genre in {Genre.BULLETIN, Genre.REPORT} or setting.retrospect:
        return str(setting.review)
    if setting.genre is Genre.EVENT and setting.month:
        return f"{setting.year}-{setting.month:02}"
    return str(setting.year)

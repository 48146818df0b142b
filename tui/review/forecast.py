"""What is left, and when it will be done at the pace of late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.course import Day
from store.stats import Stats

LATELY = 7
"""Days with work that make the pace of late."""

ENOUGH, ENOUGH_SECONDS = 20, 120
"""Decisions, and seconds of work, from which the pace of late tells anything of what comes."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Per hour of work, idle time not counted; None where nothing was done yet."""

    spans: float | None
    articles: float | None
    keys: float | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is left; `hours` of work, and the day on which it ends at the pace of late.

    `spans` counts the suggestions that wait. `hours` and `ends` are None until enough was done.
    """

    spans: int
    articles: int
    hours: float | None
    ends: date | None


def pace(days: Sequence[Day]) -> Pace:
    """The pace over these days; `keys` is a decision's."""
    hours = sum(day.seconds for day in days) / 3600
    decisions = sum(day.decisions for day in days)
    articles = sum(day.articles for day in days)
    return Pace(
        spans=decisions / hours if hours and decisions else None,
        articles=articles / hours if hours and articles else None,
        keys=sum(day.keys for day in days) / decisions if decisions else None,
    )


def forecast(stats: Stats, days: Sequence[Day], today: date) -> Forecast:
    """When the suggestions that wait will be decided on, as fast and as often as of late.

    How often is by the calendar: days without work between those of late count.
    """
    left = stats.articles["new"] + stats.articles["open"]
    lately = days[-LATELY:]
    decisions = sum(day.decisions for day in lately)
    speed = pace(lately).spans
    if not speed or decisions < ENOUGH or sum(day.seconds for day in lately) < ENOUGH_SECONDS:
        return Forecast(stats.undecided, left, None, None)
    since = (today - date.fromisoformat(lately[0].date)).days + 1
    a_day = decisions / max(1, since)
    needed = min(stats.undecided / a_day, (date.max - today).days - 1)
    return Forecast(
        spans=stats.undecided,
        articles=left,
        hours=stats.undecided / speed,
        ends=today + timedelta(days=round(needed)),
    )

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
"""Decisions, and seconds of work, from which there is a pace to speak of."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Per hour of work, idle time not counted; None where not enough was done to tell.

    `keys` is a decision's, and told from the first on.
    """

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


def tells(decisions: int, seconds: float) -> bool:
    """Whether so many decisions in so many seconds of work make a pace to speak of."""
    return decisions >= ENOUGH and seconds >= ENOUGH_SECONDS


def pace(days: Sequence[Day]) -> Pace:
    """The pace over these days."""
    seconds = sum(day.seconds for day in days)
    decisions = sum(day.decisions for day in days)
    articles = sum(day.articles for day in days)
    enough = tells(decisions, seconds)
    return Pace(
        spans=decisions / seconds * 3600 if enough else None,
        articles=articles / seconds * 3600 if enough and articles else None,
        keys=sum(day.keys for day in days) / decisions if decisions else None,
    )


def forecast(stats: Stats, days: Sequence[Day], today: date) -> Forecast:
    """When the suggestions that wait will be decided on, as fast and as often as of late.

    How often is by the calendar: days without work between those of late count.
    """
    left = stats.articles["new"] + stats.articles["open"]
    lately = days[-LATELY:]
    speed = pace(lately).spans
    if not speed:
        return Forecast(stats.undecided, left, None, None)
    since = (today - date.fromisoformat(lately[0].date)).days + 1
    a_day = sum(day.decisions for day in lately) / max(1, since)
    needed = min(stats.undecided / a_day, (date.max - today).days - 1)
    return Forecast(
        spans=stats.undecided,
        articles=left,
        hours=stats.undecided / speed,
        ends=today + timedelta(days=round(needed)),
    )

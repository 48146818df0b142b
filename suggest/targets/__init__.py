"""Targets, results and aims: what a text promises, reports and hopes for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suggest.targets.aim import find_aims
from suggest.targets.attributes import attributes
from suggest.targets.calendar import read_calendar
from suggest.targets.cues import read_cues
from suggest.targets.figure import Figure
from suggest.targets.finding import find_figures
from suggest.targets.indicator import indicators
from suggest.targets.kind import kind
from suggest.targets.lists import lists
from suggest.targets.page import read_page
from suggest.targets.reading import Reading
from suggest.targets.scopes import read_scopes
from suggest.targets.score import AIM, score
from suggest.targets.setting import read_setting
from suggest.tokens import Token
from text.article import Zone
from text.span import Suggestion


def suggest_targets(  # noqa: PLR0913 - what an article is, by name
    text: str,
    tokens: Sequence[Token],
    entities: Sequence[Suggestion],
    *,
    title: str | None = None,
    published: str | None = None,
    zones: Sequence[Zone] = (),
) -> list[Suggestion]:
    """The TARGET, RESULT and AIM spans of a clean `text`, sorted, without overlap.

    `tokens` and `entities` are those of `text`; `published` is an ISO date or a part of one.
    """
    page = read_page(text, tokens, entities)
    scopes = read_scopes(page.text, zones)
    setting = read_setting(page, title, published, zones)
    calendar = read_calendar(page, scopes, setting)
    reading = Reading(page, scopes, setting, calendar, read_cues(page, calendar))
    figures = list(find_figures(page))
    taken = [(figure.start, figure.end) for figure in figures]
    aims = (Suggestion(*aim, "AIM", score=AIM, by="aim") for aim in find_aims(reading, taken))
    return sorted([*_stated(reading, figures), *aims], key=lambda span: span.start)


def _stated(reading: Reading, figures: Sequence[Figure]) -> Iterator[Suggestion]:
    """The figures with their attributes; one takes from those before it what it leaves unsaid."""
    named: list[str] = []
    known: dict[str, str] = {}
    for group in lists(reading.page, figures):
        shared = indicators(reading.page, group, named)
        named += shared
        for place, (figure, indicator) in enumerate(zip(group, shared, strict=True)):
            label = kind(reading, figure)
            known = attributes(reading, group, place, kind=label, indicator=indicator, before=known)
            said = {"indicator": indicator, **known} if indicator else known
            likely = score(reading.page, figure)
            yield Suggestion(figure.start, figure.end, label, said, likely, "target")

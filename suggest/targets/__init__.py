"""Targets, results and aims: what a text promises, reports and hopes for."""

from __future__ import annotations

from collections.abc import Sequence

from suggest.targets.aim import find_aims
from suggest.targets.attributes import attributes
from suggest.targets.calendar import read_calendar
from suggest.targets.cues import read_cues
from suggest.targets.finding import find_figures
from suggest.targets.indicator import indicators
from suggest.targets.kind import kind
from suggest.targets.lists import lists
from suggest.targets.page import read_page
from suggest.targets.reading import Reading
from suggest.targets.scopes import read_scopes
from suggest.targets.setting import read_setting
from suggest.tokens import Token
from text.article import Zone
from text.span import Suggestion


def suggest_targets(
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
    found: list[Suggestion] = []
    named: list[str] = []
    known: dict[str, str] = {}
    for group in lists(page, figures):
        named += indicators(page, group, named)
        for place, figure in enumerate(group):
            label = kind(reading, figure)
            known = attributes(reading, group, place, label, known)
            full = {"indicator": named[place - len(group)], **known}
            found.append(Suggestion(figure.start, figure.end, label, full, 0.5, "target"))
    taken = [(figure.start, figure.end) for figure in figures]
    found += [Suggestion(*aim, "AIM", score=0.5, by="aim") for aim in find_aims(reading, taken)]
    return sorted(found, key=lambda span: span.start)

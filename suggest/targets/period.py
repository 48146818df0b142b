"""The time that a figure is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suggest.periods import From
from suggest.targets.calendar import Dated
from suggest.targets.figure import Figure
from suggest.targets.reading import Reading
from suggest.targets.setting import Genre

_SPEAKER = re.compile(r"(?:说|表示|介绍|指出|透露|称|告诉记者)[，：。,:]")
_TENSES = {"TARGET": 1, "RESULT": -1}


def governing_time(reading: Reading, group: Sequence[Figure], kind: str) -> Dated | None:
    """The nearest time that holds for a list of figures, in its sentence, then further out.

    A time that lies behind does not hold for a TARGET, nor one ahead for a RESULT, unless it stands
    in their own clause.
    """
    figure = group[0]
    scopes, calendar = reading.scopes, reading.calendar
    position = figure.quantity.start
    sentence, paragraph = scopes.sentence(position), scopes.paragraph(position)
    own = calendar.between(figure.clause, group[-1].end)
    if own:
        return own[-1]
    holding = _holding(reading, calendar.between(sentence, figure.clause), kind)
    if holding:
        return holding[-1]
    if kind == "RESULT" or not _SPEAKER.search(reading.page.text, paragraph, position):
        lasting = [e for e in calendar.between(paragraph, sentence) if e.time.kind == "in"]
        holding = _holding(reading, lasting, kind)
        if holding:
            return holding[-1]
    around = calendar.between(*reading.introduction(paragraph)) or calendar.between(*scopes.heading(position))
    return around[-1] if around else None


def listed_times(reading: Reading, group: Sequence[Figure]) -> Sequence[Dated]:
    """The years before a list that has one figure for each: 2023年、2024年、2025年分别达到."""
    sentence = reading.scopes.sentence(group[0].quantity.start)
    years = [
        entry
        for entry in reading.calendar.between(sentence, group[0].quantity.start)
        if entry.time.origin is From.NOTHING and entry.time.kind == "in"
    ]
    return years if len(group) > 1 and len(years) == len(group) else ()


def period(reading: Reading, time: Dated | None, kind: str) -> str:
    """The period that a figure of `kind` under `time` is for, empty where the text gives none."""
    setting = reading.setting
    if time is not None:
        return time.period(setting, kind)
    if kind == "TARGET" or setting.year is None:
        return ""
    if setting.genre in {Genre.BULLETIN, Genre.REPORT}:
        return str(setting.review)
    if setting.genre is Genre.EVENT and setting.month:
        return f"{setting.year}-{setting.month:02}"
    return str(setting.year)


def _holding(reading: Reading, entries: Sequence[Dated], kind: str) -> list[Dated]:
    """Those of `entries` that go on to hold after their clause, and agree with `kind`."""
    return [
        entry
        for entry in entries
        if entry.tense in {0, _TENSES[kind]} and not _is_of_an_event(reading, entry)
    ]


def _is_of_an_event(reading: Reading, entry: Dated) -> bool:
    """Whether a deadline belongs to its own clause alone: 2025年6月投产."""
    text = reading.page.text
    end = reading.page.clauses.end(entry.time.end)
    words = text[entry.time.end : end]
    return bool(entry.time.part) and bool(words) and not any(c.isdigit() for c in words)


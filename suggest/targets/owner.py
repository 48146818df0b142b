"""Who promises a figure or has reached it."""

from __future__ import annotations

import re

from suggest.targets.figure import Figure
from suggest.targets.reading import Reading
from text.span import Suggestion

_OWNERS = frozenset({"ORG", "LOC", "PROJECT"})
_EVERYBODY = re.compile(r"全[省市县区州镇乡]|[我本][省市县区州镇乡]")
_BEFORE_SUBJECT = re.compile(
    r"(?:^|[，。；：！？\n,;:“”、—\s]|年|月|季度|以来|目前|其中|对|由|为|将|把|让|与)$"
)
_NOT_SUBJECT = re.compile(r"的|[、和与及](?![^，。]{0,12}等)|印发|发布的|客户端|讯|报|记者")


def owner(reading: Reading, figure: Figure) -> str:
    """The name of the nearest organisation or place that acts, else whose article it is.

    全市 and the like mean the place of the article.
    """
    page, scopes = reading.page, reading.scopes
    sentence = scopes.sentence(figure.start)
    if _EVERYBODY.search(page.text, sentence, figure.start):
        return reading.setting.owner
    here = _acting(reading, sentence, figure.start)
    earlier = _acting(reading, scopes.around(figure.start), sentence)
    headed = _names(reading, *scopes.heading(figure.start))
    lasting = [name for name in [*headed, *earlier] if name.label != "PROJECT"]
    for names in (here, lasting):
        if names:
            return page.text[names[-1].start : names[-1].end]
    return reading.setting.owner


def _acting(reading: Reading, start: int, end: int) -> list[Suggestion]:
    return [name for name in _names(reading, start, end) if _acts(reading, name)]


def _names(reading: Reading, start: int, end: int) -> list[Suggestion]:
    names = reading.page.names_within(start, end)
    return [name for name in names if name.label in _OWNERS and name.end <= end]


def _acts(reading: Reading, name: Suggestion) -> bool:
    """Whether a name stands where a subject does, and is one."""
    text = reading.page.text
    before = text[max(0, name.start - 2) : name.start]
    return bool(_BEFORE_SUBJECT.search(before)) and not _NOT_SUBJECT.match(text, name.end)

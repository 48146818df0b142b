"""Targets, results and aims: what a text promises, reports and hopes for."""

from __future__ import annotations

from collections.abc import Sequence

from suggest.targets.attributes import attributes
from suggest.targets.finding import find_figures
from suggest.targets.kind import kind
from suggest.targets.page import read_page
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
    scopes = read_scopes(page.text)
    setting = read_setting(page, title, published)
    found: list[Suggestion] = []
    shared: dict[str, str] = {}
    for figure in find_figures(page):
        label = kind(page, scopes, setting, figure)
        shared = attributes(page, scopes, setting, figure, label, shared)
        found.append(Suggestion(figure.start, figure.end, label, shared, 0.5, "target"))
    return found

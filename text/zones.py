"""What each part of an article is for: headline, date, source, by-line, body, boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from text.article import Zone, ZoneKind


@dataclass(frozen=True, slots=True)
class Zoning:
    """The zones of a clean text in order, its title and its date of issue (ISO), where found."""

    zones: tuple[Zone, ...]
    title: str | None
    published: str | None


def find_zones(text: str) -> Zoning:
    """The zones of the clean `text`."""
    zones = (Zone(ZoneKind.BODY, 0, len(text)),) if text else ()
    return Zoning(zones, None, None)

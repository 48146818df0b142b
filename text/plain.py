"""A revision and the rulings on its repairs as plain data, to go over a pipe and come back."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from text.alignment import Alignment
from text.article import Repair, Revision, Zone, ZoneKind

if TYPE_CHECKING:
    # The cleaner is slow to import, and this is imported by the process that draws.
    from text.cleaning import Rulings

Plain = dict[str, Any]


def plain_revision(revision: Revision) -> Plain:
    """`revision` in lists, numbers and strings."""
    return {
        "text": revision.text,
        "raw_length": revision.alignment.raw_length,
        "alignment": revision.alignment.to_numbers(),
        "cleaner": revision.cleaner,
        "repairs": [plain_repair(repair) for repair in revision.repairs],
        "zones": [[zone.kind, zone.start, zone.end] for zone in revision.zones],
        "title": revision.title,
        "published": revision.published,
    }


def revision_from(plain: Plain) -> Revision:
    """The revision that `plain_revision` took apart."""
    return Revision(
        text=plain["text"],
        alignment=Alignment.from_numbers(plain["raw_length"], plain["alignment"]),
        cleaner=plain["cleaner"],
        repairs=tuple(Repair(*parts) for parts in plain["repairs"]),
        zones=tuple(Zone(ZoneKind(kind), start, end) for kind, start, end in plain["zones"]),
        title=plain["title"],
        published=plain["published"],
    )


def plain_repair(repair: Repair) -> list[Any]:
    """`repair` field by field."""
    return [getattr(repair, field.name) for field in fields(repair)]


def plain_rulings(rulings: Rulings) -> list[list[Any]]:
    """`rulings` as lists: kind, raw start, raw end, and the text that settles it or None."""
    return [[*repair, after] for repair, after in rulings.items()]


def rulings_from(plain: list[list[Any]]) -> Rulings:
    """The rulings that `plain_rulings` took apart."""
    return {(kind, start, end): after for kind, start, end, after in plain}

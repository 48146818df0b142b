"""An article as it came and as it reads cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from text.alignment import Alignment


class ZoneKind(StrEnum):
    """What a stretch of an article is for."""

    TITLE = "title"
    DATE = "date"
    SOURCE = "source"
    BYLINE = "byline"
    CAPTION = "caption"
    SECTION = "section"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Zone:
    """`text[start:end]` of the clean text (half-open code points) serves as `kind`."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that cleaning changed: `before` in the raw range, `after` in the clean one.

    Both ranges are half-open code points; the clean range is empty where something was removed.
    `certain` is False where a reviewer should look.
    """

    kind: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    before: str
    after: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Revision:
    """One clean reading of a raw text, immutable: spans and edits name the revision they belong to.

    `cleaner` is the version of the cleaner that made it; `published` is an ISO date (`2023-06-01`,
    or `2023-06` where the day is unknown).
    """

    text: str
    alignment: Alignment
    cleaner: str
    repairs: tuple[Repair, ...] = ()
    zones: tuple[Zone, ...] = ()
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded file and its current revision.

    `id` is the first 16 hex digits of `raw_sha256`, the SHA-256 of the file's bytes; `source` is
    the path as it was given, with the place in an archive or a table; `raw` is never changed;
    `address` is the URL that a web page names as its own.
    """

    id: str
    source: str
    encoding: str
    raw: str
    raw_sha256: str
    revision: Revision
    address: str | None = None

    @property
    def name(self) -> str:
        """Its title, else the last part of its source."""
        return self.revision.title or PurePath(self.source).name

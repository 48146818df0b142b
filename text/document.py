"""What a reader makes of a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, and what the file says of itself besides; None where it says nothing.

    `raw` is the decoded file, or what was extracted from it. `encoding` is the Python codec that
    its bytes were decoded with, or the name of a format that has none (`docx`, `pdf`). `published`
    is an ISO date, `2023-06-01` or `2023-06`; `address` a URL.
    """

    raw: str
    encoding: str
    title: str | None = None
    published: str | None = None
    address: str | None = None

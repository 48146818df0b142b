"""Markdown: the file as it is, and the title and date that its front matter names."""

from __future__ import annotations

import re
from dataclasses import replace

from text.dates import find_date
from text.document import Document
from text.files import SourceFile
from text.readers import plain

# A block of YAML at the very top between two lines of hyphens, as Jekyll and Hugo have it; of YAML
# only `key: value` is understood.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t\r]*$", re.DOTALL | re.M)
_ENTRY = re.compile(r"^(title|date|published)[ \t]*:[ \t]*(.+?)[ \t\r]*$", re.IGNORECASE | re.M)


def read(file: SourceFile) -> Document:
    """The decoded file, front matter included. Raises as `read_bytes` does."""
    document = plain.read(file)
    front = _FRONT_MATTER.match(document.raw)
    if front is None:
        return document
    entries = {name.lower(): _unquoted(value) for name, value in _ENTRY.findall(front[1])}
    published = find_date(entries.get("published") or entries.get("date") or "")
    return replace(
        document, title=entries.get("title"), published=published.iso if published else None
    )


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value

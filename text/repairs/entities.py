"""HTML character references left in text: `&nbsp;`, `&ldquo;`, `&#8220;`, `&amp;lt;`."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from text.change import Change

KIND = "entity"

# A page that was escaped twice shows `&amp;` before the rest of the reference.
_REFERENCE = re.compile(
    r"&(?:amp;){0,3}(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31};)|#\d{1,7};|#[xX][\da-fA-F]{1,6};)"
)


def find(text: str) -> list[Change]:
    """The references of `text` that HTML 5 knows and that end with a semicolon."""
    if "&" not in text:
        return []
    return [
        Change(*match.span(), _unescaped(match[0]), KIND)
        for match in _REFERENCE.finditer(text)
        if match["name"] is None or match["name"] in html5
    ]


def _unescaped(reference: str) -> str:
    once = unescape(reference)
    return once if once == reference or len(once) <= 2 else _unescaped(once)

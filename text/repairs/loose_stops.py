"""Blanks around stops, as some pages set them: `之年 。 在此背景下 , 各地`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.change import Change

KIND = "loose stop"

_BLANK = "[ \xa0]"
_BEFORE = "[\u3007\u3400-\u9fff\\d%％”’）》」』]"
_AFTER = "[\u3007\u3400-\u9fff\\d“‘（《「『]"

# A blank before a stop is never meant. One after it goes only where one stood before.
_LOOSE = re.compile(
    rf"(?<={_BEFORE})(?P<before>{_BLANK}+)(?:[，。、；：！？]|[,;](?={_BLANK}*[\u3400-\u9fff“]))"
    rf"(?P<after>{_BLANK}+(?={_AFTER}))?"
)


def find(text: str) -> list[Change]:
    """The blanks before the stops of `text`, and those after the same stops."""
    return [Change(*span, "", KIND) for span in _blanks(text)]


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    for match in _LOOSE.finditer(text):
        yield match.span("before")
        if match["after"]:
            yield match.span("after")

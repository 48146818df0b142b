"""Full-width digits and Latin letters to the plain ones, one for one."""

from __future__ import annotations

import re

from text.change import Change

KIND = "full width"

# Points, per cent signs and the commas of thousands belong to such a number; alone they are meant.
_WIDE = re.compile(
    "(?:[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|[０-９]+)(?:．[０-９]+)*％?|[Ａ-Ｚａ-ｚ]+"
)
_DISTANCE = ord("０") - ord("0")
_PLAIN = {wide: wide - _DISTANCE for wide in range(ord("！"), ord("～") + 1)}


def find(text: str) -> list[Change]:
    """The full-width numbers and words of `text`."""
    return [
        Change(*match.span(), match[0].translate(_PLAIN), KIND) for match in _WIDE.finditer(text)
    ]

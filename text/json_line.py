"""One line of JSON that people can read and that no terminal, splitter or encoder trips over."""

from __future__ import annotations

import json
import re

from text.visible import is_hostile

# `json.dumps` makes one anew for each call with options, which takes longer than most of its work.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

# Whatever is neither printable ASCII nor ordinary Han; the callback looks closer.
_PERHAPS_HOSTILE = re.compile("[^ -~\u3000-\u9fff]")


def json_line(value: object) -> str:
    r"""`value` as JSON without a line break, in the order of its keys, Chinese as it is.

    Controls, bidirectional overrides, U+2028, lone surrogates and their like are written as
    `\uXXXX` (RFC 8259, section 7), so the line reads back equal and always encodes in UTF-8.
    """
    line = _ENCODER.encode(value)
    return _PERHAPS_HOSTILE.sub(lambda found: _escaped(found[0]), line)


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if is_hostile(character) else character

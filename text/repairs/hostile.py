"""Characters that command a terminal, hide, turn text round or stand for nothing.

Sequences are those of ECMA-48 (5th edition, 1991), in their seven-bit and eight-bit forms.
"""

from __future__ import annotations

import re

from text.change import Change

KIND = "hostile"
LOST = "□"

_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])"  # OSC and the other strings, which end with BEL or ST
    r"[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-Z\\^-~]"  # everything shorter
)
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_DIRECTION = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f]"
_INVISIBLE = (
    "[\xad\u180e\u200b\u200c\u2028\u2029\u2060-\u2065\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
# A joiner inside an emoji is part of it.
_JOINER = "(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
_LOST = "[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"

_HOSTILE = re.compile(
    f"(?P<lost>{_LOST})|{_SEQUENCE}|{_CONTROL}|{_DIRECTION}|{_INVISIBLE}|{_JOINER}"
)


def find(text: str) -> list[Change]:
    """What must not reach a screen: all of it goes, and nothing of an escape sequence stays.

    A lone surrogate or a private-use character once was a character that cannot be known any more;
    each becomes `□` for the reviewer to see.
    """
    if _is_printable(text):
        return []
    return [
        Change(*match.span(), LOST, KIND, certain=False)
        if match["lost"]
        else Change(*match.span(), "", KIND)
        for match in _HOSTILE.finditer(text)
    ]


def _is_printable(text: str) -> bool:
    # Ten times as fast as the pattern, and true of nearly every text.
    for blank in "\n\t\xa0\u3000":
        text = text.replace(blank, "")
    return text.isprintable()

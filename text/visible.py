"""Hostile characters made harmless where text meets a screen, a message or a log.

A terminal obeys escape sequences and bidirectional overrides that stand in an article, a path or a
comment, and shows zero-width characters not at all. Here each of them becomes something to see.
"""

from __future__ import annotations

import re
import unicodedata

MARKS_IN_A_ROW = 4
"""More combining marks than this on one character are shown as stand-ins; no script needs them."""

_HOSTILE = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\xad\u180e\u200b-\u200f\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero-width, format
    "\u061c\u202a-\u202e"  # bidirectional marks and overrides (isolates: 2066–2069 above)
    "\u2028\u2029"  # line breaks that only some programs see
    "\ud800-\udfff"  # lone surrogates: they cannot be encoded
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
_HOSTILE_CHARACTER = re.compile(f"[{_HOSTILE}]")
_TOO_MANY_MARKS = re.compile(
    # Where combining marks live; which of these characters are marks, `_capped` looks up.
    "[\u0300-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe00-\ufe2f"
    f"\U00010000-\U0001ffff\U000e0100-\U000e01ef]{{{MARKS_IN_A_ROW + 1},}}"
)


def visible(text: str, keep: str = "") -> str:
    """`text` with a visible stand-in for each hostile character, one for one.

    The result has as many code points as `text`, so offsets hold: control pictures (`␛`) for C0 and
    DEL, `�` for the rest and for combining marks beyond `MARKS_IN_A_ROW`. Characters of `keep`
    (say, line feeds) stay.
    """
    shown = _HOSTILE_CHARACTER.sub(lambda found: _stand_in(found[0], keep), text)
    return _TOO_MANY_MARKS.sub(_capped, shown)


def escaped(text: str) -> str:
    r"""`text` with each hostile character written out as `\x1b`, `\u202e` or `\U000e0001`."""
    return _HOSTILE_CHARACTER.sub(lambda found: _escape(found[0]), text)


def is_hostile(character: str) -> bool:
    """Whether this one character would be replaced by `visible`."""
    return _HOSTILE_CHARACTER.match(character) is not None


def _stand_in(character: str, keep: str) -> str:
    if character in keep:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _capped(found: re.Match[str]) -> str:
    shown: list[str] = []
    row = 0
    for character in found[0]:
        row = row + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        shown.append(character if row <= MARKS_IN_A_ROW else "�")
    return "".join(shown)

"""GBK read one byte off, done to sound text in the way that the crawlers of the seeds did it.

Given as changes to the sound text, as the other damages are.
"""

from __future__ import annotations

import re
from random import Random

from text.change import Change, rewrite

KIND = "gbk"

_SET_TWICE = b",;:!?"
"""Marks that these copies have twice: the decoder swallows one of them, the other is seen."""
_APART = 12
"""Sound code points between two runs, at least."""
_SENTENCE = re.compile(r"(?<=[。\n])[^“”。\n]{8,80}。(?=[^\n“”])")
_BEFORE_QUOTE = re.compile(r"[。，](?=[“”])")


def half_width(text: str) -> str:
    """`text` with full-width forms and wide spaces in ASCII, as the seeds have it."""
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text
    )


def quoted(text: str, random: Random) -> str:
    """`text` with quotes around some of its sentences."""
    return rewrite(text, quotes(text, random))[0]


def quotes(text: str, random: Random) -> list[Change]:
    """Quotes around half of the sentences of `text` that have none."""
    changes = []
    for found in _SENTENCE.finditer(text):
        if random.random() < 0.5:
            first, stop = found.start(), found.end() - 1
            changes.append(Change(first, first + 1, "“" + text[first], "quotes"))
            changes.append(Change(stop, stop + 1, text[stop] + "”", "quotes"))
    return changes


def first_bytes_lost(
    text: str, random: Random, share: float = 1.0, vanished: str = ""
) -> list[Change]:
    """The damage to `text` where some marks before quotes lose their first byte."""
    changes: list[Change] = []
    for found in _BEFORE_QUOTE.finditer(text):
        follows = not changes or found.start() > changes[-1].end + _APART
        if follows and random.random() < share:
            changes.append(misread(text, found.start(), vanished))
    return changes


def misread(text: str, at: int, vanished: str = "") -> Change:
    """Lose the first byte of the mark at `at` and read the bytes after it until in step again.

    A pair without a character leaves `vanished`. A trail byte that is left over shows as the ASCII
    character it is, a lead byte that is left over as `?`, and it swallows the ASCII character after
    it.
    """
    shown = ["?"]
    lead = _bytes(text[at])[1]
    position = at + 1
    while lead >= 0x80:
        following = _bytes(text[position : position + 1])
        if not following or following[0] < 0x40:
            shown.append("?")
            position += following >= b" " and following not in _SET_TWICE
            break
        shown.append(_shown(bytes((lead, following[0])), vanished))
        position += 1
        if len(following) == 1:
            break
        lead = following[1]
    else:
        shown.append(chr(lead))
    return Change(at, position, "".join(shown), KIND, whole=True)


def _bytes(character: str) -> bytes:
    return character.encode("gbk", "ignore")


def _shown(pair: bytes, vanished: str) -> str:
    found = half_width(pair.decode("gbk", "ignore"))
    # The codec gives a lone ASCII trail byte back; in the crawlers it went with its lead byte.
    return vanished if not found or (pair[1] < 0x80 and found.isascii()) else found

"""GBK as pairs of bytes: which character a pair is, and which pairs leave no trace."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

Pair = tuple[int, int]

FIRST, LAST = 0x81, 0xFE
"""The lead bytes; a trail byte from FIRST on can be read as a lead byte."""
USER_DEFINED = 0xAA
"""The first trail byte that lets every lead byte of common characters vanish behind it."""
COMMON = range(0xA1, 0xD8)
"""Lead bytes of punctuation and of the 3,755 common characters (GB 2312, level 1)."""
_FULL_WIDTH = 0xA3
"""The lead byte of the full-width forms; their trail byte is the ASCII code plus 0x80."""
_WIDE_SPACE: Pair = (0xA1, 0xA1)
_EURO = 0x80
"""The one trail byte that code page 936 shows as a character by itself."""


class Half(NamedTuple):
    """A character, and the byte of its pair that was not asked for."""

    character: str
    byte: int


class Shown(NamedTuple):
    """What a character in a run may stand for.

    `pairs`: two bytes of which it was made; `trail`: one byte left over, or 0; `odd`: whether it
    may stand for a byte that could not be read.
    """

    pairs: tuple[Pair, ...]
    trail: int
    odd: bool

    @property
    def ends(self) -> bool:
        """Whether what follows may be in step again."""
        return self.odd or bool(self.trail) or any(second < FIRST for _, second in self.pairs)


@cache
def character(lead: int, trail: int) -> str | None:
    """The character of a pair; None for one that leaves no trace (or is no pair at all)."""
    found = bytes((lead, trail)).decode("gbk", "ignore")
    return found if len(found) == 1 and not found.isascii() else None


@cache
def pair(character: str) -> Pair | None:
    """The two bytes of a character, or None where GBK has no pair for it."""
    try:
        data = character.encode("gbk")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None


@cache
def shown(character: str) -> Shown:
    """The bytes behind a character of a run; crawlers turn full-width forms into ASCII."""
    code = ord(character)
    if 0x20 < code < 0x7F:
        trail = code if code >= 0x40 else 0
        return Shown(((_FULL_WIDTH, code + 0x80),), trail, character == "?")
    if character == " ":
        return Shown((_WIDE_SPACE,), 0, odd=False)
    found = pair(character)
    trail = _EURO if character == "€" else 0
    return Shown((found,) if found else (), trail, character == "\ufffd")


@cache
def vanishing(first: int) -> frozenset[int]:
    """The bytes from FIRST on that leave no trace when they are read as the second after `first`.

    Those pairs are user-defined or stand for nothing: decoders give them a private code point,
    which some later step removes.
    """
    return frozenset(byte for byte in range(FIRST, LAST + 1) if not character(first, byte))


@cache
def vanishing_class(first: int) -> int:
    """The least byte behind which the same bytes vanish as behind `first`."""
    return next(byte for byte in range(FIRST, LAST + 1) if vanishing(byte) == vanishing(first))


def starting(lead: int) -> list[Half]:
    """The characters whose first byte is `lead` and whose second byte is at least FIRST."""
    trails = range(FIRST, LAST + 1)
    return [Half(found, trail) for trail in trails if (found := character(lead, trail))]


def ending(trail: int) -> list[Half]:
    """The characters whose second byte is `trail`, each with its first byte."""
    leads = range(FIRST, LAST + 1)
    return [Half(found, lead) for lead in leads if (found := character(lead, trail))]

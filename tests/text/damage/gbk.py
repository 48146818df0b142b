"""GBK read one byte off, done to sound text in the way that the crawlers of the seeds did it."""

from __future__ import annotations

from dataclasses import dataclass

SET_TWICE = ",;:!?"
"""Marks that these copies have twice: the decoder swallows one of them, the other is seen."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text with one damaged run: `text[start:end]` stands where `original` stood."""

    text: str
    start: int
    end: int
    original: str

    @property
    def sound(self) -> str:
        """The text before the damage."""
        return self.text[: self.start] + self.original + self.text[self.end :]


def misread(text: str, at: int) -> Damaged:
    """Lose the first byte of the mark at `at` and read the bytes after it until in step again.

    A pair without a character vanishes. A trail byte that is left over shows as the ASCII character
    it is, a lead byte that is left over as `?`, and the ASCII character after it is swallowed.
    """
    shown = ["?"]
    lead = _bytes(text[at])[1]
    position = at + 1
    while lead >= 0x80:
        following = _bytes(text[position : position + 1])
        if not following or following[0] < 0x40:
            shown.append("?")
            position += following >= b" " and following.decode() not in SET_TWICE
            break
        shown.append(_shown(bytes((lead, following[0]))))
        position += 1
        if len(following) == 1:
            break
        lead = following[1]
    else:
        shown.append(chr(lead))
    run = "".join(shown)
    return Damaged(text[:at] + run + text[position:], at, at + len(run), text[at:position])


def half_width(text: str) -> str:
    """`text` with full-width forms and wide spaces in ASCII, as the seeds have it."""
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text
    )


def _bytes(character: str) -> bytes:
    return character.encode("gbk", "ignore")


def _shown(pair: bytes) -> str:
    found = half_width(pair.decode("gbk", "ignore"))
    # The codec gives a lone ASCII trail byte back; in the crawlers it went with its lead byte.
    return "" if pair[1] < 0x80 and found.isascii() else found

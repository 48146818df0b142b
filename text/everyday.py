"""How much of a text is everyday Chinese: the sign of an encoding well chosen."""

from __future__ import annotations

from functools import cache

# Text read in its own encoding scored 0.83 (every third character with pinyin) to 1.0, Big5 read as
# GB18030 0.17 to 0.31, over fourteen articles in both scripts.
PLAUSIBLE = 0.6

_SAMPLE = 65536
_PUNCTUATION = "，。、；：？！…—“”‘’（）《》〈〉【】「」『』·•〔〕％\u3000０１２３４５６７８９．"
_PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǚǜ"


def everyday_share(text: str) -> float:
    """How many of the characters beyond ASCII are everyday ones, 0 to 1 (sampled)."""
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    everyday = _everyday()
    return sum(map(everyday.__contains__, foreign)) / len(foreign) if foreign else 1.0


@cache
def _everyday() -> frozenset[str]:
    """Level 1 of GB 2312 (3,755 characters by use) and of Big5 (5,401), and punctuation."""
    simplified = bytes(
        byte
        for lead in range(0xB0, 0xD8)
        for trail in range(0xA1, 0xFA if lead == 0xD7 else 0xFF)
        for byte in (lead, trail)
    )
    traditional = bytes(
        byte
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *(() if lead == 0xC6 else range(0xA1, 0xFF)))
        for byte in (lead, trail)
    )
    return frozenset(
        simplified.decode("gb2312") + traditional.decode("big5") + _PUNCTUATION + _PINYIN
    )

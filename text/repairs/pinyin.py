"""Pinyin in brackets after its character, as some copies carry it: `實(shí)` → `實`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from text.change import Change

KIND = "pinyin"

# So many syllables with tone marks make the copy one that was annotated throughout, in which a
# syllable without a mark is one that lost it.
_ANNOTATED = 5

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LETTERS = (
    "A-Za-z\u00e0-\u00fc\u0101\u0113\u011b\u012b\u0144\u0148\u014d\u016b\u01ce-\u01dc\u0251\u0261"
    "\u0300-\u0308"
)
_BRACKETED = re.compile(rf"[(（](?P<letters>[{_LETTERS}'’·\s]{{1,27}})[)）]")
_LONGEST = 4

_TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}
_SEPARATORS = re.compile(r"['’·\s]")

# 汉语拼音方案 (1958): which finals each initial takes, as written.
_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er yi ya yo ye yao you yan yin yang ying yong"
    " yu yue yuan yun wu wa wo wai wei wan wen wang weng",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe ue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
}
# Characters that are read without a tone.
_NEUTRAL = {
    "的地得底": "de",
    "了": "le",
    "着著": "zhe",
    "过過": "guo",
    "么麼": "me",
    "们們": "men",
    "吗嗎嘛": "ma",
    "呢": "ne",
    "吧": "ba",
    "啊": "a",
    "呀": "ya",
    "哇": "wa",
    "啦": "la",
    "哪": "na",
    "喽嘍": "lou",
    "子": "zi",
    "头頭": "tou",
    "个個": "ge",
    "里裏裡": "li",
    "家": "jia",
}
_TONELESS = {han: syllable for group, syllable in _NEUTRAL.items() for han in group}


class _Syllables(NamedTuple):
    """How many syllables a gloss has (0 if it is none), and how many tone marks."""

    number: int
    tones: int


def find(text: str) -> list[Change]:
    """The pinyin glosses of `text`, brackets included; the characters they follow stay.

    A gloss has as many syllables as the characters before it allow, and a tone mark: without one it
    must be the neutral reading of its character, or stand in a copy annotated throughout. So
    `(GDP)`, `(a)` and `(m)` are never touched.
    """
    glosses = [match for match in _BRACKETED.finditer(text) if _is_gloss(text, match)]
    marked = [bool(_syllables(match["letters"]).tones) for match in glosses]
    annotated = sum(marked) >= _ANNOTATED
    return [
        Change(*match.span(), "", KIND)
        for match, is_marked in zip(glosses, marked, strict=True)
        if is_marked
        or _TONELESS.get(text[match.start() - 1]) == match["letters"]
        or (annotated and _is_plain(match["letters"]))
    ]


def _is_gloss(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket holds syllables, and as many Han characters as those stand before it."""
    number = _syllables(match["letters"]).number
    start = match.start() - number
    return number > 0 and start >= 0 and bool(_HAN.fullmatch(text, start, match.start()))


def _is_plain(letters: str) -> bool:
    """Whether `letters` is long enough, and written as, a syllable that lost its tone mark."""
    return len(letters) > 1 and letters.islower() and letters.isalpha()


@lru_cache(maxsize=4096)
def _syllables(letters: str) -> _Syllables:
    """What stands in `letters`: as few syllables as may be, but one for each tone mark."""
    marked = unicodedata.normalize("NFD", letters.casefold())
    marked = marked.replace("\u0251", "a").replace("\u0261", "g")
    tones = sum(mark in _TONES for mark in marked)
    bare = "".join(mark for mark in marked if mark not in _TONES)
    fewest = _fewest_syllables(_SEPARATORS.sub("", unicodedata.normalize("NFC", bare)))
    number = max(fewest, tones) if fewest else 0
    return _Syllables(number if number <= _LONGEST else 0, tones)


def _fewest_syllables(letters: str) -> int | None:
    """Into how few syllables `letters` can be cut; None if it cannot."""
    fewest: list[int | None] = [0] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        counts = (
            count + 1
            for start in range(max(0, end - 6), end)
            if (count := fewest[start]) is not None and letters[start:end] in _written()
        )
        fewest[end] = min(counts, default=None)
    return fewest[-1] if letters else None


@cache
def _written() -> frozenset[str]:
    written = {initial + final for initial, finals in _FINALS.items() for final in finals.split()}
    return frozenset(written | {"n", "ng", "m", "hm", "hng", "ê"})

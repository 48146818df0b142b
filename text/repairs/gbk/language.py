"""How likely a word is in an article: jieba's frequencies and what the article itself says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from text.repairs.gbk import lexicon
from text.repairs.gbk.script import simplify

LONGEST = 12
"""Characters of a word; pinyin between them counts as well."""
_OWN = 0.2
"""The share of the article's own words in the probability of a word."""
_OWN_CHARACTER = 0.1
"""The same for a single character, which mostly stands in words there."""

NEVER = float("-inf")
_SHARE = (1 - _OWN) / lexicon.TOTAL

_NONE: Set[str] = frozenset()
_MARKS = {
    **dict.fromkeys("，,", log(0.04)),
    "。": log(0.03),
    "、": log(0.02),
    **dict.fromkeys("“”", log(0.01)),
    **dict.fromkeys("?!", log(0.002)),
}
_OTHER_MARK = log(0.005)
_DIGIT = log(0.005)
_LETTER = log(0.001)
_HAN = log(1e-8)
_SYMBOL = log(1e-6)
"""Kana, Greek, Cyrillic, frames: what the gaps between Han characters in GBK are full of."""


class Word(NamedTuple):
    """The log probability of a word, and of the likeliest word that goes on after it.

    NEVER for what is no word, or the beginning of none.
    """

    cost: float
    longer: float


class Language:
    """The words of one article; they are given in simplified characters whatever its script.

    A word is in the dictionary, or any stretch of two to LONGEST characters that stands elsewhere
    in the article; and every single character is one.
    """

    def __init__(self, context: str) -> None:
        """Learn from `context`, the sound text of the article."""
        self._context = simplify(context)
        self._size = len(context) + 1
        self._characters = Counter(self._context)
        self._pairs = Counter(pairwise(self._context))
        self._next: dict[str, set[str]] = defaultdict(set)
        for first, second in self._pairs:
            self._next[first].add(second)
        self._words: dict[str, Word] = {}
        self._followers: dict[str, Set[str]] = {}

    def word(self, word: str) -> Word:
        """What is known of `word`, which has one to LONGEST characters."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._look_up(word)
        return found

    def followers(self, start: str) -> Set[str]:
        """The characters by which some word goes on after `start`."""
        found = self._followers.get(start)
        if found is None:
            found = self._followers[start] = self._find_followers(start)
        return found

    def _look_up(self, word: str) -> Word:
        count = self._count(word)
        return _judge(word, count / self._size) if count else _foreign(word)

    def _count(self, word: str) -> int:
        """How often `word` stands in the article."""
        if len(word) == 1:
            return self._characters[word]
        count = self._pairs[word[0], word[1]]
        return count if len(word) == 2 or not count else self._context.count(word)

    def _find_followers(self, start: str) -> Set[str]:
        found = lexicon.entry(start[0]).followers.get(start, _NONE)
        if len(start) == 1:
            own = self._next.get(start, _NONE)
        elif self._count(start):
            own = {part[:1] for part in self._context.split(start)[1:]}
        else:
            return found
        return found | own if own else found


@lru_cache(maxsize=1 << 16)
def _foreign(word: str) -> Word:
    """What is known of a word that does not stand in the article."""
    return _judge(word, 0.0)


def _judge(word: str, own: float) -> Word:
    """What is known of `word`, which makes up the share `own` of the article."""
    entry = lexicon.entry(word[0])
    frequency = entry.frequencies.get(word, 0)
    if len(word) == 1:
        cost = max(_log(_SHARE * frequency + _OWN_CHARACTER * own), _alone(word))
    else:
        cost = _log(_SHARE * frequency + _OWN * own)
    if len(word) == LONGEST:
        return Word(cost, NEVER)
    return Word(cost, _log(_SHARE * entry.commonest.get(word, 0) + _OWN * own))


def _log(likely: float) -> float:
    return log(likely) if likely else NEVER


def _alone(character: str) -> float:
    """The log probability of a character that neither the dictionary nor the article has."""
    if "\u3400" <= character <= "\u9fff":
        return _HAN
    if character in _MARKS:
        return _MARKS[character]
    if character.isascii():
        return _DIGIT if character.isdigit() else _LETTER if character.isalpha() else _OTHER_MARK
    return _OTHER_MARK if character in "；：？！‘’（）《》…—" else _SYMBOL

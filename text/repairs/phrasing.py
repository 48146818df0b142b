"""The words of Taiwan and Hong Kong to those of the mainland, where one asks for it.

By OpenCC's tables for `tw2sp` and `hk2s` (github.com/BYVoid/OpenCC, Apache-2.0), the longest entry
first; the characters become simplified ones afterwards, like all others.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from text.change import Change

KIND = "phrasing"
TABLES = {
    "tw": ("TWPhrasesRev.txt", "TWVariantsRevPhrases.txt", "TWVariantsRev.txt"),
    "hk": ("HKVariantsRevPhrases.txt", "HKVariantsRev.txt"),
}
"""By region, OpenCC's tables; what an earlier one has, a later one does not change."""


def find(text: str, region: str) -> list[Change]:
    """The words of `region` (`tw` or `hk`) in `text`, each as one change."""
    words, pattern = _words(region)
    return [
        Change(*match.span(), words[match[0]], KIND)
        for match in pattern.finditer(text)
        if words[match[0]] != match[0]
    ]


@cache
def _words(region: str) -> tuple[dict[str, str], re.Pattern[str]]:
    words: dict[str, str] = {}
    for table in TABLES[region]:
        lines = files("opencc").joinpath("dictionary", table).read_text("utf-8").splitlines()
        for key, values in (line.split("\t") for line in lines):
            words.setdefault(key, values.split(" ")[0])
    longest_first = sorted(words, key=len, reverse=True)
    return words, re.compile("|".join(map(re.escape, longest_first)))

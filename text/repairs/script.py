"""Traditional characters to simplified ones, by OpenCC's tables and without its losses.

OpenCC's `t2s` picks the longest phrase of TSPhrases.txt and else the first character that
TSCharacters.txt gives (github.com/BYVoid/OpenCC, Apache-2.0). Here 著 becomes 着 where it is one, a
few of the phrases that split sound words are left out, and simplified text is left alone even where
it uses a character that has a simpler form elsewhere (乾隆, 宫商角徵羽).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from text.change import Change
from text.repairs.zhu import left_behind, zhu_or_zhe

KIND = "script"

# Characters of today's simplified texts, in names and set words, that t2s would change.
_ALSO_SIMPLIFIED = "乾於徵夥摺捱榘甯菸薹醣麴麽吒昇濛氾瞭藉覆彷祇阪堃喆淼陞甦迺蒐頫菉龢"

# OpenCC's phrases that are halves of commoner words: 由於單位, 用於戲曲, 對於潛在, 徵調 as 征调.
_MISLEADING = re.compile("於(?!呼哀哉|菟)|徵調|[有無]序")
_MISSING = {"規畫": "规划", "企畫": "企划", "甚麼": "什么", "藉力": "借力"}
_MISSING |= {name: name for name in ("乾安", "乾州", "乾照", "乾務")}

# Where 乾 is gān: dry. In other places it may be the qián of a name that OpenCC does not know.
_DRY = re.compile(
    "乾[燥旱淨净涸濕湿枯洗粉貨货果糧粮冰脆杯式法熄散]"
    "|[餅饼烘晾曬晒風风肉豆果筍笋魚鱼萄擦吹榨抽瀝沥焙]乾"
)


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is looked up, all keyed by traditional characters.

    `plain` converts what needs no context in a traditional line, `strict` in any line. `phrases`
    lists, under a character that they read otherwise, phrases (longest first), where in each the
    character stands, and what each becomes. The patterns find that a character belongs to one
    script alone, and which characters have phrases or are read by their neighbours.
    """

    plain: dict[int, str]
    strict: dict[int, str]
    phrases: dict[str, list[tuple[str, int, str]]]
    contextual: re.Pattern[str]
    only_traditional: re.Pattern[str]
    only_simplified: re.Pattern[str]


def find(text: str) -> list[Change]:
    """The traditional stretches of `text`, each as one change of as many characters.

    A stretch ends with its line and at words that depend on their context, which are changes of
    their own, uncertain where the context does not tell.
    """
    tables = _tables()
    if not tables.only_traditional.search(text) and "著" not in text:
        return []
    mostly_traditional = _is_traditional(text, tables, otherwise=True)
    changes: list[Change] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end]
        if _is_traditional(line, tables, otherwise=mostly_traditional):
            changes += _traditional_line(line, start, tables)
        else:
            changes += _simplified_line(line, start, tables)
        start = end
    return changes


def _is_traditional(text: str, tables: _Tables, *, otherwise: bool) -> bool:
    """Whether characters that only traditional text has outnumber those of simplified text."""
    traditional = tables.only_traditional.subn("", text)[1]
    simplified = tables.only_simplified.subn("", text)[1]
    return traditional > simplified if traditional or simplified else otherwise


def _traditional_line(line: str, offset: int, tables: _Tables) -> Iterator[Change]:
    position = 0
    for trigger in tables.contextual.finditer(line):
        if trigger.start() < position:
            continue
        start, end, after, certain = _word(line, trigger.start(), position, tables)
        yield from _stretch(line, position, start, offset, tables.plain)
        if after != line[start:end]:
            yield Change(offset + start, offset + end, after, KIND, certain)
        position = end
    yield from _stretch(line, position, len(line), offset, tables.plain)


def _simplified_line(line: str, offset: int, tables: _Tables) -> Iterator[Change]:
    position = 0
    for start in left_behind(line):
        yield from _stretch(line, position, start, offset, tables.strict)
        yield Change(offset + start, offset + start + 1, "着", KIND)
        position = start + 1
    yield from _stretch(line, position, len(line), offset, tables.strict)


def _stretch(
    line: str, start: int, end: int, offset: int, characters: dict[int, str]
) -> Iterator[Change]:
    """The one change, if any, that turns `line[start:end]` into simplified characters."""
    before = line[start:end]
    after = before.translate(characters)
    if after == before:
        return
    first = next(i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b)
    last = len(before)
    while before[last - 1] == after[last - 1]:
        last -= 1
    yield Change(offset + start + first, offset + start + last, after[first:last], KIND)


def _word(line: str, at: int, floor: int, tables: _Tables) -> tuple[int, int, str, bool]:
    """The word around the character `at`, not before `floor`: its range, reading and certainty."""
    character = line[at]
    if character == "著":
        return at, at + 1, *zhu_or_zhe(line, at)
    for phrase, place, after in tables.phrases[character]:
        if at - place >= floor and line.startswith(phrase, at - place):
            return at - place, at - place + len(phrase), after, True
    after = character.translate(tables.plain)
    certain = character != "乾" or bool(_DRY.search(line, max(0, at - 1), at + 2))
    return at, at + 1, after, certain


@cache
def _tables() -> _Tables:
    plain = {key: value for key, value in _read("TSCharacters.txt").items() if key != value}
    strict = {key: value for key, value in plain.items() if key not in _ALSO_SIMPLIFIED}
    only_simplified = (key for key, value in _read("STCharacters.txt").items() if key != value)
    phrases = _phrases(str.maketrans(plain))
    return _Tables(
        plain=str.maketrans(plain),
        strict=str.maketrans(strict),
        phrases=phrases,
        contextual=_any_of([*phrases, "著", "乾"]),
        only_traditional=_any_of(strict),
        only_simplified=_any_of(only_simplified),
    )


def _phrases(plain: dict[int, str]) -> dict[str, list[tuple[str, int, str]]]:
    """The phrases that give something else than their characters do, as `_Tables` keeps them."""
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    readings = _read("TSPhrases.txt") | _MISSING
    for phrase in sorted(readings, key=len, reverse=True):
        for place, (character, after) in enumerate(zip(phrase, readings[phrase], strict=True)):
            if character.translate(plain) != after and not _MISLEADING.match(phrase):
                found[character].append((phrase, place, readings[phrase]))
                break
    return dict(found)


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    # One character beyond the BMP makes a class of `re` a linear search.
    return re.compile("[" + "".join(c for c in characters if c <= "\uffff") + "]")


def _read(name: str) -> dict[str, str]:
    """A table of OpenCC's: each key with the first of its values."""
    lines = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ")[0] for key, values in (line.split("\t") for line in lines)}

"""Sound modern text, made from jieba's dictionary by a grammar: what no repair may touch."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random

# Dictionary entries this common are words; rarer ones include names, misprints and old spellings.
_COMMON = 60

_FIGURES = (
    "增长{}%",
    "突破{}亿元",
    "达到{}万吨",
    "新增{}家",
    "下降{}个百分点",
    "同比增长{}.{}%",
    "完成投资{},{}万元",
    "实现产值{}.{}亿元（含税）",
)
_CLOSES = ("。", "。", "。", "。", "；", "！", "？", "……。", "。”")
_ASIDES = (
    "（GDP）",
    "(R&D)",
    "（以下简称“{}”）",
    "（AI）",
    "“{}”",
    "《{}规划》",
    "（{}）",
    "——{}——",
    "、{}和{}",
    "“十四五”",
    "G60",
    "‘{}’",
    "(CBD)",
    "5G",
    "“{}”“{}”",
    "“{} {}”",
)


def article(seed: int, length: int, *, half_width: bool = False) -> str:
    """About `length` code points of sound text; with `half_width` its commas are ASCII ones."""
    random = Random(seed)  # noqa: S311 - the same seed must give the same text
    lines = [_words(random, "a n v n"), "2024年3月28日 09:15 来源：" + _words(random, "ns n"), ""]
    size = 0
    while size < length:
        line = _paragraph(random) if random.random() < 0.8 else _heading(random)
        lines.append("\u3000\u3000" * (seed % 2) + line)
        size += len(line) + 1
    text = "\n".join(lines) + "\n"
    return text.translate({ord("，"): ",", ord("："): ":"}) if half_width else text


def _paragraph(random: Random) -> str:
    return "".join(_sentence(random) for _ in range(random.randint(2, 7)))


def _sentence(random: Random) -> str:
    clauses = [_clause(random) for _ in range(random.randint(1, 4))]
    close = random.choice(_CLOSES)
    return ("“" if close.endswith("”") else "") + "，".join(clauses) + close


def _clause(random: Random) -> str:
    clause = _words(random, random.choice(("n d v n", "ns v a n", "n v n", "t n d v n", "v n n")))
    if random.random() < 0.25:
        numbers = (str(random.randint(1, 999)).zfill(3) for _ in range(2))
        clause += random.choice(_FIGURES).format(*numbers)
    if random.random() < 0.15:
        clause += random.choice(_ASIDES).format(_words(random, "n"), _words(random, "n"))
    return clause


def _heading(random: Random) -> str:
    heading = _words(random, "v a n") + " " + _words(random, "d v n")
    return random.choice(("一、", "（二）", "", "【", "")) + heading


def _words(random: Random, tags: str) -> str:
    return "".join(random.choice(_lexicon()[tag]) for tag in tags.split())


@cache
def _lexicon() -> dict[str, list[str]]:
    """Common words by part of speech, in characters that GB 2312 has and modern text uses."""
    found = defaultdict(list)
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    dictionary = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8")
    for line in dictionary.splitlines():
        word, count, tag = line.split(" ")
        if int(count) >= _COMMON and len(word) > 1 and _is_modern(word):
            found[tag].append(word)
    return dict(found)


def _is_modern(word: str) -> bool:
    # jieba has 德特著 and other scraps of title pages among its words.
    return (
        all("\u4e00" <= c <= "\u9fff" for c in word) and _in_gb2312(word) and "著" not in word[1:]
    )


def _in_gb2312(word: str) -> bool:
    return word.encode("gb2312", "ignore").decode("gb2312") == word

"""Damage as copies of articles carry it: pinyin, doubled stops, traditional script, broken lines.

Each is given as changes to the sound text, so that every range can be followed into the damage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from opencc import OpenCC

from text.alignment import Alignment
from text.change import Change, rewrite

Damage = Callable[[str, Random], list[Change]]

# Readings as the add-ons give them; which character they follow matters to nobody here.
_READINGS = [
    *[
        "zhì",
        "chǎn",
        "fā",
        "yè",
        "jì",
        "qiáng",
        "xiàng",
        "shí",
        "xiàn",
        "jìn",
        "diǎn",
        "yōu",
        "jiān",
    ],
    *[
        "shè",
        "jīng",
        "huán",
        "shù",
        "guān",
        "zhuǎn",
        "qū",
        "xí",
        "chuàng",
        "lǐng",
        "xù",
        "bǔ",
        "xué",
    ],
    *["fēng", "jī", "wù", "zhàn", "dá", "tǒng", "tuán", "jié", "gòu", "yùn", "biāo", "fù", "diào"],
    *[
        "wǎng",
        "bào",
        "rèn",
        "lián",
        "yǎng",
        "yīng",
        "zé",
        "kuò",
        "dǎo",
        "lǜ",
        "nǚ",
        "lüè",
        "ā",
        "ér",
    ],
]


def pinyin(text: str, random: Random) -> list[Change]:
    """A gloss after about one Han character in eight."""
    return [
        Change(*match.span(), f"{match[0]}({random.choice(_READINGS)})", "pinyin")
        for match in re.finditer("[\u4e00-\u9fff]", text)
        if random.random() < 0.12
    ]


def doubled_stops(text: str, random: Random) -> list[Change]:
    """An ASCII comma before most commas and stops."""
    return [
        Change(*match.span(), "," + match[0], "doubled")
        for match in re.finditer("(?<=[\u4e00-\u9fff])[,、。；](?=[\u4e00-\u9fff\n])", text)
        if random.random() < 0.7
    ]


def traditional(text: str, random: Random) -> list[Change]:
    """The text as converters set it in traditional characters, 着 included."""
    after = _converter().convert(text).replace("着", "著")
    return [Change(0, len(text), after, "script")]


def wrapped(cells: int) -> Damage:
    """Every line broken where a page of `cells` columns ends."""

    def wrap(text: str, random: Random) -> list[Change]:
        return [Change(at, at + 1, text[at] + "\n", "wrapped") for at in _margins(text, cells)]

    return wrap


KINDS: dict[str, list[Damage]] = {
    "pinyin": [pinyin],
    "stops": [doubled_stops],
    "script": [traditional],
    "lines": [wrapped(44)],
    "wide lines": [wrapped(76)],
    "all": [traditional, wrapped(72), doubled_stops, pinyin],
}


def done(text: str, damages: list[Damage], random: Random) -> tuple[str, Alignment]:
    """The text after one kind of damage upon the other, and its alignment onto the sound text."""
    alignment = Alignment.identity(len(text))
    for damage in damages:
        text, step = rewrite(text, damage(text, random))
        alignment = step.compose(alignment)
    return text, alignment


def _margins(text: str, cells: int) -> Iterator[int]:
    """Where the last character of each page line stands that does not end its line."""
    width = 0
    for at, character in enumerate(text):
        wide = 1 if character < "\u1100" else 2
        if character == "\n":
            width = 0
        elif width + wide > cells:
            yield at - 1
            width = wide
        else:
            width += wide


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")

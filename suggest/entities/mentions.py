"""Further mentions of names that an article has introduced: the same words, and shorter forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from suggest import lexicon
from suggest.entities.words import Words
from suggest.spotter import Spotter
from text.alignment import Range
from text.span import Suggestion

_HAN = "[\u4e00-\u9fff]"
_RECURRING = frozenset(("PER", "ORG", "LOC", "PROGRAM", "PROJECT", "EVENT"))
_INTRODUCED = re.compile(
    r"[（(](?:以下|下|原)?统?(?:简称|称|名)为?[:：]?\s*[“‘《「]([^”’》」]{2,20})[”’》」]"
)
_COMPANY = re.compile("集团|公司|股份|控股|企业")
_LEGAL_FORM = re.compile(
    "(?:科技|实业|控股|投资)?(?:[（(](?:集团|控股)[）)])?(?:集团)?(?:股份|控股)?"
    "(?:有限责任公司|有限公司|公司|集团)?$"
)
_BRACKETED = re.compile("[（(][^）)]*[）)]")
_TRADE = re.compile("科技|实业|控股|投资")
_BRAND = 2  # code points
_DIVISION = re.compile(f"({_HAN}{{2,}}(?<!自治))(?:省|市|地区|县|区|州|镇|乡)$")
_BASIN = re.compile(f"({_HAN}{{2,}}[江河湖])流域$")
_SEAT = re.compile(
    f"(?!自治)({_HAN}{{2,3}})[省市县区州](?!场).*?(?:委|局|厅|政府|法院|检察院|部|办)$"
)
_ZONE = re.compile(
    f"((?![全我各本]){_HAN}{{2}})(?:国家级?|省级)?(?:经济|高新)?(?:技术)?(?:产业)?(?:开发区|经开区|高新区)$"
)
_DIVISIONS = frozenset("省市县区州镇")
_NAME_TAGS = frozenset(("PER", "LOC", "ORG", "nz", "nw"))
_LONGEST_SLOGAN = 10
_LONGEST_NAME = 60
_SURE = 0.7  # the rate of an offer that may lend its short form

NOT_WEIGHED = 0.0


class Name(NamedTuple):
    """What a name is labelled, how likely, and by which rule."""

    label: str
    score: float
    by: str


def mentions(
    words: Words, found: Iterable[Suggestion], offered: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """Offers of what the entities `found` are called elsewhere in the text.

    The same words again have the score of what was found; other forms have none yet. A company can
    have a short form also where its name was only `offered`, as within the name of a meeting.
    """
    entities = list(found)
    known = _known(words.text, entities)
    full_names = {full: name.label for full, name in known.items()}
    for span in offered:
        short_enough = span.end - span.start <= _LONGEST_NAME
        if span.label == "ORG" and span.score >= _SURE and short_enough:
            full_names.setdefault(words.text[span.start : span.end], "ORG")
    labels = dict(pair for full, label in full_names.items() for pair in _short_forms(full, label))
    places = _places_among(words.text, labels)
    names = {
        short: Name(label, NOT_WEIGHED, "short")
        for short, label in labels.items()
        if label == "LOC" or short not in places
    }
    names |= known
    for short, label in _introduced(words, entities):
        names[short] = Name(label, NOT_WEIGHED, "introduced")
    for start, end in _occurrences(words, names):
        name = names[words.text[start:end]]
        coined = name.label == "LOC" and words.text[start:end] not in lexicon.possible_places()
        if name.by == "short" and not coined and _is_common(words, start, end):
            continue
        if not _within_slogan(words, start, end):
            yield Suggestion(start, end, name.label, score=name.score, by=name.by)


def _known(text: str, entities: Iterable[Suggestion]) -> dict[str, Name]:
    """Each name with the label that most speaks for, and the best score that it has under it."""
    votes: dict[str, dict[str, list[float]]] = {}
    for entity in entities:
        name = text[entity.start : entity.end]
        if entity.label in _RECURRING and 1 < len(name) <= _LONGEST_NAME:
            votes.setdefault(name, {}).setdefault(entity.label, []).append(entity.score)
    known = {}
    for name, scores in votes.items():
        label = max(scores, key=lambda label: sum(scores[label]))
        known[name] = Name(label, max(scores[label]), "again")
    return known


def _places_among(text: str, names: Iterable[str]) -> set[str]:
    """Those of `names` that the text itself shows to be places: 铜岭 in 铜岭市, 铜岭县委."""

    def of_division(_: int, end: int) -> bool:
        return text[end : end + 1] in _DIVISIONS

    return {text[start:end] for start, end in Spotter(names).find(text, of_division)}


def _short_forms(name: str, label: str) -> Iterator[tuple[str, str]]:
    """What `name` lets expect elsewhere, with its label: 淮清县商务局 the place 淮清."""
    if label == "LOC" and (division := _DIVISION.match(name) or _BASIN.match(name)):
        yield division[1], "LOC"
    elif label == "ORG" and (seat := _SEAT.match(name)) and not _of_zone().match(name):
        yield seat[1], "LOC"
    elif label == "PROJECT" and (zone := _ZONE.match(name)):
        yield zone[1], "LOC"
    elif label == "ORG" and _COMPANY.search(name):
        for brand in _brands(name):
            yield brand, "ORG"


@cache
def _of_zone() -> re.Pattern[str]:
    """开发区经发部: whose zone is called by what it is, which names no place."""
    return lexicon.pattern("zones", "generic")


def _brands(name: str) -> Iterator[str]:
    """The beginnings of a company's name, with and without the place before it.

    豫光金铅集团 gives 豫光金铅 and 豫光, 河南济源钢铁(集团)有限公司 also 济源钢铁, and
    陕西渭能新能源投资有限公司 渭能投资.
    """
    named = _LEGAL_FORM.sub("", name)
    core, trade = _BRACKETED.sub("", named), _TRADE.match(name, len(named))
    for start in {0, _length_of_place(core)}:
        for end in range(start + 2, len(core) + 1):
            brand = core[start:end]
            if not _is_no_brand(brand):
                yield brand
                yield f"{brand}集团"
                if trade and len(brand) == _BRAND:
                    yield f"{brand}{trade[0]}"


def _is_no_brand(word: str) -> bool:
    """Whether `word` is a place, 中国, or an organisation of no name: 环保集团 is of some 环保."""
    return any(
        word in known
        for known in (
            lexicon.possible_places(),
            lexicon.words("no_places"),
            lexicon.words("generic"),
            lexicon.words("trades"),
        )
    )


def _length_of_place(name: str) -> int:
    """How many characters of a place begin `name`."""
    longest = min(len(name), 8)
    possible = lexicon.possible_places()
    return max((n for n in range(2, longest) if name[:n] in possible), default=0)


def _introduced(words: Words, entities: Iterable[Suggestion]) -> Iterator[tuple[str, str]]:
    """（以下简称“瀚桥新材”）: the short form, and the label of the name before the bracket."""
    labels = {entity.end: entity.label for entity in entities}
    for match in _INTRODUCED.finditer(words.text):
        label = labels.get(match.start())
        if label:
            is_title = words.text[match.start(1) - 1] == "《"
            yield (f"《{match[1]}》" if is_title else match[1]), label


def _occurrences(words: Words, names: Iterable[str]) -> Iterator[Range]:
    """Where `names` stand with a token's edge on one side at least."""
    return Spotter(names).find(
        words.text, lambda start, end: words.starts(start) or words.ends(end)
    )


def _is_common(words: Words, start: int, end: int) -> bool:
    """Whether `start:end` is one word that LAC takes for a common one."""
    token = words.token(start)
    return token.end == end and token.tag not in _NAME_TAGS


def _within_slogan(words: Words, start: int, end: int) -> bool:
    """Whether the name is a part of a few words in quotation marks: “数字杭钢”, “六个杭钢”."""
    if words.quoted(start, end):
        return False
    return words.within_quotes(start, end, _LONGEST_SLOGAN)

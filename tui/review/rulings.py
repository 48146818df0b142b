"""The repairs of an article with what its reviewer ruled of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from text.article import Article, Repair
from text.remarks import Remark, find_remarks

Key = tuple[str, int, int]
"""A repair's kind and raw range: what stays the same in every revision of an article."""

HOSTILE = "hostile"
ROUTINE = frozenset({"script", "pinyin", "doubled punctuation", "line end"})
"""Kinds of which a damaged article has hundreds, each a sure thing: they would hide the rest."""


class Standing(StrEnum):
    """Where a repair stands."""

    MADE = "made"
    UNCERTAIN = "uncertain"
    SETTLED = "settled"
    REFUSED = "refused"
    REMARKED = "remarked"


@dataclass(frozen=True, slots=True)
class Case:
    """A repair and where it stands."""

    repair: Repair
    standing: Standing

    @property
    def key(self) -> Key:
        """What a ruling on it goes by."""
        return self.repair.kind, self.repair.raw_start, self.repair.raw_end

    @property
    def is_routine(self) -> bool:
        """Whether nobody needs to see it: one of a great many, sure, and not ruled on."""
        return self.repair.kind in ROUTINE and self.standing is Standing.MADE

    @property
    def is_open_to_ruling(self) -> bool:
        """Hostile characters are taken out whatever one says, and a remark changes nothing."""
        return self.repair.kind != HOSTILE and self.standing is not Standing.REMARKED


def cases(article: Article, rulings: Mapping[Key, str | None]) -> list[Case]:
    """The repairs in raw order, those refused among them."""
    found = [Case(r, _standing(r, rulings)) for r in article.revision.repairs]
    made = {case.key for case in found}
    for key, after in rulings.items():
        # To settle on what came is to refuse.
        if key not in made and after in {None, _as_it_came(article, key)}:
            found.append(Case(_refused(article, key), Standing.REFUSED))
    found += (_remarked(article, remark) for remark in find_remarks(article.revision.text))
    found.sort(key=lambda case: (case.repair.raw_start, case.repair.raw_end))
    return found


def _standing(repair: Repair, rulings: Mapping[Key, str | None]) -> Standing:
    if (repair.kind, repair.raw_start, repair.raw_end) in rulings:
        return Standing.SETTLED
    return Standing.MADE if repair.certain else Standing.UNCERTAIN


def _refused(article: Article, key: Key) -> Repair:
    kind, raw_start, raw_end = key
    start, end = article.revision.alignment.to_clean(raw_start, raw_end)
    before = _as_it_came(article, key)
    return Repair(kind, start, end, raw_start, raw_end, before, before)


def _as_it_came(article: Article, key: Key) -> str:
    _, raw_start, raw_end = key
    return article.raw[raw_start:raw_end]


def _remarked(article: Article, remark: Remark) -> Case:
    words = article.revision.text[remark.start : remark.end]
    raw = article.revision.alignment.to_raw(remark.start, remark.end)
    repair = Repair(remark.kind, remark.start, remark.end, *raw, words, words)
    return Case(repair, Standing.REMARKED)

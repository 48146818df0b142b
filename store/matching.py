"""Figures that speak of the same thing: which contradict each other, and what became of a target.

All of it goes by `store.measure`: two figures are compared that have the same subject. What the
rules mean to a reader stands in docs/ledger.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from store.figures import RESULT, TARGET, Figure
from store.measure import Amount, Kind, Months, Subject, amount, months, subject

NEARLY = Decimal("0.9")
"""Of what it should be by then, this much is under way; less is behind."""

_ABOUT = Decimal("0.05")
"""How far 左右 reaches, as a share of the value."""

_MOST = 64
"""Numbers said of one subject that are held against each other; real articles have a handful."""

_CEILING = re.compile(r"控制在|降至|降到|压缩至|压缩到|压减至|缩短至|缩短到|减至|减少到|下降到")
"""Words after which less is better, though the number is a plain one."""


class Verdict(StrEnum):
    """How a target stands by a result."""

    REACHED = "reached"
    UNDER_WAY = "under way"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Standing:
    """A target beside the latest result for it, which has its place in the sequence compared.

    `share` is the result over the target (1 is the target itself); of a ceiling, how much of it is
    used.
    """

    result: int
    share: Decimal
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found among figures, by their places in the sequence compared."""

    conflicts: Mapping[int, tuple[int, ...]]
    standings: Mapping[int, Standing]


@dataclass(frozen=True, slots=True)
class _Measured:
    place: int
    figure: Figure
    subject: Subject
    amount: Amount
    period: Months | None


def match(figures: Sequence[Figure]) -> Matches:
    """What the figures, in any order, say of each other."""
    groups: dict[Subject, list[_Measured]] = defaultdict(list)
    for place, figure in enumerate(figures):
        measured = _measured(place, figure)
        if measured is not None:
            groups[measured.subject].append(measured)
    conflicts: dict[int, tuple[int, ...]] = {}
    standings: dict[int, Standing] = {}
    for group in groups.values():
        conflicts.update(_conflicts(group))
        standings.update(_standings(group))
    return Matches(conflicts, standings)


def _measured(place: int, figure: Figure) -> _Measured | None:
    about, much = subject(figure), amount(figure)
    if about is None or much is None:
        return None
    return _Measured(place, figure, about, much, months(figure.period))


# Conflicts


def _conflicts(group: Iterable[_Measured]) -> dict[int, tuple[int, ...]]:
    """Of each figure that others contradict, which they are."""
    rivals: dict[tuple[str, str, str, Months], list[_Measured]] = defaultdict(list)
    for it in group:
        if it.period is not None:
            kind = it.figure.period_kind if it.figure.period_kind == "each" else ""
            rivals[it.figure.label, it.figure.certainty, kind, it.period].append(it)
    found: dict[int, tuple[int, ...]] = {}
    for some in rivals.values():
        found.update(_against(some))
    return found


def _against(rivals: Iterable[_Measured]) -> dict[int, tuple[int, ...]]:
    """Of each of `rivals` the first one that says each of the numbers that contradict it."""
    saying: dict[tuple[Amount, str], list[_Measured]] = defaultdict(list)
    for it in rivals:
        saying[it.amount, it.figure.comparator].append(it)
    firsts = [same[0] for same in saying.values()][:_MOST]
    found: dict[int, tuple[int, ...]] = {}
    for same in saying.values():
        against = tuple(other.place for other in firsts if _contradict(same[0], other))
        if against:
            found.update((it.place, against) for it in same)
    return found


def _contradict(one: _Measured, other: _Measured) -> bool:
    """Whether not both can be right: for results, whether no number fits both."""
    if one.amount.unit != other.amount.unit:
        return True
    if one.figure.label == TARGET:
        slack = max(one.amount.slack, other.amount.slack)
        return abs(one.amount.value - other.amount.value) > slack
    low, high = _range(one)
    other_low, other_high = _range(other)
    return _below(high, other_low) or _below(other_high, low)


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def _range(it: _Measured) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and highest number that a result can mean; None where there is no end."""
    value, slack, top = it.amount.value, it.amount.slack, it.amount.top
    if top is not None:
        return min(value, top) - slack, max(value, top) + slack
    match it.figure.comparator:
        case "~":
            slack = max(slack, abs(value) * _ABOUT)
        case ">" | ">=":
            # 突破 and 余 are said of the next number below, so not much more is meant.
            return value - slack, value + max(slack, abs(value) * _ABOUT)
        case "<" | "<=":
            return value - max(slack, abs(value) * _ABOUT), value + slack
    return value - slack, value + slack


# Targets and results


def _standings(group: Sequence[_Measured]) -> dict[int, Standing]:
    results = [it for it in group if it.figure.label == RESULT]
    results = sorted(results, key=_telling, reverse=True)[:_MOST]
    found = {}
    for target in group if results else ():
        if target.figure.label != TARGET:
            continue
        standing = _standing(target, results)
        if standing is not None:
            found[target.place] = standing
    return found


def _standing(target: _Measured, results: Iterable[_Measured]) -> Standing | None:
    """How `target` stands by the first of `results` that tells of it."""
    best = next((it for it in results if _tells_of(it, target)), None)
    if best is None or not target.amount.value:
        return None
    share = _in_direction(best, target) / abs(target.amount.value)
    return Standing(best.place, share, _verdict(best, target, share))


def _when(result: _Measured) -> Months | None:
    """What a result is for; without a period, when its article came out."""
    return result.period or months(result.figure.home.published)


def _telling(result: _Measured) -> tuple[int, int, str, int]:
    """The greater, the more a result tells: how far in time it reaches, how much it covers."""
    when = _when(result)
    home = result.figure.home
    if when is None:
        return 0, 0, "", home.number
    return when.last, when.length, home.published or "", home.number


def _tells_of(result: _Measured, target: _Measured) -> bool:
    """Whether the result, of the same subject, is for the time that the target is for.

    For the time itself or a part of it; of a deadline, from when the target was set.
    """
    when = _when(result)
    if when is None or result.amount.unit != target.amount.unit:
        return False
    stated = months(target.figure.home.published)
    if target.period is None:
        return stated is not None and when.first > stated.first
    if target.figure.period_kind == "by":
        begun = stated.first if stated else target.period.first
        return min(begun, target.period.first) <= when.last <= target.period.last
    return when.within(target.period)


def _in_direction(result: _Measured, target: _Measured) -> Decimal:
    """The result's number, positive where it goes the target's way."""
    falls = target.amount.value < 0
    return -result.amount.value if falls else result.amount.value


def _elapsed(result: _Measured, target: _Measured) -> Decimal:
    """Which share of the target's time a sum over it should have reached; 1 for what is no sum."""
    when = _when(result)
    summed = (
        target.subject.kind is Kind.AMOUNT
        and target.figure.period_kind != "by"
        and result.period is not None
    )
    if not summed or target.period is None or when is None or when.first != target.period.first:
        return Decimal(1)
    return Decimal(when.length) / target.period.length


def _verdict(result: _Measured, target: _Measured, share: Decimal) -> Verdict:
    elapsed = _elapsed(result, target)
    if _has_ceiling(target):
        if share < elapsed or (share == elapsed and _may_equal(result, target)):
            return Verdict.REACHED
        allowed = Decimal(1) if elapsed < 1 else 2 - NEARLY
        return Verdict.UNDER_WAY if share <= allowed else Verdict.BEHIND
    goal = 1 - _ABOUT if target.figure.comparator == "~" else Decimal(1)
    if share > goal or (share == goal and _may_equal(result, target)):
        return Verdict.REACHED
    return Verdict.UNDER_WAY if share >= NEARLY * elapsed else Verdict.BEHIND


def _has_ceiling(target: _Measured) -> bool:
    return (
        target.figure.comparator in ("<", "<=")
        or target.subject.kind is Kind.RANK
        or bool(_CEILING.search(target.figure.words))
    )


def _may_equal(result: _Measured, target: _Measured) -> bool:
    """Whether the very number of the target reaches it: of 超100亿 only another 超100亿 does."""
    strict = target.figure.comparator
    return strict not in ("<", ">") or result.figure.comparator == strict

"""The cleaner: every repair in its turn, their alignments composed, and what each of them did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from text.alignment import Alignment
from text.article import Repair, Revision
from text.change import Change, rewrite
from text.repairs import (
    doubled,
    entities,
    full_width,
    hostile,
    line_ends,
    loose_stops,
    lost_blanks,
    mojibake,
    pinyin,
    script,
    spacing,
    wrapped_lines,
)
from text.zones import find_zones

CLEANER = "1"

Find = Callable[[str], list[Change]]

# What a reviewer ruled of a repair, by its kind and raw range: None refuses it, a text settles it.
Rulings = Mapping[tuple[str, int, int], str | None]
NO_RULINGS: Rulings = {}

# Each works on what the ones before it left. What gives other characters comes first, so that none
# of them gets past the hostile ones; line ends before those, since a bare carriage return is both;
# doubled punctuation after the glosses that stood between; script last, since its words must not be
# cut by a bracket or a break.
CHAIN: tuple[Find, ...] = (
    mojibake.find,
    entities.find,
    line_ends.find,
    hostile.find,
    lost_blanks.find,
    pinyin.find,
    doubled.find,
    loose_stops.find,
    wrapped_lines.find,
    spacing.find,
    full_width.find,
    script.find,
)


def clean(raw: str, rulings: Rulings = NO_RULINGS) -> Revision:
    """The clean reading of `raw`: text, alignment, repairs in raw order, and zones.

    Takes time in proportion to the length of `raw`; raises nothing.
    """
    text = raw
    alignment = Alignment.identity(len(raw))
    done: list[tuple[str, int, int, bool]] = []
    for find in CHAIN:
        changes = find(text)
        if rulings:
            changes = list(_ruled(changes, alignment, rulings))
        if changes:
            done += [(c.kind, *alignment.to_raw(c.start, c.end), c.certain) for c in changes]
            text, step = rewrite(text, changes)
            alignment = step.compose(alignment)
    zoning = find_zones(text)
    return Revision(
        text=text,
        alignment=alignment,
        cleaner=CLEANER,
        repairs=tuple(_repairs(done, raw, text, alignment)),
        zones=zoning.zones,
        title=zoning.title,
        published=zoning.published,
    )


def _ruled(changes: list[Change], alignment: Alignment, rulings: Rulings) -> Iterator[Change]:
    """The changes as the reviewer wants them; hostile characters go all the same."""
    for change in changes:
        repair = (change.kind, *alignment.to_raw(change.start, change.end))
        settled = rulings.get(repair)
        if settled is not None:
            yield replace(change, after=settled, certain=True, whole=True)
        elif repair not in rulings or change.kind == hostile.KIND:
            yield change


def _repairs(
    done: list[tuple[str, int, int, bool]], raw: str, text: str, alignment: Alignment
) -> Iterator[Repair]:
    """What was `done` (kind, raw range, certain), with where it stands in the final text."""
    done.sort(key=lambda repair: repair[1:3])
    for kind, raw_start, raw_end, certain in done:
        start, end = alignment.to_clean(raw_start, raw_end)
        before, after = raw[raw_start:raw_end], text[start:end]
        if before != after:
            yield Repair(kind, start, end, raw_start, raw_end, before, after, certain)

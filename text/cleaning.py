"""The cleaner: every repair in its turn, their alignments composed, and what each of them did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from text.alignment import Alignment
from text.article import Repair, Revision
from text.change import Change, rewrite
from text.options import AS_IT_IS, Options
from text.repairs import (
    doubled,
    entities,
    full_width,
    gbk,
    hostile,
    line_ends,
    loose_stops,
    lost_blanks,
    mojibake,
    phrasing,
    pinyin,
    punctuation,
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
    gbk.find,
    lost_blanks.find,
    pinyin.find,
    doubled.find,
    loose_stops.find,
    wrapped_lines.find,
    spacing.find,
    full_width.find,
    script.find,
)


def clean(raw: str, rulings: Rulings = NO_RULINGS, options: Options = AS_IT_IS) -> Revision:
    """The clean reading of `raw`: text, alignment, repairs in raw order, and zones.

    `rulings` change what is done to single places, `options` what is done at all. Takes time in
    proportion to the length of `raw`; raises nothing.
    """
    text = raw
    alignment = Alignment.identity(len(raw))
    done: list[_Done] = []
    for find in _chain(options):
        changes = find(text)
        if rulings:
            changes = list(_ruled(changes, alignment, rulings))
        if changes:
            text, step = rewrite(text, changes)
            done = [repair.moved(step) for repair in done]
            done += _done(changes, alignment)
            alignment = step.compose(alignment)
    zoning = find_zones(text)
    return Revision(
        text=text,
        alignment=alignment,
        cleaner=options.version(CLEANER),
        repairs=tuple(_repairs(done, raw, text)),
        zones=zoning.zones,
        title=zoning.title,
        published=zoning.published,
    )


def _chain(options: Options) -> Iterator[Find]:
    """The repairs in turn; phrasing goes before script, since its tables are traditional."""
    for find in CHAIN:
        if find is script.find and options.phrasing:
            yield partial(phrasing.find, region=options.phrasing)
        yield find
    if options.punctuation:
        yield punctuation.find


def _ruled(changes: list[Change], alignment: Alignment, rulings: Rulings) -> Iterator[Change]:
    """The changes as the reviewer wants them; hostile characters go all the same."""
    for change in changes:
        repair = (change.kind, *alignment.to_raw(change.start, change.end))
        settled = rulings.get(repair)
        if settled is not None:
            yield replace(change, after=settled, certain=True, whole=True)
        elif repair not in rulings or change.kind == hostile.KIND:
            yield change


class _Done(NamedTuple):
    """A change that was made: its raw range, and its range in the text as it is now."""

    raw_start: int
    raw_end: int
    start: int
    end: int
    kind: str
    certain: bool

    def moved(self, step: Alignment) -> _Done:
        """The same after the repair that `step` aligns."""
        start, end = step.to_clean(self.start, self.end)
        return self._replace(start=start, end=end)


def _done(changes: list[Change], alignment: Alignment) -> Iterator[_Done]:
    """The changes to the text that `alignment` aligns, where they stand once they are made."""
    shift = 0
    for change in changes:
        raw = alignment.to_raw(change.start, change.end)
        start = change.start + shift
        end = start + len(change.after)
        yield _Done(*raw, start, end, change.kind, change.certain)
        shift = end - change.end


def _repairs(done: list[_Done], raw: str, text: str) -> Iterator[Repair]:
    """What was done, in raw order, without what a later repair undid."""
    for repair in sorted(done, key=lambda repair: repair[:2]):
        before = raw[repair.raw_start : repair.raw_end]
        after = text[repair.start : repair.end]
        if before != after:
            yield Repair(
                kind=repair.kind,
                start=repair.start,
                end=repair.end,
                raw_start=repair.raw_start,
                raw_end=repair.raw_end,
                before=before,
                after=after,
                certain=repair.certain,
            )

"""The marks of one reading in text order, kept current change by change."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from store.edit import Change, Relation
from store.intervals import Interval, Intervals
from store.mark import Mark, State, waiting
from text.scheme import Scheme
from text.span import Span, Suggestion

_Key = tuple[int, int, int, str]


class Board:
    """Decided spans over the suggestions of one run, as a reviewer sees them.

    A suggestion under a kept span of its layer is hidden, and comes back when that span goes. A
    change costs the logarithm of the number of marks, apart from moving list entries along.
    """

    def __init__(
        self,
        scheme: Scheme,
        suggestions: Iterable[Suggestion] = (),
        decided: Iterable[Mark] = (),
        relations: Iterable[Relation] = (),
        exceptions: Iterable[str] = (),
    ) -> None:
        self._scheme = scheme
        self._layers = {label.name: label.layer for label in scheme.labels}
        self._ranks = {layer.name: rank for rank, layer in enumerate(scheme.layers)}
        # A run may be older than the scheme and have labels that it lacks.
        offers = (waiting(s) for s in suggestions if s.label in self._layers)
        self._offers = {offer.id: offer for offer in offers}
        self._decided = {mark.id: mark for mark in decided}
        self.relations = set(relations)
        self.exceptions = set(exceptions)
        self._view: tuple[Mark, ...] | None = None
        self._fill()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All that is shown: by start, then the longer first, then by layer."""
        if self._view is None:
            self._view = tuple(self._sorted)
        return self._view

    @property
    def decisions(self) -> list[Mark]:
        """The decided marks in text order."""
        return sorted(self._decided.values(), key=self._key)

    @property
    def decided(self) -> int:
        """How many decisions there are, rejections included."""
        return len(self._decided)

    @property
    def undecided(self) -> int:
        """How many suggestions wait, without the hidden ones."""
        return self._undecided

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id, if it is shown."""
        return self._shown.get(mark_id)

    def over(self, offset: int) -> list[Mark]:
        """The marks shown that hold the code point at `offset`, in text order."""
        first = bisect_left(self._keys, (offset + 1 - self._longest,))
        last = bisect_left(self._keys, (offset + 1,))
        return [mark for mark in self._sorted[first:last] if offset < mark.span.end]

    def find(self, span: Span) -> Mark | None:
        """What is shown at exactly that range with that label; what is kept before the rest."""
        first = bisect_left(self._keys, (span.start, -span.end))
        last = bisect_left(self._keys, (span.start, 1 - span.end))
        same = [mark for mark in self._sorted[first:last] if mark.span.label == span.label]
        return min(same, key=lambda mark: not mark.state.kept, default=None)

    def layer(self, span: Span) -> str:
        """The layer of a span's label. Raises SchemeError for a label that the scheme lacks."""
        return self._layers.get(span.label) or self._scheme.layer_of(span.label)

    def under(self, span: Span) -> list[Mark]:
        """The kept spans and the suggestions on show that overlap `span` in its layer."""
        layer = self.layer(span)
        found = [
            *self._kept[layer].overlapping(span.start, span.end),
            *self._open[layer].overlapping(span.start, span.end),
        ]
        return [self._shown[interval.id] for interval in found if interval.id in self._shown]

    def room(self, mark: Mark, length: int) -> tuple[int, int]:
        """How far `mark` can reach in a text of `length` until it meets a kept span of its layer.

        Empty where it is a rejected one and such a span lies over it.
        """
        return self._kept[self.layer(mark.span)].room(_interval(mark), length)

    def apply(self, change: Change) -> tuple[str, ...]:
        """Carry `change` out; the ids of the marks that look different now, its own ones first.

        Raises SchemeError, before anything has changed, for a label that the scheme lacks.
        """
        before, after = change.before, change.after
        offers = [self._offers[mark.id] for mark in before.marks if mark.id in self._offers]
        stirred = [mark.span for mark in (*after.marks, *before.marks, *offers)]
        for span in stirred:
            self.layer(span)
        for mark in before.marks:
            self._take(mark)
        for mark in after.marks:
            self._place(mark)
        self.relations.difference_update(before.relations)
        self.relations.update(after.relations)
        self.exceptions.difference_update(before.exceptions)
        self.exceptions.update(after.exceptions)
        touched = dict.fromkeys(mark.id for mark in (*after.marks, *before.marks))
        for span in stirred:
            touched.update(dict.fromkeys(self._settle(span)))
        return tuple(touched)

    def _fill(self) -> None:
        self._kept: dict[str, Intervals] = self._by_layer(
            mark for mark in self._decided.values() if mark.state.kept
        )
        self._open: dict[str, Intervals] = self._by_layer(
            offer for offer in self._offers.values() if offer.id not in self._decided
        )
        shown = [*self._decided.values()]
        for layer, offers in self._open.items():
            kept = self._kept[layer]
            shown += [
                self._offers[interval.id]
                for interval in offers
                if not (kept and kept.overlapping(interval.start, interval.end))
            ]
        # Keys hold the id at their end, so that no two are equal.
        by_key = {self._key(mark): mark for mark in shown}
        self._keys = sorted(by_key)
        self._sorted = [by_key[key] for key in self._keys]
        self._shown = {mark.id: mark for mark in shown}
        self._longest = max((mark.span.end - mark.span.start for mark in shown), default=0)
        self._undecided = sum(mark.state is State.SUGGESTED for mark in shown)

    def _by_layer(self, marks: Iterable[Mark]) -> dict[str, Intervals]:
        layers: dict[str, list[Interval]] = defaultdict(list)
        for mark in marks:
            layers[self.layer(mark.span)].append(_interval(mark))
        return defaultdict(Intervals, {name: Intervals(found) for name, found in layers.items()})

    def _key(self, mark: Mark) -> _Key:
        span = mark.span
        return span.start, -span.end, self._ranks[self.layer(span)], mark.id

    def _take(self, mark: Mark) -> None:
        """Remove a decided mark; the suggestion that it judged, if it is on offer, waits again."""
        del self._decided[mark.id]
        self._hide(mark)
        if mark.state.kept:
            self._kept[self.layer(mark.span)].remove(_interval(mark))
        offer = self._offers.get(mark.id)
        if offer:
            self._open[self.layer(offer.span)].add(_interval(offer))
            self._show(offer)

    def _place(self, mark: Mark) -> None:
        """Put a decided mark where, if anything, its suggestion waited."""
        offer = self._offers.get(mark.id)
        if offer:
            self._open[self.layer(offer.span)].remove(_interval(offer))
            if offer.id in self._shown:
                self._hide(offer)
        self._decided[mark.id] = mark
        self._show(mark)
        if mark.state.kept:
            self._kept[self.layer(mark.span)].add(_interval(mark))

    def _settle(self, span: Span) -> list[str]:
        """Hide and show the suggestions around `span` as the kept spans now demand."""
        layer = self.layer(span)
        toggled: list[str] = []
        for interval in self._open[layer].overlapping(span.start, span.end):
            hidden = bool(self._kept[layer].overlapping(interval.start, interval.end))
            if hidden == (interval.id in self._shown):
                toggled.append(interval.id)
                (self._hide if hidden else self._show)(self._offers[interval.id])
        return toggled

    def _show(self, mark: Mark) -> None:
        key = self._key(mark)
        index = bisect_left(self._keys, key)
        self._keys.insert(index, key)
        self._sorted.insert(index, mark)
        self._shown[mark.id] = mark
        self._longest = max(self._longest, mark.span.end - mark.span.start)
        self._undecided += mark.state is State.SUGGESTED
        self._view = None

    def _hide(self, mark: Mark) -> None:
        index = bisect_left(self._keys, self._key(mark))
        del self._keys[index]
        del self._sorted[index]
        del self._shown[mark.id]
        self._undecided -= mark.state is State.SUGGESTED
        self._view = None


def _interval(mark: Mark) -> Interval:
    return Interval(mark.span.start, mark.span.end, mark.id)

"""Every way to read a stretch of text of which the beginning was read one byte off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from text.repairs.gbk import candidates, pairs
from text.repairs.gbk.candidates import Choices

LOST = "□"
"""A character lost for good; in the damaged text, what is left of a pair that vanished."""

_UNTOLD = "0"
"""What a swallowed character is taken for that nothing tells: most of them are digits."""


class State(IntEnum):
    """What waits for the next character of the stretch."""

    OFF = 0  # the first byte of a character
    GAP = 1  # the same, but it vanished in a pair with the byte before
    WIDE_GAP = 2  # the same, and the pair before vanished as well
    SHARED = 3  # an ASCII character that shares its place with the character before
    IN_STEP = 4  # nothing


class Node(NamedTuple):
    """A place after `seen` characters of the stretch.

    `byte`: the first byte itself where the state is OFF; in a gap the class (see
    `pairs.vanishing_class`) of the byte before it; the trail byte of the pair that two share.
    """

    seen: int
    state: State
    byte: int = 0


class Group(NamedTuple):
    """Characters that may come next; their first byte is in the shown one at `source`.

    `choices` may go on with a word, `beginnings` may begin one. `target` is where they lead, but
    for the byte of a gap, which `Lattice.target` knows.
    """

    choices: Choices
    beginnings: Choices
    source: int
    target: Node


class Lattice:
    """The nodes of one stretch and what leads from each to the next."""

    def __init__(self, shown: str, swallowed: Callable[[int], str]) -> None:
        """Read `shown`; `swallowed` gives what an odd byte there may have swallowed, or nothing."""
        self.shown = shown
        self._swallowed = cache(swallowed)
        self._groups: dict[Node, list[Group]] = {}

    def groups(self, node: Node) -> list[Group]:
        """What may come next at `node`, where at least one byte of it is known."""
        groups = self._groups.get(node)
        if groups is None:
            known = self._known(node) if node.seen < len(self.shown) else ()
            groups = self._groups[node] = list(known)
        return groups

    def unknown(self, node: Node, follows: Set[str]) -> Iterator[Group]:
        """What of `follows` may come next in a gap though no byte of it is known."""
        if node.seen == len(self.shown):
            return
        source = node.seen - 1
        if pairs.shown(self.shown[node.seen]).odd:
            choices = candidates.between_vanished(node.byte, follows, vanishing=False)
            yield Group(choices, choices, source, self.after_odd(node.seen))
        if node.state is State.GAP:
            choices = candidates.between_vanished(node.byte, follows, vanishing=True)
            yield Group(choices, choices, source, self._behind_gap(node.seen, State.WIDE_GAP))

    def target(self, group: Group, character: str) -> Node:
        """The node to which `character` of `group` leads."""
        target = group.target
        if target.state is not State.GAP and target.state is not State.WIDE_GAP:
            return target
        pair = pairs.pair(character)
        # Nothing is known of a lost character: the byte before the gap is one that is good for it.
        trail = pair[1] if pair and character != LOST else pairs.USER_DEFINED
        return target._replace(byte=pairs.vanishing_class(trail))

    def onward(self, seen: int, byte: int) -> Node:
        """Where a pair leads whose second byte is `byte`, the first byte of the next character."""
        if byte >= pairs.FIRST:
            return Node(seen + 1, State.OFF, byte)
        return Node(seen, State.SHARED, byte)

    def after_odd(self, seen: int) -> Node:
        """Where the odd byte at `seen` leads."""
        if self._swallowed(seen):
            return Node(seen, State.SHARED)
        return Node(seen + 1, State.IN_STEP)

    def _known(self, node: Node) -> Iterator[Group]:
        match node.state:
            case State.OFF:
                yield from self._off(node)
                yield from self._into_gap(node)
            case State.GAP | State.WIDE_GAP:
                yield from self._out_of_gap(node)
            case State.SHARED:
                choices: Choices
                characters = chr(node.byte) if node.byte else self._swallowed(node.seen)
                choices = {_UNTOLD if c == LOST else c: (c,) for c in characters}
                yield Group(choices, choices, node.seen, Node(node.seen + 1, State.IN_STEP))
            case State.IN_STEP:
                choices = candidates.only(self.shown[node.seen])
                yield Group(choices, choices, node.seen, Node(node.seen + 1, State.IN_STEP))

    def _off(self, node: Node) -> Iterator[Group]:
        source = node.seen - 1
        for trail, target in self._second_bytes(node.seen):
            if character := pairs.character(node.byte, trail):
                choices = candidates.only(character)
                yield Group(choices, choices, source, target)
        if pairs.shown(self.shown[node.seen]).odd:
            choices = candidates.before_odd(node.byte)
            yield Group(choices, choices, source, self.after_odd(node.seen))

    def _into_gap(self, node: Node) -> Iterator[Group]:
        choices = candidates.before_vanished(node.byte)
        yield Group(choices, choices, node.seen - 1, self._behind_gap(node.seen, State.GAP))

    def _out_of_gap(self, node: Node) -> Iterator[Group]:
        for trail, target in self._second_bytes(node.seen):
            choices = candidates.after_vanished(node.byte, trail)
            beginnings = candidates.common_after_vanished(node.byte, trail)
            yield Group(choices, beginnings, node.seen, target)
        lost = candidates.only(LOST)
        if pairs.shown(self.shown[node.seen]).odd:
            yield Group(lost, lost, node.seen - 1, self.after_odd(node.seen))
        if node.state is State.GAP:
            yield Group(lost, lost, node.seen - 1, self._behind_gap(node.seen, State.WIDE_GAP))

    def _behind_gap(self, seen: int, state: State) -> Node:
        """Where a vanished pair leads; one whose private character came through is `□` by now."""
        return Node(seen + (self.shown[seen] == LOST), state)

    def _second_bytes(self, seen: int) -> Iterator[tuple[int, Node]]:
        shown = pairs.shown(self.shown[seen])
        for first, second in shown.pairs:
            yield first, self.onward(seen, second)
        if shown.trail:
            yield shown.trail, Node(seen + 1, State.IN_STEP)

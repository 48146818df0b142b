"""The likeliest way through a lattice, and those that come near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from text.repairs.gbk.language import NEVER, Language
from text.repairs.gbk.lattice import Group, Lattice, Node, State
from text.repairs.gbk.script import Script

BEAM = 9.0
"""Ways that are so much less likely (log) than another one as far along are given up."""
NEAR = 6.0
"""Ways that are so much less likely than the best are not reported."""
_RARE = -8.0
"""A character that is less likely (log) than this to be a word seldom is one."""
_LOOKAHEAD = 4
"""So many characters after the damage help to judge it."""

_ROOT = Node(-1, State.IN_STEP)
_GAPS = {State.GAP, State.WIDE_GAP}


class Arc(NamedTuple):
    """A word from one node to another.

    `sources`: for each character the place in the stretch where its first byte is; `end`: where the
    word brings the reading in step again, else 0.
    """

    origin: Node
    target: Node
    cost: float
    text: str
    sources: tuple[int, ...]
    end: int

    @property
    def is_alone(self) -> bool:
        """Whether it is but one character, and one that tells little."""
        return len(self.text) == 1 and (self.cost < _RARE or self.end > 0)


class Way(NamedTuple):
    """One way to read the stretch: its log probability and text; `sources` and `end` as in Arc.

    `alone`: whether a character stands by itself, in no word, and seldom does or is the last one.
    """

    score: float
    text: str
    sources: tuple[int, ...]
    end: int
    alone: tuple[bool, ...]


class _Start(NamedTuple):
    """The beginning of a word; `score`: that of the way up to it and of its characters' forms."""

    node: Node
    simple: str
    text: str
    sources: tuple[int, ...]
    score: float
    end: int


def opening(node: Node, cost: float, text: str = "", sources: tuple[int, ...] = ()) -> Arc:
    """A way to begin: with `text` read already, at `node`."""
    end = node.seen if text and node.state is State.IN_STEP else 0
    return Arc(_ROOT, node, cost, text, sources, end)


def search(
    lattice: Lattice, language: Language, script: Script, openings: Iterable[Arc]
) -> list[Way]:
    """The best way through `lattice` and those near it, the best first; none if there is none.

    For every word in the lattice the best way with it is among them, if it is near; so for every
    character of the best way there is the best one with another in its place. (Viterbi forward and
    backward, with a beam.)
    """
    found = _Search(lattice, language, script)
    return found.ways(openings)


class _Search:
    def __init__(self, lattice: Lattice, language: Language, script: Script) -> None:
        self._lattice = lattice
        self._language = language
        self._script = script
        self._nodes: list[list[Node]] = [[] for _ in range(len(lattice.shown) + 1)]
        self._best = [NEVER] * len(self._nodes)
        self._forward = {_ROOT: 0.0}
        self._back: dict[Node, Arc] = {}
        self._arcs: list[Arc] = []

    def ways(self, openings: Iterable[Arc]) -> list[Way]:
        for arc in openings:
            self._add(arc)
        final = self._advance()
        if final not in self._forward:
            return []
        backward, onward = self._backward(final)
        scored = [
            (self._forward[arc.origin] + arc.cost + backward.get(arc.target, NEVER), arc)
            for arc in self._arcs
        ]
        near = [way for way in scored if way[0] > self._forward[final] - NEAR]
        near.sort(key=itemgetter(0), reverse=True)
        found: dict[str, Way] = {}
        covered: set[int] = set()
        for score, arc in near:
            # The best way with a word on the path of a better one is that one.
            if id(arc) not in covered:
                path = self._through(arc, onward)
                covered.update(map(id, path))
                way = _way(score, path)
                found.setdefault(way.text, way)
        return list(found.values())

    def _advance(self) -> Node:
        """Go through the nodes in order; the node where every way has been in step for a while."""
        off = 0
        for seen, nodes in enumerate(self._nodes):
            if seen > off + _LOOKAHEAD:
                return Node(seen, State.IN_STEP)
            for state in State:
                for node in [node for node in nodes if node.state is state]:
                    if state is State.IN_STEP:
                        self._words(node)
                    elif self._forward[node] > self._best[seen] - BEAM:
                        off = seen
                        self._words(node)
        return Node(len(self._nodes) - 1, State.IN_STEP)

    def _words(self, origin: Node) -> None:
        """Add an arc for each word that begins at `origin`."""
        word = self._language.word
        starts = [_Start(origin, "", "", (), self._forward[origin], 0)]
        while starts:
            start = starts.pop()
            for group, simples in self._continuations(start):
                floor = self._floor(start.node, group.target)
                least = floor - start.score
                for simple in simples:
                    cost, longer = word(start.simple + simple)
                    if cost > least or longer > least:
                        for start_on in self._longer(start, group, simple):
                            if cost + start_on.score > floor:
                                self._keep(origin, start_on, cost)
                            if longer + start_on.score > floor:
                                starts.append(start_on)

    def _floor(self, origin: Node, target: Node) -> float:
        """The score that a way must have at `target`; what stands as it is always has a chance."""
        if origin.state is State.IN_STEP and target.state is State.IN_STEP:
            return NEVER
        return self._best[target.seen] - BEAM

    def _continuations(self, start: _Start) -> Iterator[tuple[Group, Iterable[str]]]:
        """The groups of characters after `start`, and which of them (simplified) to look at."""
        groups = self._lattice.groups(start.node)
        if not start.simple:
            for group in groups:
                yield group, group.beginnings
            return
        follows = self._language.followers(start.simple)
        for group in groups:
            if simples := group.choices.keys() & follows:
                # In order, so that of two equal ways every process takes the same one.
                yield group, sorted(simples)
        # With one character, of which a byte is lost as well, nothing tells the second.
        if start.node.state in _GAPS and len(start.simple) > 1:
            for group in self._lattice.unknown(start.node, follows):
                yield group, group.choices

    def _longer(self, start: _Start, group: Group, simple: str) -> Iterator[_Start]:
        """`start` with one more character, in each of its forms."""
        end = start.end
        if group.target.state is State.IN_STEP and start.node.state is not State.IN_STEP:
            end = group.target.seen
        for character in group.choices[simple]:
            yield _Start(
                self._lattice.target(group, character),
                start.simple + simple,
                start.text + character,
                (*start.sources, group.source),
                start.score + self._script.cost(character),
                end,
            )

    def _keep(self, origin: Node, word: _Start, cost: float) -> None:
        cost += word.score - self._forward[origin]
        self._add(Arc(origin, word.node, cost, word.text, word.sources, word.end))

    def _add(self, arc: Arc) -> None:
        target = arc.target
        score = self._forward[arc.origin] + arc.cost
        known = self._forward.get(target)
        self._arcs.append(arc)
        if known is None:
            self._nodes[target.seen].append(target)
        if known is None or score > known:
            self._forward[target] = score
            self._back[target] = arc
            self._best[target.seen] = max(self._best[target.seen], score)

    def _backward(self, final: Node) -> tuple[dict[Node, float], dict[Node, Arc]]:
        """From each node the best cost to the end, and the arc that it begins with."""
        costs = {final: 0.0}
        onward: dict[Node, Arc] = {}
        for arc in reversed(self._arcs):
            cost = arc.cost + costs.get(arc.target, NEVER)
            if cost > costs.get(arc.origin, NEVER):
                costs[arc.origin] = cost
                onward[arc.origin] = arc
        return costs, onward

    def _through(self, arc: Arc, onward: dict[Node, Arc]) -> list[Arc]:
        """The best path with the word `arc` in it."""
        path = [arc]
        while path[-1].origin != _ROOT:
            path.append(self._back[path[-1].origin])
        path.reverse()
        while path[-1].target in onward:
            path.append(onward[path[-1].target])
        return path


def _way(score: float, path: list[Arc]) -> Way:
    return Way(
        score,
        "".join(arc.text for arc in path),
        tuple(source for arc in path for source in arc.sources),
        max(arc.end for arc in path),
        tuple(arc.is_alone for arc in path for _ in arc.text),
    )

"""What a reading should do, in the plainest terms: no index, no table, nothing kept in step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count

from store.edit import Relation
from store.mark import Mark, State
from text.scheme import default_scheme
from text.span import Span, Suggestion

SCHEME = default_scheme()
Everything = tuple[dict[str, Mark], frozenset[Relation], frozenset[str], str]
ACTIONS = count(1)


@dataclass
class Model:
    """Decisions on a text, by brute force. Times are left out: every mark is decided at None."""

    text: str
    suggestions: list[Suggestion] = field(default_factory=list)
    decided: dict[str, Mark] = field(default_factory=dict)
    relations: frozenset[Relation] = frozenset()
    exceptions: frozenset[str] = frozenset()
    status: str = "open"
    done: list[tuple[Everything, int]] = field(default_factory=list)
    undone: list[tuple[Everything, int]] = field(default_factory=list)
    standing: set[int] = field(default_factory=set)

    @property
    def marks(self) -> list[Mark]:
        """What is shown, in order."""
        waiting = [
            Mark(f"s{s.start}-{s.end}-{s.label}", plain(s), State.SUGGESTED, s)
            for s in self.suggestions
        ]
        shown = [
            *self.decided.values(),
            *(
                mark
                for mark in waiting
                if mark.id not in self.decided and not self._kept_over(mark.span)
            ),
        ]
        layers = [layer.name for layer in SCHEME.layers]
        return sorted(
            shown,
            key=lambda m: (m.span.start, -m.span.end, layers.index(layer(m.span)), m.id),
        )

    def accept(self, mark: Mark) -> bool:
        """Keep it as it is."""
        return not mark.state.kept and self._keep(mark, mark.span)

    def reject(self, mark: Mark) -> bool:
        """It is wrong."""
        if mark.state is State.REJECTED:
            return False
        self._before()
        self._reject(mark)
        return self._settled()

    def relabel(self, mark: Mark, label: str) -> bool:
        """It bears another label, with the attributes that go with it."""
        if mark.span.label == label:
            return self.accept(mark)
        fitting = {a.name for a in SCHEME.attributes_of(label)}
        attributes = {k: v for k, v in mark.span.attributes.items() if k in fitting}
        return self._keep(mark, Span(mark.span.start, mark.span.end, label, attributes))

    def move(self, mark: Mark, start: int, end: int) -> bool:
        """One edge goes step by step until something is in its way."""
        others = [
            m.span
            for m in self.decided.values()
            if m.id != mark.id and m.state.kept and layer(m.span) == layer(mark.span)
        ]
        taken = {position for other in others for position in range(other.start, other.end)}
        new_start, new_end = mark.span.start, mark.span.end
        if taken & set(range(new_start, new_end)):
            return False
        while new_start > max(start, 0) and new_start - 1 not in taken:
            new_start -= 1
        while new_start < start and new_start + 1 < new_end:
            new_start += 1
        while new_end < min(end, len(self.text)) and new_end not in taken:
            new_end += 1
        while new_end > end and new_start + 1 < new_end:
            new_end -= 1
        if (new_start, new_end) == (mark.span.start, mark.span.end):
            return False
        self._before()
        self._decide(mark, replace(mark.span, start=new_start, end=new_end), clear=False)
        return self._settled()

    def add(self, mark_id: str, span: Span) -> bool:
        """Label a stretch; `mark_id` is what the store called it."""
        same = [m for m in self.marks if m.id == mark_id]
        mark = same[0] if same else Mark(mark_id, span, State.ADDED, None)
        return self._keep(mark, span)

    def split(self, mark: Mark, offset: int, second_id: str) -> bool:
        """Two parts; `second_id` is what the store called the second one."""
        span = mark.span
        first = replace(span, end=offset)
        found = [m for m in self.marks if m.id == second_id]
        rest = Mark(second_id, Span(offset, span.end, span.label), State.ADDED, None)
        second = found[0] if found else rest
        self._before()
        for other in self.marks:
            apart = other.id not in (mark.id, second.id)
            if apart and layer(other.span) == layer(span) and other.span.overlaps(span):
                self._reject(other)
        self._decide(mark, first, clear=False)
        self._decide(second, second.span, clear=False)
        return self._settled()

    def join(self, one: Mark, other: Mark) -> bool:
        """One span over both, if no other kept one is between."""
        first, last = sorted((one, other), key=lambda m: (m.span.start, m.span.end))
        span = Span(
            first.span.start,
            max(first.span.end, last.span.end),
            first.span.label,
            {**last.span.attributes, **first.span.attributes},
        )
        self._before()
        self._decide(first, span)
        owned = {relation.head for relation in self.relations}
        for head, name, child in sorted(self.relations):
            if child == last.id and head != first.id:
                self.relations -= {Relation(head, name, child)}
                self.relations |= {Relation(head, name, first.id)}
            elif head == last.id and first.id not in owned:
                self.relations |= {Relation(first.id, name, child)}
        return self._settled()

    def can_join(self, one: Mark, other: Mark) -> bool:
        """Whether neither is rejected, both bear one label, and no kept span is between."""
        start, end = min(one.span.start, other.span.start), max(one.span.end, other.span.end)
        return (
            one.id != other.id
            and State.REJECTED not in (one.state, other.state)
            and one.span.label == other.span.label
            and not any(
                m.state.kept
                and m.id not in (one.id, other.id)
                and layer(m.span) == layer(one.span)
                and m.span.overlaps(Span(start, end, one.span.label))
                for m in self.decided.values()
            )
        )

    def offered(self, words: str, label: str) -> list[str]:
        """The marks that a bulk edit of these words and that label would be about."""
        return [
            m.id
            for m in self.marks
            if m.state is State.SUGGESTED
            and (self.text[m.span.start : m.span.end], m.span.label) == (words, label)
            and m.id not in self.exceptions
        ]

    def decide_all(self, action: int, verb: str, ids: list[str], left_out: list[str]) -> bool:
        """One edit, part of an action: each in turn, unless another one has taken its place."""
        if not ids and not left_out:
            return False
        self._before(action)
        for name in ids:
            mark = next(m for m in self.marks if m.id == name)
            if mark.state is State.SUGGESTED:
                self._decide(mark, mark.span) if verb == "accept" else self._reject(mark)
        self.exceptions |= set(left_out)
        return self._settled()

    def describe(self, mark: Mark, attributes: dict[str, str]) -> bool:
        """It has these attributes."""
        if mark.state.kept and attributes == mark.span.attributes:
            return False
        return self._keep(mark, replace(mark.span, attributes=attributes))

    def relate(self, head: Mark, child: Mark) -> bool:
        """The child is the owner of the head."""
        relation = Relation(head.id, "owner", child.id)
        words = self.text[child.span.start : child.span.end]
        if relation in self.relations:
            return False
        self._before()
        if not child.state.kept:
            self._decide(child, child.span)
        self._decide(head, with_owner(head.span, words), clear=not head.state.kept)
        self.relations = frozenset(r for r in self.relations if r.head != head.id) | {relation}
        return self._settled()

    def set_status(self, status: str) -> bool:
        """Done or open."""
        if status == self.status:
            return False
        self._before()
        self.status = status
        return self._settled()

    def _kept_over(self, span: Span) -> bool:
        return any(
            m.state.kept and layer(m.span) == layer(span) and m.span.overlaps(span)
            for m in self.decided.values()
        )

    def _keep(self, mark: Mark, span: Span) -> bool:
        self._before()
        self._decide(mark, span)
        return self._settled()

    def _decide(self, mark: Mark, span: Span, *, clear: bool = True) -> None:
        if clear:
            for other in self.marks:
                same_layer = layer(other.span) == layer(span)
                if other.id != mark.id and same_layer and other.span.overlaps(span):
                    self._reject(other)
        judged = mark.suggested
        if judged is None:
            state = State.ADDED
        else:
            state = State.ACCEPTED if plain(judged) == span else State.CORRECTED
        self.decided[mark.id] = Mark(mark.id, span, state, judged)

    def _reject(self, mark: Mark) -> None:
        if mark.suggested is None:
            self.decided.pop(mark.id)
        else:
            self.decided[mark.id] = Mark(
                mark.id, plain(mark.suggested), State.REJECTED, mark.suggested
            )

    def _settled(self) -> bool:
        """Relations need both ends; the head's attribute holds the words of the child."""
        for relation in sorted(self.relations):
            head, child = self.decided.get(relation.head), self.decided.get(relation.child)
            names = {a.name for a in SCHEME.attributes_of(head.span.label)} if head else set()
            if not (head and child and head.state.kept and child.state.kept and "owner" in names):
                self.relations -= {relation}
                continue
            words = self.text[child.span.start : child.span.end]
            if head.span.attributes.get("owner") != words:
                self._decide(head, with_owner(head.span, words), clear=False)
        return True

    def _everything(self) -> Everything:
        return dict(self.decided), self.relations, self.exceptions, self.status

    def _before(self, action: int | None = None) -> None:
        action = action or next(ACTIONS)
        self.done.append((self._everything(), action))
        self.standing.add(action)
        self.undone.clear()

    def take_back(self, action: int, redo: bool) -> None:
        """The last edit, or the last undo, as part of an action of that number."""
        source, target = (self.undone, self.done) if redo else (self.done, self.undone)
        everything, before = source.pop()
        target.append((self._everything(), action))
        self.standing ^= {before, action}
        decided, self.relations, self.exceptions, self.status = everything
        self.decided = dict(decided)


def layer(span: Span) -> str:
    """The layer of a span's label."""
    return SCHEME.layer_of(span.label)


def plain(span: Span) -> Span:
    """A suggestion as a mere span."""
    return Span(span.start, span.end, span.label, span.attributes)


def with_owner(span: Span, words: str) -> Span:
    """A span that belongs to `words`."""
    return replace(span, attributes={**span.attributes, "owner": words})


def timeless(mark: Mark) -> Mark:
    """A mark without who and when."""
    return replace(mark, annotator=None, decided=None)

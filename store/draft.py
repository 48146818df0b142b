"""One edit in the making: decisions on marks, and all that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store import clock
from store.board import Board
from store.edit import Change, Effort, Entry, Relation, Rows
from store.mark import Mark, State
from text.scheme import Scheme
from text.span import Span, Suggestion


class Draft:
    """Collects what one edit does to the marks of `board`, which itself stays as it is.

    A relation goes when one of its ends does, and the attribute of its name follows the words of
    its child.
    """

    def __init__(self, board: Board, scheme: Scheme, text: str, person: str) -> None:
        self._board = board
        self._scheme = scheme
        self._text = text
        self._person = person
        self._at = clock.now()
        self._after: dict[str, Mark | None] = {}
        self._cut: set[Relation] = set()
        self._tied: set[Relation] = set()
        self._excepted: set[str] = set()

    def touches(self, mark: Mark) -> bool:
        """Whether the edit decides on `mark` already."""
        return mark.id in self._after

    def leave_out(self, mark: Mark) -> None:
        """Let bulk edits leave the suggestion `mark` alone from now on."""
        self._excepted.add(mark.id)

    def keep(self, mark: Mark, span: Span) -> None:
        """Decide that `mark` is right as `span`, which no kept span of its layer overlaps."""
        self._decide(mark, span, kept_state(mark.suggested, span))

    def claim(self, mark: Mark, span: Span) -> None:
        """Decide that `mark` is right as `span`; what that covers in its layer is rejected."""
        self.keep(mark, span)
        for other in self._board.under(span):
            if other.id != mark.id:
                self.reject(other)

    def reject(self, mark: Mark) -> None:
        """Decide that `mark` is wrong: as it was suggested; an added span just goes."""
        suggested = mark.suggested
        if suggested is None:
            self._after[mark.id] = None
        else:
            self._decide(mark, plain(suggested), State.REJECTED)

    def tie(self, relation: Relation) -> None:
        """Make `relation` the only one of its label at its head."""
        self.untie(relation.head, relation.label)
        self._tied.add(relation)

    def hand_over(self, mark: Mark, to: Mark) -> None:
        """Give the relations of `mark` to the mark `to`; of its own it keeps those that it has."""
        own = {r.label for r in self._board.relations if r.head == to.id}
        for relation in self._board.relations:
            if relation.child == mark.id and relation.head != to.id:
                self.tie(relation._replace(child=to.id))
            elif relation.head == mark.id and relation.child != to.id and relation.label not in own:
                self.tie(relation._replace(head=to.id))

    def untie(self, head: str, label: str) -> None:
        """Remove what relations of `label` the span `head` has."""
        self._cut |= {r for r in self._board.relations if r.head == head and r.label == label}

    def entry(self, verb: str, effort: Effort) -> Entry:
        """The edit as a line for the log, at the time that its decisions bear."""
        return Entry(verb, self._person, self._at, effort, self._change())

    def _change(self) -> Change:
        self._settle_relations()
        before = (self._board.mark(mark_id) for mark_id in self._after)
        return Change(
            before=Rows(
                marks=tuple(m for m in before if m and m.state is not State.SUGGESTED),
                relations=tuple(sorted(self._cut - self._tied)),
            ),
            after=Rows(
                marks=tuple(mark for mark in self._after.values() if mark),
                relations=tuple(sorted(self._tied - self._board.relations)),
                exceptions=tuple(sorted(self._excepted - self._board.exceptions)),
            ),
        )

    def _decide(self, mark: Mark, span: Span, state: State) -> None:
        self._after[mark.id] = replace(
            mark, span=span, state=state, annotator=self._person, decided=self._at
        )

    def _look(self, mark_id: str) -> Mark | None:
        return self._after.get(mark_id, self._board.mark(mark_id))

    def _settle_relations(self) -> None:
        """Cut the relations that lost an end, and bring the attributes of the others up to date."""
        changed = self._after.keys()
        concerned = [
            relation
            for relation in (self._board.relations | self._tied) - self._cut
            if relation.head in changed or relation.child in changed
        ]
        for relation in sorted(concerned):
            head, child = self._look(relation.head), self._look(relation.child)
            if head and child and self._holds(head, relation.label, child):
                self._name_child(head, relation.label, child)
            else:
                self._cut.add(relation)
                self._tied.discard(relation)

    def _holds(self, head: Mark, label: str, child: Mark) -> bool:
        names = {attribute.name for attribute in self._scheme.attributes_of(head.span.label)}
        return head.state.kept and child.state.kept and label in names

    def _name_child(self, head: Mark, name: str, child: Mark) -> None:
        words = self._text[child.span.start : child.span.end]
        if head.span.attributes.get(name) != words:
            self.keep(head, with_attributes(head.span, {**head.span.attributes, name: words}))


def plain(span: Span) -> Span:
    """`span` without what a suggestion says about itself."""
    return Span(span.start, span.end, span.label, span.attributes)


def with_attributes(span: Span, attributes: Mapping[str, str]) -> Span:
    """`span` with other attributes."""
    return Span(span.start, span.end, span.label, attributes)


def kept_state(suggested: Suggestion | None, span: Span) -> State:
    """How a span that is right stands to what was suggested."""
    if suggested is None:
        return State.ADDED
    return State.ACCEPTED if plain(suggested) == span else State.CORRECTED

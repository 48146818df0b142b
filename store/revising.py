"""What becomes of decisions when their article is read in another revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from secrets import token_hex

from store.board import Board
from store.draft import kept_state, with_attributes
from store.edit import Change, Relation, Rows
from store.errors import DecisionError
from store.following import Following, apart
from store.mark import Mark, suggestion_id, suggestion_place
from text.span import Span


class Revising:
    """Moves all decisions of `board` to another revision of its article.

    Each stays the decision it was, by the same person at the same time. A mark is named after the
    suggestion that it judged, so it gets the name of where that stands now.
    """

    def __init__(self, board: Board, following: Following, text: str) -> None:
        self._board = board
        self._following = following
        self._text = text
        self._before = board.decisions

    def change(self, old: str, new: str) -> Change:
        """From the revision `old` to `new` (ids). Raises DecisionError where spans lack the room.

        The attribute that holds the words of a related span follows those words.
        """
        moved = self._moved()
        relations = [
            Relation(moved[r.head].id, r.label, moved[r.child].id) for r in self._board.relations
        ]
        self._name_children(moved)
        return Change(
            before=Rows(
                marks=tuple(self._before),
                relations=tuple(sorted(self._board.relations)),
                exceptions=tuple(sorted(self._board.exceptions)),
                fields={"revision": old},
            ),
            after=Rows(
                marks=tuple(moved.values()),
                relations=tuple(sorted(relations)),
                exceptions=tuple(sorted({self._named(name) for name in self._board.exceptions})),
                fields={"revision": new},
            ),
        )

    def _named(self, mark_id: str) -> str:
        """The id of a suggestion's mark where its words stand now."""
        start, end, label = suggestion_place(mark_id)
        start, end = self._following.range(start, end)
        return suggestion_id(Span(start, end, label))

    def _moved(self) -> dict[str, Mark]:
        """Each mark where it stands now, by the id that it had."""
        spans = self._spans()
        taken: set[str] = set()
        moved = {}
        for mark in self._before:
            span, suggested = spans[mark.id], mark.suggested
            name = mark.id
            if suggested:
                start, end = self._following.range(suggested.start, suggested.end)
                suggested = replace(suggested, start=start, end=end)
                name = suggestion_id(suggested)
            if name in taken:
                name = f"a{token_hex(6)}"
            taken.add(name)
            state = kept_state(suggested, span) if mark.state.kept else mark.state
            moved[mark.id] = replace(mark, id=name, span=span, state=state, suggested=suggested)
        return moved

    def _spans(self) -> dict[str, Span]:
        """The new span of each mark by its id; the kept ones of a layer share no character."""
        spans: dict[str, Span] = {}
        layers: dict[str, list[Mark]] = defaultdict(list)
        for mark in self._before:
            start, end = self._following.range(mark.span.start, mark.span.end)
            spans[mark.id] = replace(mark.span, start=start, end=end)
            if mark.state.kept:
                layers[self._board.layer(mark.span)].append(mark)
        for layer, marks in layers.items():
            ranges = self._apart(layer, [spans[mark.id] for mark in marks])
            for mark, (start, end) in zip(marks, ranges, strict=True):
                spans[mark.id] = replace(mark.span, start=start, end=end)
        return spans

    def _apart(self, layer: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
        ranges = apart([(span.start, span.end) for span in spans], len(self._text))
        if ranges is None:
            raise DecisionError(
                f"the new text has {len(self._text)} characters, too few for the {len(spans)}"
                f" decided spans of layer {layer}; reject some first"
            )
        return ranges

    def _name_children(self, moved: dict[str, Mark]) -> None:
        for relation in sorted(self._board.relations):
            head, child = moved[relation.head], moved[relation.child]
            words = self._text[child.span.start : child.span.end]
            if head.span.attributes.get(relation.label) != words:
                span = with_attributes(head.span, {**head.span.attributes, relation.label: words})
                moved[relation.head] = replace(
                    head, span=span, state=kept_state(head.suggested, span)
                )

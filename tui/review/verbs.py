"""The reviewer's verbs by name, as keymaps name them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui.review.edges import move_edge
from tui.review.movement import Movement, Side, Unit
from tui.review.outcome import Outcome
from tui.review.parting import join, split
from tui.review.session import Session

Verb = Callable[[Session], Outcome]


def _move(movement: Movement) -> Verb:
    return lambda session: session.move(movement)


def _edge(side: Side, unit: Unit, *, outwards: bool) -> Verb:
    return lambda session: move_edge(session, side, unit, outwards=outwards)


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "accept": Session.accept,
        "reject": Session.reject,
        "undo": Session.undo,
        "redo": Session.redo,
        "next": Session.next_mark,
        "previous": Session.previous_mark,
        "select": Session.toggle_selection,
        "cancel": Session.cancel_selection,
        "done": Session.finish,
        "reopen": Session.reopen,
        "flag": Session.flag,
        "split": split,
        "join": join,
        "left": _move(Movement.LEFT),
        "right": _move(Movement.RIGHT),
        "word_back": _move(Movement.WORD_BACK),
        "word_on": _move(Movement.WORD_ON),
        "clause_back": _move(Movement.CLAUSE_BACK),
        "clause_on": _move(Movement.CLAUSE_ON),
        "left_out": _edge(Side.LEFT, Unit.CHARACTER, outwards=True),
        "left_in": _edge(Side.LEFT, Unit.CHARACTER, outwards=False),
        "right_out": _edge(Side.RIGHT, Unit.CHARACTER, outwards=True),
        "right_in": _edge(Side.RIGHT, Unit.CHARACTER, outwards=False),
        "left_out_word": _edge(Side.LEFT, Unit.WORD, outwards=True),
        "left_in_word": _edge(Side.LEFT, Unit.WORD, outwards=False),
        "right_out_word": _edge(Side.RIGHT, Unit.WORD, outwards=True),
        "right_in_word": _edge(Side.RIGHT, Unit.WORD, outwards=False),
    }
)

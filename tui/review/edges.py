"""The edges of the current span: moved by characters and words."""

from __future__ import annotations

from store.mark import State
from tui.language import say
from tui.review.movement import Side, Unit
from tui.review.outcome import Outcome
from tui.review.session import Session, no_mark


def move_edge(session: Session, side: Side, unit: Unit, *, outwards: bool) -> Outcome:
    """Move an edge of the current mark by a character or a word."""
    mark = session.ready()
    if mark is None:
        return no_mark()
    if mark.state is State.REJECTED:
        return rejected()
    start, end = mark.span.start, mark.span.end
    forward = outwards is (side is Side.RIGHT)
    if side is Side.LEFT:
        start = _stepped(session, start, unit, forward=forward)
    else:
        end = _stepped(session, end, unit, forward=forward)
    if not 0 <= start < end <= len(session.text):
        return Outcome(notice=say("边界到头", "the edge cannot go further"))
    edit = session.decide(session.reading.move, mark.id, start, end)
    if edit is None:
        return Outcome(notice=say("边界到头：紧邻另一标注", "the edge stops at the next span"))
    return session.stay(edit)


def rejected() -> Outcome:
    """A rejected mark has no edges to move."""
    return Outcome(notice=say("已拒绝 · 数字键重新标注", "rejected: a label key takes it back"))


def _stepped(session: Session, offset: int, unit: Unit, *, forward: bool) -> int:
    if unit is Unit.WORD:
        words = session.cursor.words
        return words.after(offset) if forward else words.before(offset)
    return offset + (1 if forward else -1)

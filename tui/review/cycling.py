"""`B`: the current span takes one likely range after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.mark import State
from text.span import Span
from tui.keymap import cap_of
from tui.language import say
from tui.page.cells import drawable
from tui.review.boundaries import Range, likely
from tui.review.edges import rejected
from tui.review.outcome import Outcome
from tui.review.session import Session, no_mark

CYCLE = "cycle"
EDGES = ("left-out", "left-in", "right-in", "right-out")
MOST_SHOWN = 40
"""Code points of the words that the notice repeats."""


@dataclass(slots=True)
class Ring:
    """The ranges that one mark goes through, from the one that it had at first."""

    ranges: list[Range]
    place: int = 0


class Cycling:
    """Goes around for as long as nothing else is done.

    Each range is taken in place of the one before: that edit is undone first, so that one undo
    leads back to where the mark was, state and all.
    """

    def __init__(self) -> None:
        self._ring = Ring([])

    def go_on(self, session: Session, readings: Iterable[Span] = ()) -> Outcome:
        """Let the current mark take its next likely range, `readings` of its words among them."""
        going_on = session.asked == CYCLE
        mark = session.ready()
        if mark is None:
            return no_mark()
        if mark.state is State.REJECTED:
            return rejected()
        ring = self._ring
        if not going_on:
            ring = self._ring = Ring(likely(session, mark, readings))
        if len(ring.ranges) == 1:
            edges = " ".join(map(cap_of, EDGES))
            return Outcome(
                notice=say(
                    f"没有别的可能边界 · {edges} 移动边界",
                    f"no other likely boundaries · {edges} move the edges",
                )
            )
        touched: dict[str, None] = {}
        edit = None
        if ring.place:
            edit = session.decide(session.reading.undo)
            touched.update(dict.fromkeys(edit.touched if edit else ()))
        ring.place = (ring.place + 1) % len(ring.ranges)
        if ring.place:
            edit = session.decide(session.reading.move, mark.id, *ring.ranges[ring.place])
            touched.update(dict.fromkeys(edit.touched if edit else ()))
        session.stay(edit)
        session.asked = CYCLE
        return Outcome(touched=tuple(touched), edit=edit, notice=_told(session, ring))


def _told(session: Session, ring: Ring) -> str:
    start, end = ring.ranges[ring.place]
    words = drawable(session.text[start : min(end, start + MOST_SHOWN)])
    more = "…" if end - start > MOST_SHOWN else ""
    place = f"{ring.place + 1}/{len(ring.ranges)}"
    key, undo = cap_of("boundaries"), cap_of("undo")
    return say(
        f"边界 {place}：{words}{more} · {key} 换下一个 · {undo} 回到原处",
        f"boundaries {place}: {words}{more} · {key} the next · {undo} back to what it was",
    )

"""A span parted in two, and two spans joined."""

from __future__ import annotations

from store.mark import Mark, State
from tui.keymap import cap_of
from tui.language import say
from tui.review.outcome import Outcome
from tui.review.session import Session, no_mark


def split(session: Session) -> Outcome:
    """Part the span that the text cursor stands in, right before the cursor."""
    session.ready()
    mark = _around(session)
    if mark is None:
        right, word = cap_of("right"), cap_of("word-on")
        return Outcome(
            notice=say(
                f"先用 {right} 或 {word} 把光标移到标注里面要分开的地方",
                f"first move the cursor into the span, with {right} or {word}, to where to part it",
            )
        )
    edit = session.decide(session.reading.split, mark.id, session.cursor.caret)
    session.cursor.go_to(mark)
    return session.stay(edit)


def join(session: Session) -> Outcome:
    """Join the current span with the next one of its layer, if that bears the same label."""
    mark = session.ready()
    if mark is None:
        return no_mark()
    following = _next_in_layer(session, mark)
    if following is None or "\n" in session.text[mark.span.start : following.span.end]:
        return Outcome(notice=say("本段后面没有可并的标注", "no span to join in this paragraph"))
    if following.span.label != mark.span.label or mark.state is State.REJECTED:
        other = session.scheme.label(following.span.label)
        return Outcome(
            notice=say(
                f"下一处是{other.zh}：标签相同、未拒绝的才能并",
                f"the next one is a {other.name}: spans of one label are joined, not rejected ones",
            )
        )
    edit = session.decide(session.reading.join, mark.id, following.id)
    return session.stay(edit)


def _around(session: Session) -> Mark | None:
    """The innermost mark that has the text cursor inside, behind its first character."""
    caret = session.cursor.caret
    inside = [
        mark
        for mark in session.reading.marks
        if mark.span.start < caret < mark.span.end and mark.state is not State.REJECTED
    ]
    return min(inside, key=lambda mark: mark.span.end - mark.span.start, default=None)


def _next_in_layer(session: Session, mark: Mark) -> Mark | None:
    layer = session.scheme.layer_of(mark.span.label)
    return next(
        (
            other
            for other in session.reading.marks
            if other.span.start >= mark.span.end
            and other.state is not State.REJECTED
            and session.scheme.layer_of(other.span.label) == layer
        ),
        None,
    )

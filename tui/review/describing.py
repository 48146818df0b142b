"""Saying more of a span: its attributes, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from store.edit import Edit, Effort
from store.mark import Mark
from text.scheme import Attribute, Scheme
from tui.language import say
from tui.review.outcome import Outcome
from tui.review.session import Session


def describe(session: Session, mark_id: str, attributes: Mapping[str, str]) -> Outcome:
    """The mark has these attributes and no others. Raises DecisionError where it is gone."""
    session.ready()
    edit = session.decide(partial(session.reading.describe, mark_id, attributes))
    if edit is None:
        return Outcome(notice=say("没有变化", "nothing changes"))
    return session.stay(edit)


def relate(session: Session, mark_id: str, child_id: str | None, name: str) -> Outcome:
    """The mark `child_id` is what the attribute `name` of `mark_id` says; None: nothing is.

    Raises DecisionError where one of them is gone.
    """
    session.ready()
    edit = session.decide(partial(_relate, session, mark_id, child_id, name))
    if edit is None:
        return Outcome(notice=say("没有变化", "nothing changes"))
    return session.stay(edit)


def _relate(
    session: Session, mark_id: str, child_id: str | None, name: str, effort: Effort
) -> Edit | None:
    return session.reading.relate(mark_id, child_id, effort, name)


def span_attribute(scheme: Scheme, mark: Mark | None) -> Attribute | None:
    """The first attribute of a mark that another span is the value of; None where none is."""
    if mark is None:
        return None
    return next((a for a in scheme.attributes_of(mark.span.label) if a.type == "span"), None)

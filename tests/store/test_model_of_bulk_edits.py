"""Any sequence of bulk edits, splits and joins in two articles, undone and redone from either."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from store.batches import BulkVerb
from store.errors import DecisionError
from store.mark import State
from tests.store.model import ACTIONS
from tests.store.model_undo import taken_back
from tests.store.reviewing import OFFSETS, PICK, TEXT, Reviewing


class ManyAtOnce(Reviewing):
    """Edits that reach over both articles, and what stands in their way."""

    @rule(
        pick=PICK,
        verb=st.sampled_from(["accept", "reject"]),
        here=st.booleans(),
        out=st.sets(st.integers(0, 3)),
    )
    @precondition(lambda self: any(m.state is State.SUGGESTED for m in self.model.marks))
    def decide_all(self, pick: int, verb: BulkVerb, here: bool, out: set[int]) -> None:
        waiting = [m for m in self.model.marks if m.state is State.SUGGESTED]
        span = waiting[pick % len(waiting)].span
        words = TEXT[span.start : span.end]
        only = self.article.id if here else None
        found = list(self.store.identical(words, span.label, only))
        models = {self.article.id: self.model, self.twin.id: self.twins}
        looked_into = [
            it
            for it, model in models.items()
            if it == only or (not here and model.status == "open")
        ]
        offered = {it: models[it].offered(words, span.label) for it in looked_into}
        assert [(m.article, m.mark) for m in found] == [
            (it, mark) for it in looked_into for mark in offered[it]
        ]
        left_out = [mention for index, mention in enumerate(found) if index in out]
        asked = [mention for index, mention in enumerate(found) if index not in out]
        self.store.decide_all(asked, verb, left_out)
        action = next(ACTIONS)
        for it in looked_into:
            models[it].decide_all(
                action,
                verb,
                [m.mark for m in asked if m.article == it],
                [m.mark for m in left_out if m.article == it],
            )
        self._refresh()

    @rule(pick=PICK)
    @precondition(lambda self: self.twins.marks)
    def decide_on_the_twin(self, pick: int) -> None:
        mark = self.twins.marks[pick % len(self.twins.marks)]
        assert (self.second.reject(mark.id) is not None) == self.twins.reject(mark)

    @rule(redo=st.booleans())
    def undo_or_redo_on_the_twin(self, redo: bool) -> None:
        models = [self.model, self.twins]
        count = taken_back(models, self.twins, redo=redo, partly=True)
        edit = self.second.redo(partly=True) if redo else self.second.undo(partly=True)
        assert (edit.articles if edit else 0) == count
        self.reading.refresh()

    @rule(pick=PICK, offset=OFFSETS)
    @precondition(lambda self: self.model.marks)
    def split(self, pick: int, offset: int) -> None:
        mark = self._pick(pick)
        span = mark.span
        if not span.start < offset < span.end:
            with pytest.raises(DecisionError):
                self.reading.split(mark.id, offset)
            return
        edit = self.reading.split(mark.id, offset)
        rest = offset, span.end, span.label
        (second,) = (
            m
            for m in self.reading.marks
            if m.state.kept and (m.span.start, m.span.end, m.span.label) == rest
        )
        self._same(edit, self.model.split(mark, offset, second.id))

    @rule(one=PICK, other=PICK)
    @precondition(lambda self: self.model.marks)
    def join(self, one: int, other: int) -> None:
        first = self._pick(one)
        alike = [m for m in self.model.marks if m.span.label == first.span.label]
        pair = first, alike[other % len(alike)]
        if not self.model.can_join(*pair):
            with pytest.raises(DecisionError):
                self.reading.join(pair[0].id, pair[1].id)
            return
        self._same(self.reading.join(pair[0].id, pair[1].id), self.model.join(*pair))


TestManyAtOnce = ManyAtOnce.TestCase
TestManyAtOnce.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

"""What the model-based tests share: a store, the models beside it, and what must always hold."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from store.checking import check
from store.edit import Edit
from store.errors import LaterEditsError
from store.mark import Mark, State
from store.store import Store
from tests.store.building import article
from tests.store.model import SCHEME, Model, timeless
from tests.store.model_undo import taken_back
from text.span import Span, Suggestion

TEXT = "甘肃科技集团到明年产值突破三亿"
LABELS = ("ORG", "LOC", "TARGET", "AIM")
OFFSETS = st.integers(0, len(TEXT) - 1)
PICK = st.integers(0, 30)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A labelled stretch of the text."""
    start = draw(OFFSETS)
    end = draw(st.integers(start + 1, min(len(TEXT), start + 6)))
    return Span(start, end, draw(st.sampled_from(LABELS)))


@st.composite
def runs(draw: st.DrawFn) -> list[Suggestion]:
    """Suggestions without overlap in a layer, some of them with attributes."""
    chosen: list[Suggestion] = []
    for span in draw(st.lists(spans(), min_size=5, max_size=9)):
        taken = [s for s in chosen if SCHEME.layer_of(s.label) == SCHEME.layer_of(span.label)]
        if not any(span.overlaps(other) for other in taken):
            attributes = {"value": "3", "certainty": "planned"} if span.label == "TARGET" else {}
            chosen.append(Suggestion(span.start, span.end, span.label, attributes, 0.5, "lac"))
    return chosen


class Reviewing(RuleBasedStateMachine):
    """One reviewer, an article and one much like it, and the models beside them."""

    def __init__(self) -> None:
        super().__init__()
        # Marks are in the order of their ids where all else is the same: a run can be repeated.
        numbers = count()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("store.reading.token_hex", lambda _: f"{next(numbers):012x}")
        self.folder = Path(tempfile.mkdtemp())
        self.article, self.twin = article(TEXT), article("新" + TEXT)
        self.model, self.twins = Model(TEXT), Model("新" + TEXT)
        self._open()
        self.store.add(self.article)
        self.store.add(self.twin)

    @initialize(run=runs())
    def begin(self, run: list[Suggestion]) -> None:
        self.put(run)
        self._sit_down()

    @rule(pick=PICK)
    @precondition(lambda self: self.model.marks)
    def accept(self, pick: int) -> None:
        mark = self._pick(pick)
        self._same(self.reading.accept(mark.id), self.model.accept(mark))

    @rule(pick=PICK)
    @precondition(lambda self: self.model.marks)
    def reject(self, pick: int) -> None:
        mark = self._pick(pick)
        self._same(self.reading.reject(mark.id), self.model.reject(mark))

    @rule(head=PICK, child=PICK)
    def relate(self, head: int, child: int) -> None:
        heads = [m for m in self.model.marks if m.span.label == "TARGET"]
        children = [m for m in self.model.marks if m.span.label in ("ORG", "LOC")]
        if heads and children:
            pair = heads[head % len(heads)], children[child % len(children)]
            edit = self.reading.relate(pair[0].id, pair[1].id)
            self._same(edit, self.model.relate(*pair))

    @rule(redo=st.booleans(), partly=st.booleans())
    def undo_or_redo(self, redo: bool, partly: bool) -> None:
        models = [self.model, self.twins]
        count = taken_back(models, self.model, redo=redo, partly=partly)
        verb = self.reading.redo if redo else self.reading.undo
        if count is None:
            with pytest.raises(LaterEditsError):
                verb()
            return
        edit = verb(partly=partly)
        self._same(edit, count > 0)
        assert edit is None or edit.articles == count
        self.second.refresh()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self._open()
        self._sit_down()

    @invariant()
    def shows_what_the_model_shows(self) -> None:
        self.seen = {mark.id: mark for mark in self.reading.marks}
        assert [timeless(mark) for mark in self.reading.marks] == self.model.marks
        assert self.reading.relations == self.model.relations
        assert self.reading.status == self.model.status
        assert [timeless(mark) for mark in self.second.marks] == self.twins.marks

    @invariant()
    def counts_right(self) -> None:
        waiting = sum(mark.state is State.SUGGESTED for mark in self.model.marks)
        assert self.reading.undecided == waiting
        card, twin = self.store.library()
        assert (card.decided, card.undecided) == (len(self.model.decided), waiting)
        waiting = sum(mark.state is State.SUGGESTED for mark in self.twins.marks)
        assert (twin.decided, twin.undecided) == (len(self.twins.decided), waiting)

    def teardown(self) -> None:
        self.patch.undo()
        wrong = [finding.what for finding in check(self.store.db, SCHEME) if finding.wrong]
        assert wrong == []
        self.store.close()
        shutil.rmtree(self.folder)

    def put(self, run: list[Suggestion]) -> None:
        self.store.put_suggestions(self.article.id, "jinbiao", "1", run)
        self.model.suggestions = run
        moved = [replace(s, start=s.start + 1, end=s.end + 1) for s in run]
        self.store.put_suggestions(self.twin.id, "jinbiao", "1", moved)
        self.twins.suggestions = moved

    def _same(self, edit: Edit | None, changed: bool) -> None:
        """The store changed something just when the model did, and says what looks different."""
        assert (edit is not None) == changed
        now = {mark.id: mark for mark in self.reading.marks}
        ids = self.seen.keys() | now.keys()
        different = {name for name in ids if self.seen.get(name) != now.get(name)}
        assert different <= set(edit.touched if edit else ())

    def _open(self) -> None:
        self.store = Store.open(self.folder / "s.db", "ann", SCHEME)

    def _sit_down(self) -> None:
        self.reading = self.store.reading(self.article.id)
        self.second = self.store.reading(self.twin.id)

    def _refresh(self) -> None:
        self.reading.refresh()
        self.second.refresh()

    def _pick(self, pick: int) -> Mark:
        return self.model.marks[pick % len(self.model.marks)]

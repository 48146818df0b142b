"""Any sequence of verbs, restarts and new runs: the store does what the plain model does."""

from __future__ import annotations

import shutil
import tempfile
from ast import literal_eval
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from store.batches import BulkVerb
from store.checking import check
from store.edit import Edit
from store.errors import ConflictError, DecisionError, LaterEditsError
from store.mark import Mark, State
from store.store import Store
from tests.store.building import article
from tests.store.model import ACTIONS, SCHEME, Model, taken_back, timeless
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
    for span in draw(st.lists(spans(), max_size=8)):
        taken = [s for s in chosen if SCHEME.layer_of(s.label) == SCHEME.layer_of(span.label)]
        if not any(span.overlaps(other) for other in taken):
            attributes = {"value": "3", "certainty": "planned"} if span.label == "TARGET" else {}
            chosen.append(Suggestion(span.start, span.end, span.label, attributes, 0.5, "lac"))
    return chosen


class Review(RuleBasedStateMachine):
    """One reviewer, an article and one much like it, and the models beside them."""

    def __init__(self) -> None:
        super().__init__()
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

    @rule(pick=PICK, label=st.sampled_from(LABELS))
    @precondition(lambda self: self.model.marks)
    def relabel(self, pick: int, label: str) -> None:
        mark = self._pick(pick)
        self._same(self.reading.relabel(mark.id, label), self.model.relabel(mark, label))

    @rule(pick=PICK, by=st.integers(-20, 20), left=st.booleans())
    @precondition(lambda self: self.model.marks)
    def move(self, pick: int, by: int, left: bool) -> None:
        mark = self._pick(pick)
        start = mark.span.start + by * left
        end = mark.span.end + by * (not left)
        self._same(self.reading.move(mark.id, start, end), self.model.move(mark, start, end))

    @rule(span=spans())
    def add(self, span: Span) -> None:
        edit = self.reading.add(span.start, span.end, span.label)
        if edit and edit.mark:
            attributes = self.reading.mark(edit.mark).span.attributes
            span = Span(span.start, span.end, span.label, attributes)
            self._same(edit, self.model.add(edit.mark, span))

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
        pair = self._pick(one), self._pick(other)
        if not self.model.can_join(*pair):
            with pytest.raises(DecisionError):
                self.reading.join(pair[0].id, pair[1].id)
            return
        self._same(self.reading.join(pair[0].id, pair[1].id), self.model.join(*pair))

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

    @rule(pick=PICK, certainty=st.sampled_from(["", "planned", "ambition"]))
    @precondition(lambda self: self.model.marks)
    def describe(self, pick: int, certainty: str) -> None:
        mark = self._pick(pick)
        if mark.span.label != "TARGET":
            return
        told = {**mark.span.attributes, "certainty": certainty}
        kept = {name: value for name, value in told.items() if value}
        self._same(self.reading.describe(mark.id, told), self.model.describe(mark, kept))

    @rule(head=PICK, child=PICK)
    def relate(self, head: int, child: int) -> None:
        heads = [m for m in self.model.marks if m.span.label == "TARGET"]
        children = [m for m in self.model.marks if m.span.label in ("ORG", "LOC")]
        if heads and children:
            pair = heads[head % len(heads)], children[child % len(children)]
            edit = self.reading.relate(pair[0].id, pair[1].id)
            self._same(edit, self.model.relate(*pair))

    @rule()
    def finish(self) -> None:
        self._same(self.reading.finish(), self.model.set_status("done"))

    @rule()
    def reopen(self) -> None:
        self._same(self.reading.reopen(), self.model.set_status("open"))

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

    @rule(redo=st.booleans())
    def undo_or_redo_on_the_twin(self, redo: bool) -> None:
        models = [self.model, self.twins]
        count = taken_back(models, self.twins, redo=redo, partly=True)
        edit = self.second.redo(partly=True) if redo else self.second.undo(partly=True)
        assert (edit.articles if edit else 0) == count
        self.reading.refresh()

    @rule(run=runs())
    def new_run(self, run: list[Suggestion]) -> None:
        self.put(run)
        self._refresh()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self._open()
        self._sit_down()

    @rule()
    def take_a_backup_and_go_on_in_it(self) -> None:
        self.store.backup(self.folder / "copy.db")
        self.store.close()
        for left in self.folder.glob("s.db*"):
            left.unlink()
        (self.folder / "copy.db").rename(self.folder / "s.db")
        self._open()
        self._sit_down()

    @rule()
    def merge_into_an_empty_store_and_go_on_there(self) -> None:
        self.store.close()
        (self.folder / "s.db").rename(self.folder / "other.db")
        self._open()
        assert self.store.merge(self.folder / "other.db").conflicts == ()
        assert self.store.merge(self.folder / "other.db").edits == 0
        self._sit_down()

    @rule()
    @precondition(lambda self: self.model.marks)
    def decide_elsewhere_and_merge_that(self) -> None:
        self.store.backup(self.folder / "other.db")
        other = Store.open(self.folder / "other.db", "ann", SCHEME)
        mark = self.model.marks[0]
        changed = other.reading(self.article.id).reject(mark.id)
        other.close()
        assert self.store.merge(self.folder / "other.db").edits == (changed is not None)
        self.reading.refresh()
        assert self.model.reject(mark) == (changed is not None)

    @rule()
    def go_on_in_both_stores_and_merge(self) -> None:
        self.store.backup(self.folder / "other.db")
        other = Store.open(self.folder / "other.db", "ann", SCHEME)
        theirs = other.reading(self.article.id)
        assert theirs.set_comment(f"there {next(ACTIONS)}")
        status = "open" if self.model.status == "done" else "done"
        verb = self.reading.finish if status == "done" else self.reading.reopen
        self._same(verb(), self.model.set_status(status))
        (conflict,) = self.store.merge(other.db.path).conflicts
        assert self.store.merge(other.db.path).edits == 0
        name = literal_eval(conflict.rpartition(" as ")[2])
        besides = Store.open(self.folder / "s.db", name, SCHEME)
        beside = besides.reading(self.article.id)
        assert (beside.marks, beside.comment) == (theirs.marks, theirs.comment)
        besides.close()
        other.close()

    @rule()
    def somebody_else_decides(self) -> None:
        other = Store.open(self.folder / "s.db", "bob", SCHEME)
        other.reading(self.article.id).add(0, 2, "ORG")
        other.close()

    @rule()
    @precondition(lambda self: any(m.state is State.SUGGESTED for m in self.model.marks))
    def decide_in_another_window(self) -> None:
        waiting = next(m for m in self.model.marks if m.state is State.SUGGESTED)
        other = Store.open(self.folder / "s.db", "ann", SCHEME)
        assert other.reading(self.article.id).accept(waiting.id)
        other.close()
        with pytest.raises(ConflictError):
            self.reading.reject(waiting.id)
        self.model.accept(waiting)

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


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

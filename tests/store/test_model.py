"""Any sequence of verbs, restarts and new runs: the store does what the plain model does."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from store.checking import check
from store.edit import Edit
from store.errors import ConflictError
from store.mark import Mark, State
from store.store import Store
from tests.store.building import article
from tests.store.model import SCHEME, Model, timeless
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
    """One reviewer, one article, and the model beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.article = article(TEXT)
        self.model = Model(TEXT)
        self._open()
        self.store.add(self.article)
        self.runs = 0

    @initialize(run=runs())
    def begin(self, run: list[Suggestion]) -> None:
        self.put(run)
        self.reading = self.store.reading(self.article.id)

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

    @rule()
    def undo(self) -> None:
        self._same(self.reading.undo(), self.model.undo())

    @rule()
    def redo(self) -> None:
        self._same(self.reading.redo(), self.model.redo())

    @rule(run=runs())
    def new_run(self, run: list[Suggestion]) -> None:
        self.put(run)
        self.reading.refresh()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self._open()
        self.reading = self.store.reading(self.article.id)

    @rule()
    def take_a_backup_and_go_on_in_it(self) -> None:
        self.store.backup(self.folder / "copy.db")
        self.store.close()
        for left in self.folder.glob("s.db*"):
            left.unlink()
        (self.folder / "copy.db").rename(self.folder / "s.db")
        self._open()
        self.reading = self.store.reading(self.article.id)

    @rule()
    def merge_into_an_empty_store_and_go_on_there(self) -> None:
        self.store.close()
        (self.folder / "s.db").rename(self.folder / "other.db")
        self._open()
        assert self.store.merge(self.folder / "other.db").conflicts == ()
        assert self.store.merge(self.folder / "other.db").edits == 0
        self.reading = self.store.reading(self.article.id)

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

    @invariant()
    def counts_right(self) -> None:
        waiting = sum(mark.state is State.SUGGESTED for mark in self.model.marks)
        assert self.reading.undecided == waiting
        (card,) = self.store.library()
        assert (card.decided, card.undecided) == (len(self.model.decided), waiting)

    def teardown(self) -> None:
        wrong = [finding.what for finding in check(self.store.db, SCHEME) if finding.wrong]
        assert wrong == []
        self.store.close()
        shutil.rmtree(self.folder)

    def put(self, run: list[Suggestion]) -> None:
        self.store.put_suggestions(self.article.id, "jinbiao", "1", run)
        self.model.suggestions = run

    def _same(self, edit: Edit | None, changed: bool) -> None:
        """The store changed something just when the model did, and says what looks different."""
        assert (edit is not None) == changed
        now = {mark.id: mark for mark in self.reading.marks}
        ids = self.seen.keys() | now.keys()
        different = {name for name in ids if self.seen.get(name) != now.get(name)}
        assert different <= set(edit.touched if edit else ())

    def _open(self) -> None:
        self.store = Store.open(self.folder / "s.db", "ann", SCHEME)

    def _pick(self, pick: int) -> Mark:
        return self.model.marks[pick % len(self.model.marks)]


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

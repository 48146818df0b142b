"""Any sequence of verbs, restarts, runs and merges: the store does what the plain model does."""

from __future__ import annotations

from ast import literal_eval

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from store.errors import ConflictError
from store.mark import State
from store.store import Store
from tests.store.model import ACTIONS, SCHEME
from tests.store.reviewing import LABELS, PICK, Reviewing, runs, spans
from text.span import Span, Suggestion


class Review(Reviewing):
    """One edit at a time, in one article."""

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

    @rule()
    def finish(self) -> None:
        self._same(self.reading.finish(), self.model.set_status("done"))

    @rule()
    def reopen(self) -> None:
        self._same(self.reading.reopen(), self.model.set_status("open"))

    @rule(run=runs())
    def new_run(self, run: list[Suggestion]) -> None:
        self.put(run)
        self._refresh()

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


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

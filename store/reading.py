"""One person's decisions on one article: every key that decides ends in a verb here."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex
from typing import TYPE_CHECKING

from store import clock
from store.bookmarks import Bookmarks
from store.desk import Desk
from store.draft import with_attributes
from store.edges import fit
from store.edit import NO_EFFORT, Change, Edit, Effort, Entry, Relation, Rows
from store.errors import DecisionError
from store.mark import Mark, State
from text.article import Revision
from text.scheme import Scheme
from text.span import Span

if TYPE_CHECKING:
    from text.cleaning import Rulings

__all__ = ["Edit", "Effort", "Reading"]


class Reading:
    """The marks of an article as one person sees them, and the verbs that change them.

    Each verb is one transaction, on disk when it returns, with its line in the edit log; the marks
    in memory follow it. It returns None where there is nothing to change. It raises StoreError if
    the store cannot be written, ConflictError if the reading was changed elsewhere, DecisionError
    for a mark that is not shown or a range that is none: then nothing was changed.
    """

    def __init__(self, desk: Desk, bookmarks: Bookmarks, scheme: Scheme) -> None:
        self._desk = desk
        self._bookmarks = bookmarks
        self._scheme = scheme

    @property
    def article_id(self) -> str:
        """The article."""
        return self._desk.key.article

    @property
    def revision_id(self) -> str:
        """The revision that the offsets of the marks refer to."""
        return self._desk.revision_id

    @property
    def status(self) -> str:
        """Whether the article is `open` or `done`."""
        return self._desk.fields.status

    @property
    def comment(self) -> str | None:
        """What the person wrote about the article."""
        return self._desk.fields.comment

    @property
    def flag(self) -> bool:
        """Whether the person flagged the article."""
        return bool(self._desk.fields.flag)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown: by start, then the longer first, then by layer; rejected ones too.

        A suggestion under a kept span of its layer is not shown.
        """
        return self._desk.board.marks

    @property
    def undecided(self) -> int:
        """How many suggestions on show wait for a decision."""
        return self._desk.board.undecided

    @property
    def relations(self) -> frozenset[Relation]:
        """Which span is whose owner."""
        return frozenset(self._desk.board.relations)

    @property
    def rulings(self) -> Rulings:
        """What was ruled of the repairs of this revision."""
        return self._desk.rulings()

    @property
    def resume(self) -> tuple[str | None, int]:
        """The mark and the code point that `remember` was last given; at first None and 0."""
        mark_id, offset = self._bookmarks.place(self.article_id)
        return mark_id, min(offset, len(self._desk.text))

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id, if it is shown."""
        return self._desk.board.mark(mark_id)

    def is_current(self) -> bool:
        """Whether nobody wrote a decision or suggestions that a refresh would show.

        Costs two small queries, however many marks there are.
        """
        return self._desk.is_current()

    def refresh(self) -> None:
        """Read everything anew, as after new suggestions."""
        self._desk.load()

    def remember(self, mark_id: str | None, offset: int) -> None:
        """Keep the place (a code point) for the next time, and this article as the last open."""
        self._bookmarks.put(self.article_id, mark_id, offset)

    def accept(self, mark_id: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """The suggestion is right; a rejected one is taken back as it was suggested."""
        mark = self._need(mark_id)
        return None if mark.state.kept else self._claim("accept", mark, mark.span, effort)

    def reject(self, mark_id: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """The suggestion is wrong, decided or not; an added span is deleted."""
        mark = self._need(mark_id)
        if mark.state is State.REJECTED:
            return None
        draft = self._desk.draft()
        draft.reject(mark)
        return self._desk.commit(draft.entry("reject", effort), mark_id)

    def relabel(self, mark_id: str, label: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """The mark is a `label`; it keeps the attributes that such a span can have.

        In another layer it replaces what it covers. Raises SchemeError for an unknown label.
        """
        mark = self._need(mark_id)
        self._scheme.label(label)
        span = mark.span
        if span.label != label:
            names = self._attribute_names(label)
            fitting = {name: value for name, value in span.attributes.items() if name in names}
            span = Span(span.start, span.end, label, fitting)
        elif mark.state.kept:
            return None
        return self._claim("relabel", mark, span, effort)

    def move(self, mark_id: str, start: int, end: int, effort: Effort = NO_EFFORT) -> Edit | None:
        """The mark is `start:end` (code points).

        An edge stops at a kept span of the layer, at the text's end, and before the other edge.
        """
        mark = self._need(mark_id)
        span = mark.span
        room = self._desk.board.room(mark, len(self._desk.text))
        start, end = fit(span, start, end, room)
        if (start, end) == (span.start, span.end):
            return None
        # An undecided neighbour is hidden, not rejected: the edge may yet come back from over it.
        draft = self._desk.draft()
        draft.keep(mark, Span(start, end, span.label, span.attributes))
        return self._desk.commit(draft.entry("move", effort), mark_id)

    def describe(
        self, mark_id: str, attributes: Mapping[str, str], effort: Effort = NO_EFFORT
    ) -> Edit | None:
        """The mark has these attributes and no others; empty values are left out.

        Raises DecisionError for one that its label cannot have.
        """
        mark = self._need(mark_id)
        strange = attributes.keys() - self._attribute_names(mark.span.label)
        if strange:
            raise DecisionError(f"a {mark.span.label} has no {', '.join(sorted(strange))}")
        told = {name: value for name, value in attributes.items() if value}
        if mark.state.kept and told == mark.span.attributes:
            return None
        return self._claim("describe", mark, with_attributes(mark.span, told), effort)

    def add(self, start: int, end: int, label: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """`start:end` (code points) is a `label`; what it overlaps in its layer gives way.

        Where just this was suggested, the suggestion is accepted. Raises SchemeError for an
        unknown label.
        """
        if not 0 <= start < end <= len(self._desk.text):
            raise DecisionError(f"{start}:{end} is no range within 0:{len(self._desk.text)}")
        self._scheme.label(label)
        span = Span(start, end, label)
        mark = self._desk.board.find(span)
        if mark is None:
            # Not numbered: the same number given out in two stores would clash when they merge.
            mark = Mark(f"a{token_hex(6)}", span, State.ADDED, suggested=None)
        elif mark.state.kept:
            return None
        return self._claim("add", mark, mark.span, effort)

    def relate(
        self, head_id: str, child_id: str | None, effort: Effort = NO_EFFORT, name: str = "owner"
    ) -> Edit | None:
        """The span `child_id` is the owner (or other attribute `name`) of `head_id`; None: nobody.

        Both are thereby right, the attribute gets the child's words, an earlier owner goes. Raises
        DecisionError where the head's label has no such attribute of type span.
        """
        head = self._need(head_id)
        names = {a.name for a in self._scheme.attributes_of(head.span.label) if a.type == "span"}
        if name not in names or head_id == child_id:
            raise DecisionError(f"{child_id} cannot be the {name} of a {head.span.label}")
        draft = self._desk.draft()
        told = {key: value for key, value in head.span.attributes.items() if key != name}
        if child_id is None:
            draft.untie(head_id, name)
        else:
            child = self._need(child_id)
            told[name] = self._desk.text[child.span.start : child.span.end]
            if not child.state.kept:
                draft.claim(child, child.span)
            draft.tie(Relation(head_id, name, child_id))
        if not head.state.kept or told != head.span.attributes:
            draft.claim(head, with_attributes(head.span, told))
        return self._desk.commit(draft.entry("relate", effort), head_id)

    def revise(
        self, revision: Revision, rulings: Rulings, effort: Effort = NO_EFFORT
    ) -> Edit | None:
        """Read the article in `revision`, which `rulings` led to; nobody else's reading changes.

        Every decision and suggestion follows to where its words stand now, though their marks get
        other ids. Raises DecisionError where `revision` is of another text or has no room for them.
        """
        return self._desk.revise(revision, rulings, effort)

    def finish(self, effort: Effort = NO_EFFORT) -> Edit | None:
        """The article is done; what is undecided stays out."""
        return self._set("finish", "status", self.status, "done", effort)

    def reopen(self, effort: Effort = NO_EFFORT) -> Edit | None:
        """The article is not done after all."""
        return self._set("reopen", "status", self.status, "open", effort)

    def set_comment(self, comment: str | None, effort: Effort = NO_EFFORT) -> Edit | None:
        """Write `comment` about the article; None or nothing removes it."""
        return self._set("comment", "comment", self.comment, comment or None, effort)

    def set_flag(self, flag: bool, effort: Effort = NO_EFFORT) -> Edit | None:
        """Flag the article, or take the flag off."""
        return self._set("flag", "flag", int(self.flag), int(flag), effort)

    def undo(self, effort: Effort = NO_EFFORT) -> Edit | None:
        """Take the last edit back, also one of an earlier day; None where there is none."""
        return self._desk.take_back("undo", self._desk.undo.to_undo, effort)

    def redo(self, effort: Effort = NO_EFFORT) -> Edit | None:
        """Do again what the last undo took back; None where anything was edited since."""
        return self._desk.take_back("redo", self._desk.undo.to_redo, effort)

    def _need(self, mark_id: str) -> Mark:
        mark = self.mark(mark_id)
        if mark is None:
            raise DecisionError(f"article {self.article_id} shows no mark {mark_id}")
        return mark

    def _attribute_names(self, label: str) -> set[str]:
        return {attribute.name for attribute in self._scheme.attributes_of(label)}

    def _claim(self, verb: str, mark: Mark, span: Span, effort: Effort) -> Edit | None:
        draft = self._desk.draft()
        draft.claim(mark, span)
        return self._desk.commit(draft.entry(verb, effort), mark.id)

    def _set(
        self, verb: str, field: str, old: str | int | None, new: str | int | None, effort: Effort
    ) -> Edit | None:
        change = Change(Rows(fields={field: old}), Rows(fields={field: new}))
        entry = Entry(verb, self._desk.person, clock.now(), effort, change)
        return self._desk.commit(entry, None)

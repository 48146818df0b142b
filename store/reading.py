"""One person's decisions on one article: every key that decides ends in a verb here."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex
from typing import TYPE_CHECKING

from store import clock
from store.batches import Batches
from store.bookmarks import Bookmarks
from store.desk import Desk
from store.draft import with_attributes
from store.edges import fit
from store.edit import NO_EFFORT, Change, Edit, Effort, Entry, Relation, Rows
from store.errors import DecisionError
from store.mark import Mark, State
from store.shown import Shown
from text.article import Revision
from text.scheme import Scheme
from text.span import Span

if TYPE_CHECKING:
    from text.cleaning import Rulings

__all__ = ["Edit", "Effort", "Reading"]


class Reading(Shown):
    """The marks of an article as one person sees them, and the verbs that change them.

    Each verb is one transaction, on disk when it returns, with its line in the edit log; the marks
    in memory follow it. It returns None where there is nothing to change. It raises StoreError if
    the store cannot be written, ConflictError if the reading was changed elsewhere, DecisionError
    for a mark that is not shown or a range that is none: then nothing was changed.
    """

    def __init__(self, desk: Desk, batches: Batches, bookmarks: Bookmarks, scheme: Scheme) -> None:
        super().__init__(desk, bookmarks)
        self._batches = batches
        self._scheme = scheme

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

        A relation goes whose attribute is told otherwise, such as an owner in other words. Raises
        DecisionError for an attribute that its label cannot have.
        """
        mark = self._need(mark_id)
        strange = attributes.keys() - self._attribute_names(mark.span.label)
        if strange:
            raise DecisionError(f"a {mark.span.label} has no {', '.join(sorted(strange))}")
        told = {name: value for name, value in attributes.items() if value}
        if mark.state.kept and told == mark.span.attributes:
            return None
        draft = self._desk.draft()
        for relation in self._desk.board.relations:
            name = relation.label
            if relation.head == mark_id and told.get(name) != mark.span.attributes.get(name):
                draft.untie(mark_id, name)
        draft.claim(mark, with_attributes(mark.span, told))
        return self._desk.commit(draft.entry("describe", effort), mark_id)

    def add(self, start: int, end: int, label: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """`start:end` (code points) is a `label`; what it overlaps in its layer gives way.

        Where just this was suggested, the suggestion is accepted. Raises SchemeError for an
        unknown label.
        """
        if not 0 <= start < end <= len(self._desk.text):
            raise DecisionError(f"{start}:{end} is no range within 0:{len(self._desk.text)}")
        self._scheme.label(label)
        mark = self._found_or_new(Span(start, end, label))
        if mark.annotator and mark.state.kept:
            return None
        return self._claim("add", mark, mark.span, effort)

    def split(self, mark_id: str, offset: int, effort: Effort = NO_EFFORT) -> Edit | None:
        """The mark is two, with the code point `offset` the first of the second one.

        The first keeps the mark's id, attributes and relations; the second gets the label alone,
        unless just that was suggested. Raises DecisionError for an offset at an edge or outside.
        """
        mark = self._need(mark_id)
        span = mark.span
        if not span.start < offset < span.end:
            raise DecisionError(
                f"{offset} does not lie within {span.start + 1}:{span.end}, so there is nothing to"
                " split; put the cursor on a character inside of the span"
            )
        draft = self._desk.draft()
        second = self._found_or_new(Span(offset, span.end, span.label))
        # In this order: the second takes the place of the mark, the first brings it back.
        draft.claim(second, second.span)
        draft.claim(mark, Span(span.start, offset, span.label, span.attributes))
        return self._desk.commit(draft.entry("split", effort), mark_id)

    def join(self, mark_id: str, other_id: str, effort: Effort = NO_EFFORT) -> Edit | None:
        """The two marks are one, from where the first begins to where the last ends.

        Both bear one label. The first in the text keeps its id; what attributes and relations it
        lacks come from the other. Raises DecisionError for two labels, one and the same mark, a
        rejected one, or a kept span of the layer between them.
        """
        first, last = sorted(
            (self._need(mark_id), self._need(other_id)), key=lambda m: (m.span.start, m.span.end)
        )
        alike = first.span.label == last.span.label and first.id != last.id
        if not alike or State.REJECTED in (first.state, last.state):
            raise DecisionError(
                f"{mark_id} and {other_id} cannot be joined; name two spans of one label, neither"
                " rejected"
            )
        start, end = first.span.start, max(first.span.end, last.span.end)
        told = {**last.span.attributes, **first.span.attributes}
        span = Span(start, end, first.span.label, told)
        between = self._desk.board.under(span)
        if any(m.state.kept and m.id not in (first.id, last.id) for m in between):
            raise DecisionError(
                f"{start}:{end} holds another span of that layer; reject what stands between first"
            )
        draft = self._desk.draft()
        draft.claim(first, span)
        draft.hand_over(last, first)
        return self._desk.commit(draft.entry("join", effort), first.id)

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
        child = None if child_id is None else self._need(child_id)
        if child is None:
            draft.untie(head_id, name)
        else:
            told[name] = self._desk.text[child.span.start : child.span.end]
            draft.tie(Relation(head_id, name, child.id))
        # The head comes first: an undo leads there.
        if not head.state.kept or told != head.span.attributes:
            draft.claim(head, with_attributes(head.span, told))
        if child is not None and not child.state.kept:
            draft.claim(child, child.span)
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

    def undo(self, effort: Effort = NO_EFFORT, *, partly: bool = False) -> Edit | None:
        """Take the last edit back, also one of an earlier day; None where there is none.

        An edit of many articles is taken back in all of them. Where some of these were edited
        since, it raises LaterEditsError; with `partly` they stay as they are.
        """
        return self._take_back("undo", self._desk.undo.to_undo, effort, partly=partly)

    def redo(self, effort: Effort = NO_EFFORT, *, partly: bool = False) -> Edit | None:
        """Do again what the last undo took back; None where anything was edited since.

        What was undone in many articles is done again in all of them, as `undo` goes.
        """
        return self._take_back("redo", self._desk.undo.to_redo, effort, partly=partly)

    def _take_back(
        self, verb: str, edit: int | None, effort: Effort, *, partly: bool
    ) -> Edit | None:
        if edit is None:
            return None
        return self._batches.take_back(verb, self._desk, edit, effort, partly=partly)

    def _need(self, mark_id: str) -> Mark:
        mark = self.mark(mark_id)
        if mark is None:
            raise DecisionError(f"article {self.article_id} shows no mark {mark_id}")
        return mark

    def _found_or_new(self, span: Span) -> Mark:
        """What is shown just there with that label, else a mark to be added."""
        found = self._desk.board.find(span)
        # Not numbered: the same number given out in two stores would clash when they merge.
        return found or Mark(f"a{token_hex(6)}", span, State.ADDED, suggested=None)

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

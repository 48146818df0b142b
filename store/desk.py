"""What is open of a reading: its marks in memory, in step with the tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from store import clock
from store.articles import article_of, keep_revision
from store.board import Board
from store.codec import revision_id, rulings_of
from store.database import Database
from store.draft import Draft
from store.edit import Edit, Effort, Entry
from store.errors import ConflictError, DecisionError
from store.following import Following
from store.head import NOWHERE, Head, head_of
from store.journal import (
    NEW_READING,
    Journal,
    ReadingKey,
    ReadingRow,
    Written,
    conflict,
    stored_rows,
    text_of,
)
from store.revising import Revising
from store.suggestions import follow_run, shown_run, suggestions_of
from store.undo import LoggedEdit, UndoStacks
from text.article import Revision
from text.scheme import Scheme

if TYPE_CHECKING:
    from text.cleaning import Rulings


@dataclass(frozen=True, slots=True)
class Pending:
    """An edit of a reading ready to be written: what it needs to know is in it.

    `head`, `seen` and `last` (its newest edit) are how the reading was when this was made;
    `decided` and `undecided` count its marks after it.
    """

    key: ReadingKey
    journal: Journal
    head: Head
    seen: ReadingRow
    last: int
    entry: Entry
    written: Written
    decided: int
    undecided: int


class Desk:
    """A reading taken out to work on.

    A change is made in memory first, so that the counts for the queue can be written with it, and
    is taken out of memory again if the transaction fails.
    """

    def __init__(self, db: Database, scheme: Scheme, person: str, key: ReadingKey) -> None:
        self._db = db
        self._scheme = scheme
        self.person = person
        self.key = key
        self._head = NOWHERE
        self.text = ""
        self.load()

    @property
    def revision_id(self) -> str:
        """The revision that all offsets refer to."""
        return self._head.revision

    def load(self) -> None:
        """Read everything anew. Raises UnknownArticleError, StoreError."""
        with self._db.snapshot():
            head = head_of(self._db, self.key)
            text = (
                self.text
                if head.revision == self._head.revision
                else text_of(self._db, head.revision)
            )
            journal = Journal(self._db, self.key, head.revision)
            fields = journal.row() or NEW_READING
            edits = journal.edits(fields.id)
            board = self._board(head, fields.id)
        self._head, self.text, self._journal = head, text, journal
        self.fields, self.board = fields, board
        self._last = edits[-1].id if edits else 0
        self.undo = UndoStacks(edits)

    def is_current(self) -> bool:
        """Whether `load` would find what is here; a small fraction of its cost."""
        with self._db.snapshot():
            fields = self._journal.row() or NEW_READING
            return (
                head_of(self._db, self.key) == self._head
                and self._journal.last_edit(fields.id) == self._last
            )

    def refuse_stale(self) -> None:
        """Raises ConflictError, everything read anew, unless the reading is as it was last seen."""
        fields = self._journal.row() or NEW_READING
        if self._journal.last_edit(fields.id) != self._last:
            self.load()
            raise conflict(self.key.article)

    def pend(self, entry: Entry) -> Pending:
        """An entry ready to be written; the marks here are already as it leaves them."""
        self.board.apply(entry.change)
        return Pending(
            key=self.key,
            journal=self._journal,
            head=self._head,
            seen=self.fields,
            last=self._last,
            entry=entry,
            written=self._journal.written(entry.change, self.text),
            decided=self.board.decided,
            undecided=self.board.undecided,
        )

    def commit(self, entry: Entry, mark_id: str | None) -> Edit | None:
        """Make the entry's change, in memory and on disk, and log it; None where it is none.

        `mark_id` names the mark that it is about.
        """
        change = entry.change
        if not change:
            return None
        if "revision" in change.after.fields:
            return self._turn(entry)
        touched = self.board.apply(change)
        try:
            with self._db.transaction():
                head, fields, logged = self._write(entry)
                self._journal.count(fields, *self._counts(head, fields.id))
        except BaseException as error:
            self.board.apply(change.reverse())
            if isinstance(error, ConflictError):
                self.load()
            raise
        self.fields = fields
        self._last = logged.id
        self.undo.record(logged)
        return Edit(logged.id, entry.verb, touched, entry.at, mark_id, entry.undoes)

    def take_back(self, verb: str, edit: int, effort: Effort) -> Edit | None:
        """Make the opposite of what `edit`, the last one, changed."""
        entry = self.reversal(verb, edit, effort)
        marks = (*entry.change.after.marks, *entry.change.before.marks)
        return self.commit(entry, marks[0].id if marks else None)

    def reversal(self, verb: str, edit: int, effort: Effort) -> Entry:
        """The opposite of what `edit` changed."""
        change = self._journal.change_of(edit).reverse()
        return Entry(verb, self.person, clock.now(), effort, change, undoes=edit)

    def draft(self) -> Draft:
        """An edit of what is here, in the making."""
        return Draft(self.board, self._scheme, self.text, self.person)

    def revise(self, revision: Revision, rulings: Rulings, effort: Effort) -> Edit | None:
        """Read the article in `revision` from now on; None where that is so already.

        Raises DecisionError for a revision of another raw text, or one without room for the spans.
        """
        article = article_of(self._db, self.key.article, self.revision_id)
        new = revision_id(article.id, revision)
        if new == self.revision_id:
            return None
        if revision.alignment.raw_length != len(article.raw) or not revision.text:
            raise DecisionError(f"this is no revision of article {article.id}, or an empty one")
        following = Following(article.revision, revision)
        change = Revising(self.board, following, revision.text).change(self.revision_id, new)
        entry = Entry("revise", self.person, clock.now(), effort, change)
        return self._turn(entry, partial(self._keep, revision, rulings, following))

    def rulings(self) -> Rulings:
        """What was ruled of repairs in the revision that is read."""
        found = self._db.row("SELECT rulings FROM bodies WHERE revision = ?", self.revision_id)
        return rulings_of(found[0]) if found else {}

    def _keep(self, revision: Revision, rulings: Rulings, following: Following) -> None:
        new = keep_revision(self._db, self.key.article, revision, rulings)
        follow_run(self._db, self.revision_id, new, following)

    def _turn(self, entry: Entry, prepare: Callable[[], None] = lambda: None) -> Edit:
        """Commit an entry that leads to another revision: all offsets are new, all is read anew."""
        touched = dict.fromkeys(mark.id for mark in self.board.marks)
        try:
            with self._db.transaction():
                prepare()
                _, fields, logged = self._write(entry)
                head = Head(fields.revision, shown_run(self._db, fields.revision))
                board = self._board(head, fields.id)
                self._journal.count(fields, board.decided, board.undecided)
        except ConflictError:
            self.load()
            raise
        self.load()
        touched.update(dict.fromkeys(mark.id for mark in self.board.marks))
        return Edit(logged.id, entry.verb, tuple(touched), entry.at, None, entry.undoes)

    def _write(self, entry: Entry) -> tuple[Head, ReadingRow, LoggedEdit]:
        """Make the entry's change on disk: what the article was at, the reading, the log's line."""
        head = head_of(self._db, self.key)
        if head.revision != self._head.revision:
            raise conflict(self.key.article)
        fields = self._journal.claim(self.fields, self._last).changed(entry.change.after.fields)
        if entry.change.after.fields:
            self._journal.describe(fields)
        written = self._journal.written(entry.change, self.text)
        self._journal.carry_out(fields.id, written)
        return head, fields, self._journal.log(fields.id, entry, written)

    def _counts(self, head: Head, reading: int) -> tuple[int, int]:
        """Decided and undecided marks for the queue, which goes by the newest run."""
        board = self.board
        if head != self._head:
            # New suggestions have come; they are shown here only once they are asked for.
            board = self._board(head, reading)
        return board.decided, board.undecided

    def _board(self, head: Head, reading: int) -> Board:
        rows = stored_rows(self._db, reading)
        offers = suggestions_of(self._db, head.run)
        return Board(self._scheme, offers, rows.marks, rows.relations, rows.exceptions)

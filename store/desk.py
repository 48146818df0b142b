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
from store.edit import Edit, Effort, Entry
from store.errors import ConflictError, DecisionError, UnknownArticleError
from store.following import Following
from store.journal import NEW_READING, Journal, ReadingKey, ReadingRow, text_of
from store.revising import Revising
from store.suggestions import follow_run, shown_run, suggestions_of
from store.undo import LoggedEdit, UndoStacks
from text.article import Revision
from text.scheme import Scheme

if TYPE_CHECKING:
    from text.cleaning import Rulings


_HEAD = """
SELECT head, (SELECT max(id) FROM runs WHERE revision = head)
FROM (
  SELECT coalesce(readings.revision, articles.revision) AS head
  FROM articles LEFT JOIN readings ON readings.article = articles.id AND kind = ?2 AND name = ?3
  WHERE articles.id = ?1
)
"""


@dataclass(frozen=True, slots=True)
class _Head:
    """What a reading is at: its revision, and the run whose suggestions are shown."""

    revision: str
    run: int | None


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
        self._head = _Head("", None)
        self.text = ""
        self.load()

    @property
    def revision_id(self) -> str:
        """The revision that all offsets refer to."""
        return self._head.revision

    def load(self) -> None:
        """Read everything anew. Raises UnknownArticleError, StoreError."""
        with self._db.snapshot():
            head = self._current_head()
            text = (
                self.text
                if head.revision == self._head.revision
                else text_of(self._db, head.revision)
            )
            journal = Journal(self._db, self.key, head.revision, text)
            fields = journal.row() or NEW_READING
            edits = journal.edits(fields.id)
            board = self._board(head, journal, fields.id)
        self._head, self.text, self._journal = head, text, journal
        self.fields, self.board = fields, board
        self._last = edits[-1].id if edits else 0
        self.undo = UndoStacks(edits)

    def is_current(self) -> bool:
        """Whether `load` would find what is here; a small fraction of its cost."""
        with self._db.snapshot():
            fields = self._journal.row() or NEW_READING
            return (
                self._current_head() == self._head
                and self._journal.last_edit(fields.id) == self._last
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

    def take_back(self, verb: str, edit: int | None, effort: Effort) -> Edit | None:
        """Make the opposite of what `edit` changed; None where there is no such edit."""
        if edit is None:
            return None
        change = self._journal.change_of(edit).reverse()
        marks = (*change.after.marks, *change.before.marks)
        entry = Entry(verb, self.person, clock.now(), effort, change, undoes=edit)
        return self.commit(entry, marks[0].id if marks else None)

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
                head = _Head(fields.revision, shown_run(self._db, fields.revision))
                board = self._board(head, self._journal, fields.id)
                self._journal.count(fields, board.decided, board.undecided)
        except ConflictError:
            self.load()
            raise
        self.load()
        touched.update(dict.fromkeys(mark.id for mark in self.board.marks))
        return Edit(logged.id, entry.verb, tuple(touched), entry.at, None, entry.undoes)

    def _write(self, entry: Entry) -> tuple[_Head, ReadingRow, LoggedEdit]:
        """Make the entry's change on disk: what the article was at, the reading, the log's line."""
        head = self._current_head()
        fields = self._claim(head).changed(entry.change.after.fields)
        if entry.change.after.fields:
            self._journal.describe(fields)
        self._journal.carry_out(fields.id, entry.change)
        return head, fields, self._journal.log(fields.id, entry)

    def _claim(self, head: _Head) -> ReadingRow:
        """The reading's row. Raises ConflictError if it is not as it was last seen here."""
        fields = self.fields if self.fields.id else self._journal.begin()
        stale = self._journal.last_edit(fields.id) != self._last
        if stale or head.revision != self._head.revision:
            raise ConflictError(
                f"article {self.key.article} was changed in another window; it is shown as it is"
                " now, and nothing was saved: decide again"
            )
        return fields

    def _counts(self, head: _Head, reading: int) -> tuple[int, int]:
        """Decided and undecided marks for the queue, which goes by the newest run."""
        board = self.board
        if head != self._head:
            # New suggestions have come; they are shown here only once they are asked for.
            board = self._board(head, self._journal, reading)
        return board.decided, board.undecided

    def _board(self, head: _Head, journal: Journal, reading: int) -> Board:
        return Board(
            self._scheme,
            suggestions_of(self._db, head.run),
            journal.marks(reading),
            journal.relations(reading),
        )

    def _current_head(self) -> _Head:
        found = self._db.row(_HEAD, *self.key)
        if found is None:
            raise UnknownArticleError(f"no article {self.key.article} in store {self._db.path}")
        return _Head(*found)

"""The rows of one reading: loaded at once, changed edit by edit together with the edit log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from store.codec import mark_of, rows_json, rows_of, span_row
from store.database import Database
from store.edit import Change, Entry, Relation, Rows
from store.errors import ConflictError
from store.mark import Mark
from store.renaming import names_since, renamed_change, renames_of
from store.undo import LoggedEdit

_SPANS = """
SELECT id, start, end, label, attributes, text, state, annotator, decided,
  suggested_start, suggested_end, suggested_label, suggested_attributes, score, by
FROM spans WHERE reading = ?
"""
_PUT_SPAN = """
INSERT OR REPLACE INTO spans (
  reading, revision, id, start, end, label, attributes, text, state, annotator, decided,
  suggested_start, suggested_end, suggested_label, suggested_attributes, score, by
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT_EDIT = """
INSERT INTO edits (
  reading, revision, person, at, verb, before, after, seconds, keys, undoes, batch
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class ReadingKey(NamedTuple):
    """Whose reading of what: of a personal reading (`kind`), `name` is the person's."""

    article: str
    kind: str
    name: str


class ReadingRow(NamedTuple):
    """A reading's own columns; `flag` is 0 or 1, `revision` the one that it is in."""

    id: int
    status: str
    comment: str | None
    flag: int
    revision: str

    def changed(self, columns: Mapping[str, Any]) -> ReadingRow:
        """The same with other values in some columns."""
        return self._replace(**columns)


PERSONAL = "personal"
"""The kind of a reading that is one person's own."""

NEW_READING = ReadingRow(0, "open", None, 0, "")
"""A reading without edits, which has no row yet."""


class Written(NamedTuple):
    """A change as the tables have it: the revision that it leads to, and its sides as JSON.

    `words` are what the marks after it stand on, by their ids.
    """

    change: Change
    revision: str
    before: str
    after: str
    words: Mapping[str, str]


class Journal:
    """The tables behind one reading of one revision. Its row is made with its first edit.

    Everything that writes belongs in a transaction that the caller holds.
    """

    def __init__(self, db: Database, key: ReadingKey, revision: str) -> None:
        self._db = db
        self._key = key
        self._revision = revision

    def row(self) -> ReadingRow | None:
        """The reading, if it has been begun."""
        found = self._db.row(
            "SELECT id, status, comment, flag, revision FROM readings"
            " WHERE article = ? AND kind = ? AND name = ?",
            *self._key,
        )
        return ReadingRow(*found) if found else None

    def begin(self) -> ReadingRow:
        """The reading, made if it has not been begun."""
        (found,) = self._db.rows(
            "INSERT INTO readings (article, kind, name, revision) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (article, kind, name) DO UPDATE SET revision = revision"
            " RETURNING id, status, comment, flag, revision",
            *self._key,
            self._revision,
        )
        return ReadingRow(*found)

    def claim(self, seen: ReadingRow, last: int) -> ReadingRow:
        """The reading to write to, made if it has not been begun.

        Raises ConflictError unless it is as it was `seen`, with `last` as its newest edit.
        """
        fields = seen if seen.id else self.begin()
        if self.last_edit(fields.id) != last:
            raise conflict(self._key.article)
        return fields

    def edits(self, reading: int) -> list[LoggedEdit]:
        """All edits in order."""
        rows = self._db.rows("SELECT id, undoes FROM edits WHERE reading = ? ORDER BY id", reading)
        return [LoggedEdit(*row) for row in rows]

    def last_edit(self, reading: int) -> int:
        """The id of the newest edit, 0 where there is none."""
        found = self._db.row("SELECT max(id) FROM edits WHERE reading = ?", reading)
        return (found and found[0]) or 0

    def change_of(self, edit: int) -> Change:
        """What that edit changed, under the labels' present names."""
        found = self._db.row("SELECT before, after FROM edits WHERE id = ?", edit)
        if found is None:
            raise LookupError(f"edit {edit} is not in the log")
        names = names_since(edit, renames_of(self._db))
        return renamed_change(Change(rows_of(found[0]), rows_of(found[1])), names)

    def written(self, change: Change, text: str) -> Written:
        """`change` ready to be written; `text` is that of the revision before it."""
        before = self._words(change.before, text)
        after = self._words(change.after, text)
        return Written(
            change=change,
            revision=self._revision_of(change.after),
            before=rows_json(change.before, before),
            after=rows_json(change.after, after),
            words=after,
        )

    def log(self, reading: int, entry: Entry, written: Written) -> LoggedEdit:
        """Append a line to the edit log; `written` is the entry's change."""
        edit = self._db.insert(
            _PUT_EDIT,
            reading,
            written.revision,
            entry.person,
            entry.at,
            entry.verb,
            written.before,
            written.after,
            entry.effort.seconds,
            entry.effort.keys,
            entry.undoes,
            entry.batch,
        )
        return LoggedEdit(edit, entry.undoes)

    def carry_out(self, reading: int, written: Written) -> None:
        """Put the rows after a change in the place of those before it."""
        change = written.change
        for relation in change.before.relations:
            self._db.run(
                "DELETE FROM relations WHERE reading = ? AND head = ? AND label = ? AND child = ?",
                reading,
                *relation,
            )
        staying = {mark.id for mark in change.after.marks}
        for mark in change.before.marks:
            if mark.id not in staying:
                self._db.run("DELETE FROM spans WHERE reading = ? AND id = ?", reading, mark.id)
        for mark_id in change.before.exceptions:
            self._db.run("DELETE FROM exceptions WHERE reading = ? AND mark = ?", reading, mark_id)
        put_rows(self._db, reading, written.revision, change.after, written.words)

    def count(self, row: ReadingRow, decided: int, undecided: int) -> None:
        """Write the counts that the queue shows."""
        # The other columns are left alone: SQLite would rewrite the index over them.
        self._db.run(
            "UPDATE readings SET decided = ?, undecided = ? WHERE id = ?",
            decided,
            undecided,
            row.id,
        )

    def describe(self, row: ReadingRow) -> None:
        """Write the reading's own columns."""
        self._db.run(
            "UPDATE readings SET revision = ?, status = ?, comment = ?, flag = ? WHERE id = ?",
            row.revision,
            row.status,
            row.comment,
            row.flag,
            row.id,
        )

    def _revision_of(self, rows: Rows) -> str:
        return str(rows.fields.get("revision", self._revision))

    def _words(self, rows: Rows, text: str) -> dict[str, str]:
        revision = self._revision_of(rows)
        if revision != self._revision:
            text = text_of(self._db, revision)
        return {mark.id: text[mark.span.start : mark.span.end] for mark in rows.marks}


def conflict(article_id: str) -> ConflictError:
    """That an article is not as it was last seen, so nothing was written."""
    return ConflictError(
        f"article {article_id} was changed in another window; it is shown as it is now, and"
        " nothing was saved: decide again"
    )


def put_rows(
    db: Database, reading: int, revision: str, rows: Rows, words: Mapping[str, str]
) -> None:
    """Write decided spans, whose `words` go by mark id, relations and exceptions."""
    for mark in rows.marks:
        db.run(_PUT_SPAN, reading, revision, *span_row(mark, words[mark.id]))
    for relation in rows.relations:
        db.run(
            "INSERT INTO relations (reading, head, label, child) VALUES (?, ?, ?, ?)",
            reading,
            *relation,
        )
    for mark_id in rows.exceptions:
        db.run("INSERT INTO exceptions (reading, mark) VALUES (?, ?)", reading, mark_id)


def clear_rows(db: Database, reading: int) -> None:
    """Take away all that `put_rows` wrote of a reading."""
    for table in ("relations", "exceptions", "spans"):
        db.run(f"DELETE FROM {table} WHERE reading = ?", reading)  # noqa: S608  # our own names


def stored_rows(db: Database, reading: int) -> Rows:
    """All that `put_rows` wrote of a reading, in no order."""
    return Rows(
        marks=tuple(decided_marks(db, reading)),
        relations=tuple(stored_relations(db, reading)),
        exceptions=tuple(stored_exceptions(db, reading)),
    )


def text_of(db: Database, revision: str) -> str:
    """The text of a revision; empty where there is no such revision."""
    found = db.row("SELECT text FROM bodies WHERE revision = ?", revision)
    return found[0] if found else ""


def decided_marks(db: Database, reading: int) -> list[Mark]:
    """The decided spans of a reading, in no order."""
    return [mark_of(row) for row in db.rows(_SPANS, reading)]


def decided_words(db: Database, reading: int) -> dict[str, str]:
    """The words that each span was decided on, by mark id."""
    return dict(db.rows("SELECT id, text FROM spans WHERE reading = ?", reading))


def stored_relations(db: Database, reading: int) -> list[Relation]:
    """The relations of a reading."""
    rows = db.rows("SELECT head, label, child FROM relations WHERE reading = ?", reading)
    return [Relation(*row) for row in rows]


def stored_exceptions(db: Database, reading: int) -> list[str]:
    """The ids of the marks of a reading that bulk edits leave alone."""
    return [mark for (mark,) in db.rows("SELECT mark FROM exceptions WHERE reading = ?", reading)]

"""The rows of one reading: loaded at once, changed edit by edit together with the edit log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from store.codec import mark_of, rows_json, rows_of, span_row
from store.database import Database
from store.edit import Change, Entry, Relation, Rows
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
INSERT INTO edits (reading, revision, person, at, verb, before, after, seconds, keys, undoes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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


class Journal:
    """The tables behind one reading of one revision. Its row is made with its first edit.

    Everything that writes belongs in a transaction that the caller holds.
    """

    def __init__(self, db: Database, key: ReadingKey, revision: str, text: str) -> None:
        self._db = db
        self._key = key
        self._revision = revision
        self._text = text

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

    def marks(self, reading: int) -> list[Mark]:
        """The decided spans."""
        return decided_marks(self._db, reading)

    def relations(self, reading: int) -> list[Relation]:
        """The relations between decided spans."""
        return stored_relations(self._db, reading)

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

    def log(self, reading: int, entry: Entry) -> LoggedEdit:
        """Append a line to the edit log; its revision is the one that it leads to."""
        before, after = entry.change.before, entry.change.after
        edit = self._db.insert(
            _PUT_EDIT,
            reading,
            self._revision_of(after),
            entry.person,
            entry.at,
            entry.verb,
            rows_json(before, self._words(before)),
            rows_json(after, self._words(after)),
            entry.effort.seconds,
            entry.effort.keys,
            entry.undoes,
        )
        return LoggedEdit(edit, entry.undoes)

    def carry_out(self, reading: int, change: Change) -> None:
        """Put the rows after `change` in the place of those before it."""
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
        revision = self._revision_of(change.after)
        put_rows(self._db, reading, revision, change.after, self._words(change.after))

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

    def _words(self, rows: Rows) -> dict[str, str]:
        revision = self._revision_of(rows)
        text = self._text if revision == self._revision else text_of(self._db, revision)
        return {mark.id: text[mark.span.start : mark.span.end] for mark in rows.marks}


def put_rows(
    db: Database, reading: int, revision: str, rows: Rows, words: Mapping[str, str]
) -> None:
    """Write decided spans, whose `words` go by mark id, and relations."""
    for mark in rows.marks:
        db.run(_PUT_SPAN, reading, revision, *span_row(mark, words[mark.id]))
    for relation in rows.relations:
        db.run(
            "INSERT INTO relations (reading, head, label, child) VALUES (?, ?, ?, ?)",
            reading,
            *relation,
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

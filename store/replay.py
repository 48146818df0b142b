"""What a reading was after some of its edits, from the log alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from store.codec import rows_of, words_of
from store.database import Database
from store.edit import Change, Relation
from store.mark import Mark
from store.renaming import names_since, renamed_change, renamed_id, renames_of


class LogLine(NamedTuple):
    """A line of the edit log.

    `revision` is where it led; `old_words` and `words` are what the marks before and after it stand
    on, by their ids; `undoes` is the edit that it takes back; lines with the same `batch`, also in
    other readings, are one action.
    """

    id: int
    person: str
    at: str
    verb: str
    revision: str
    change: Change
    old_words: Mapping[str, str]
    words: Mapping[str, str]
    undoes: int | None
    batch: str | None


@dataclass(slots=True)
class Replay:
    """Decided marks and their words by id, relations, exceptions, the reading's own columns."""

    marks: dict[str, Mark] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    relations: set[Relation] = field(default_factory=set)
    exceptions: set[str] = field(default_factory=set)
    fields: dict[str, str | int | None] = field(default_factory=dict)

    def follow(self, line: LogLine) -> bool:
        """Go one edit on; whether all that it took away was there."""
        change = line.change
        held = all(self.marks.get(mark.id) == mark for mark in change.before.marks)
        held = held and self.relations.issuperset(change.before.relations)
        held = held and self.exceptions.issuperset(change.before.exceptions)
        for mark in change.before.marks:
            self.marks.pop(mark.id, None)
        self.marks.update((mark.id, mark) for mark in change.after.marks)
        self.relations.difference_update(change.before.relations)
        self.relations.update(change.after.relations)
        self.exceptions.difference_update(change.before.exceptions)
        self.exceptions.update(change.after.exceptions)
        self.fields.update(change.after.fields)
        self.words.update(line.words)
        return held


def present_lines(db: Database, reading: int) -> Iterator[LogLine]:
    """The log of a reading in order, under the labels' present names."""
    renames = renames_of(db)
    for line in log_lines(db, reading):
        names = names_since(line.id, renames)
        words = {renamed_id(name, names): on for name, on in line.words.items()}
        yield line._replace(change=renamed_change(line.change, names), words=words)


def log_lines(db: Database, reading: int) -> Iterator[LogLine]:
    """The log of a reading in order, as it was written."""
    for edit, person, at, verb, revision, before, after, undoes, batch in db.rows(
        "SELECT id, person, at, verb, revision, before, after, undoes, batch FROM edits"
        " WHERE reading = ? ORDER BY id",
        reading,
    ):
        change = Change(rows_of(before), rows_of(after))
        words = words_of(before), words_of(after)
        yield LogLine(edit, person, at, verb, revision, change, *words, undoes, batch)

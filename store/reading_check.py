"""Whether a reading agrees with its text, with the edit log and with its own counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby, pairwise
from typing import NamedTuple

from store.board import Board
from store.database import Database
from store.edit import Rows
from store.journal import (
    clear_rows,
    decided_marks,
    decided_words,
    put_rows,
    stored_exceptions,
    stored_relations,
    text_of,
)
from store.mark import Mark
from store.replay import Replay, present_lines
from store.suggestions import shown_run, suggestions_of
from text.scheme import Scheme

Problem = tuple[str, str, Callable[[], None] | None]
"""What is not right, what to do about it, and what puts it right if anything safely does."""

ASK = "look at it with `jinbiao history`, and decide again what is not as it should be"


class _Row(NamedTuple):
    id: int
    article: str
    name: str
    revision: str
    status: str
    comment: str | None
    flag: int
    decided: int
    undecided: int


def check_reading(db: Database, scheme: Scheme, reading: int) -> Iterator[Problem]:
    """What is not right with the reading of that id."""
    (found,) = db.rows(
        "SELECT id, article, name, revision, status, comment, flag, decided, undecided"
        " FROM readings WHERE id = ?",
        reading,
    )
    row = _Row(*found)
    marks = decided_marks(db, reading)
    told = f"article {row.article}, reading {row.name!r}"
    problems = [
        *_words(db, row, marks),
        *_overlaps(scheme, marks),
        *_log(db, row, marks),
    ]
    # Counts are of the marks, so they are put right after these.
    for what, advice, repair in problems or _counts(db, scheme, row, marks):
        yield f"{told}: {what}", advice, repair


def _words(db: Database, row: _Row, marks: Iterable[Mark]) -> Iterator[Problem]:
    text, words = text_of(db, row.revision), decided_words(db, row.id)
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        if text[start:end] != words[mark.id]:
            what = f"{start}:{end} was decided on {words[mark.id]!r} but reads {text[start:end]!r}"
            yield what, ASK, None
    strangers = db.rows(
        "SELECT id FROM spans WHERE reading = ? AND revision <> ?", row.id, row.revision
    )
    for (name,) in strangers:
        yield f"span {name} is of another revision", ASK, None


def _overlaps(scheme: Scheme, marks: Iterable[Mark]) -> Iterator[Problem]:
    layers = {label.name: label.layer for label in scheme.labels}

    def layer(mark: Mark) -> str:
        return layers.get(mark.span.label, mark.span.label)

    kept = sorted(
        (mark for mark in marks if mark.state.kept), key=lambda m: (layer(m), m.span.start)
    )
    for _, same in groupby(kept, key=layer):
        for left, right in pairwise(same):
            if left.span.overlaps(right.span):
                yield f"spans {left.id} and {right.id} overlap", ASK, None


def _log(db: Database, row: _Row, marks: Iterable[Mark]) -> Iterator[Problem]:
    replay = Replay()
    for line in present_lines(db, row.id):
        if not replay.follow(line):
            yield f"edit {line.id} does not follow from those before it", ASK, None
            return
    fields = {"status": "open", "comment": None, "flag": 0, **replay.fields}
    same = (
        replay.marks == {mark.id: mark for mark in marks}
        and replay.relations == set(stored_relations(db, row.id))
        and replay.exceptions == set(stored_exceptions(db, row.id))
        and all(value == getattr(row, name) for name, value in fields.items())
    )
    if not same:
        yield (
            "its spans or its state are not what the edit log led to",
            "--repair brings back what the log has",
            partial(_restore, db, row, replay, fields),
        )


def _restore(db: Database, row: _Row, replay: Replay, fields: dict[str, str | int | None]) -> None:
    revision = str(fields.get("revision", row.revision))
    clear_rows(db, row.id)
    rows = Rows(
        marks=tuple(replay.marks.values()),
        relations=tuple(sorted(replay.relations)),
        exceptions=tuple(sorted(replay.exceptions)),
    )
    put_rows(db, row.id, revision, rows, replay.words)
    db.run(
        "UPDATE readings SET revision = ?, status = ?, comment = ?, flag = ? WHERE id = ?",
        revision,
        fields["status"],
        fields["comment"],
        fields["flag"],
        row.id,
    )


def _counts(db: Database, scheme: Scheme, row: _Row, marks: list[Mark]) -> Iterator[Problem]:
    known = {label.name for label in scheme.labels}
    if any(mark.span.label not in known for mark in marks):
        return
    board = Board(scheme, suggestions_of(db, shown_run(db, row.revision)), marks)
    if (board.decided, board.undecided) != (row.decided, row.undecided):
        yield (
            f"the queue counts {row.decided} decided and {row.undecided} undecided;"
            f" there are {board.decided} and {board.undecided}",
            "--repair counts anew",
            partial(_count, db, row.id, board.decided, board.undecided),
        )


def _count(db: Database, reading: int, decided: int, undecided: int) -> None:
    db.run(
        "UPDATE readings SET decided = ?, undecided = ? WHERE id = ?", decided, undecided, reading
    )

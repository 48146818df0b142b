"""The readings of another store, attached as `other`, brought together with those of this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.codec import rows_json, rows_of, words_of
from store.database import Database
from store.journal import PERSONAL, ReadingKey, clear_rows
from store.renaming import Names, Rename, names_since, renamed_id, renamed_rows

_UID = 16
"""How long an edit's name is; what a copy of it in a further reading has behind it names that."""

_PUT_EDIT = """
INSERT INTO main.edits (
  uid, reading, revision, person, at, verb, before, after, seconds, keys, undoes, batch
)
SELECT substr(theirs.uid, 1, 16) || ?1, ?2, theirs.revision, theirs.person, theirs.at,
  theirs.verb, ?3, ?4, theirs.seconds, theirs.keys, ours.id, theirs.batch
FROM other.edits AS theirs
LEFT JOIN other.edits AS undone ON undone.id = theirs.undoes
LEFT JOIN main.edits AS ours ON ours.uid = substr(undone.uid, 1, 16) || ?1
WHERE theirs.id = ?5
"""
_PUT_SPANS = """
INSERT INTO main.spans
SELECT ?, id, revision, start, end, label, attributes, text, state, annotator, decided,
  suggested_start, suggested_end, suggested_label, suggested_attributes, score, by
FROM other.spans WHERE reading = ?
"""


class _Logged(NamedTuple):
    """A reading and the names of its edits; `tail` is what these have behind them in a copy."""

    id: int
    key: ReadingKey
    edits: list[str]
    tail: str

    def has(self, other: _Logged) -> bool:
        """Whether all that `other` did was done here, and first."""
        return self.edits[: len(other.edits)] == other.edits


def bring_readings(db: Database, origin: str) -> tuple[list[int], list[str]]:
    """Bring in what was decided further in the other store; whose readings, and the conflicts.

    Where a person went on in both, this store's reading stays and the other one stands beside it,
    as a reading of its own that is named after the person and `origin`. The caller holds the
    transaction, and counts the marks of the readings that changed anew.
    """
    changed, conflicts = [], []
    for theirs in _logged(db, "other", "article IN temp.same"):
        here = list(_logged(db, "main", "article = ?", theirs.key.article))
        # The reading of the same name goes before others that have the same edits.
        here.sort(key=lambda ours: ours.key != theirs.key)
        same = here[0] if here and here[0].key == theirs.key else None
        holder = next((ours for ours in here if ours.has(theirs)), None)
        if holder is None:
            holder = _continued(theirs, here) or _begin(db, theirs, origin, here, same)
            _go_on(db, holder, theirs)
            changed.append(holder.id)
        if same and holder.key != same.key:
            conflicts.append(_conflict(same, theirs, holder))
    return changed, conflicts


def _logged(db: Database, store: str, where: str, *parameters: object) -> Iterator[_Logged]:
    """Readings of one of the two stores, each with its edits."""
    for reading, *key in db.rows(
        f"SELECT id, article, kind, name FROM {store}.readings WHERE {where} ORDER BY id",  # noqa: S608  # our own SQL
        *parameters,
    ):
        uids = [
            uid
            for (uid,) in db.rows(
                f"SELECT uid FROM {store}.edits WHERE reading = ? ORDER BY id",  # noqa: S608  # our own SQL
                reading,
            )
        ]
        tail = uids[0][_UID:] if uids else ""
        yield _Logged(reading, ReadingKey(*key), [uid[:_UID] for uid in uids], tail)


def _continued(theirs: _Logged, here: list[_Logged]) -> _Logged | None:
    """The reading that `theirs` is the continuation of: of the same name, or a copy beside it."""
    fitting = (ours for ours in here if theirs.has(ours))
    return next((ours for ours in fitting if ours.key == theirs.key or ours.tail), None)


def _begin(
    db: Database, theirs: _Logged, origin: str, here: list[_Logged], same: _Logged | None
) -> _Logged:
    """An empty reading for `theirs`: under its own name, or beside the one that has that name."""
    key, tail = theirs.key, theirs.tail
    if same:
        known = {uid for ours in here for uid in ours.edits}
        tail = "@" + next(uid for uid in theirs.edits if uid not in known)
        key = key._replace(kind=PERSONAL, name=_free_name(f"{key.name} ({origin}", here))
    reading = db.insert(
        "INSERT INTO main.readings (article, kind, name, revision)"
        " SELECT ?, ?, ?, revision FROM other.readings WHERE id = ?",
        *key,
        theirs.id,
    )
    return _Logged(reading, key, [], tail)


def _free_name(name: str, here: list[_Logged]) -> str:
    taken = {ours.key.name for ours in here}
    numbers = ["", *(f" {number}" for number in range(2, len(taken) + 3))]
    return next(f"{name}{number})" for number in numbers if f"{name}{number})" not in taken)


def _conflict(same: _Logged, theirs: _Logged, beside: _Logged) -> str:
    here, there = set(same.edits), set(theirs.edits)
    return (
        f"article {same.key.article}: the reading of {same.key.name!r} went on in both stores"
        f" ({len(here - there)} edits here, {len(there - here)} there); this store's was kept, and"
        f" the other stands beside it as {beside.key.name!r}"
    )


def _go_on(db: Database, ours: _Logged, theirs: _Logged) -> None:
    """Bring the reading `ours` to where `theirs` has come, which has all its edits."""
    renames = [Rename(*row) for row in db.rows("SELECT old, new, until FROM other.renames")]
    for edit, *sides in db.rows(
        "SELECT id, before, after FROM other.edits WHERE reading = ? ORDER BY id LIMIT -1 OFFSET ?",
        theirs.id,
        len(ours.edits),
    ):
        # Here the edit comes after every renaming, so it has to speak of labels as they are now.
        names = names_since(edit, renames)
        before, after = (_renamed(side, names) for side in sides)
        # One by one: an undo refers to the id that the edit before it has just been given.
        db.run(_PUT_EDIT, ours.tail, ours.id, before, after, edit)
    clear_rows(db, ours.id)
    db.run(_PUT_SPANS, ours.id, theirs.id)
    for table, columns in (("relations", "head, label, child"), ("exceptions", "mark")):
        db.run(
            f"INSERT INTO main.{table} SELECT ?, {columns} FROM other.{table} WHERE reading = ?",  # noqa: S608  # our own names
            ours.id,
            theirs.id,
        )
    db.run(
        "UPDATE main.readings SET (revision, status, comment, flag) ="
        " (SELECT revision, status, comment, flag FROM other.readings WHERE id = ?) WHERE id = ?",
        theirs.id,
        ours.id,
    )


def _renamed(side: str, names: Names) -> str:
    if not names:
        return side
    words = {renamed_id(name, names): on for name, on in words_of(side).items()}
    return rows_json(renamed_rows(rows_of(side), names), words)

"""The schemes that a store was used with, by hash, and what another one changes in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from store import clock
from store.database import Database
from store.errors import StoreError
from store.journal import clear_rows, decided_words, put_rows, stored_rows
from store.mark import Mark
from store.renaming import Names, renamed_id, renamed_rows
from text.scheme import Scheme
from text.span import Span

_USED = """
SELECT label FROM spans UNION SELECT suggested_label FROM spans UNION SELECT label FROM suggestions
"""


def adopt(db: Database, scheme: Scheme) -> None:
    """Make `scheme` the store's current one: additions apply, and what `was` renames is renamed.

    Before a renaming the store is backed up. Raises StoreError where decisions use labels that the
    scheme lacks, with how many do, or where a renaming would put one decision in another's place.
    """
    if db.row("SELECT current FROM schemes WHERE hash = ?", scheme.hash) == (1,):
        return
    names = _renamed(db, scheme)
    if names:
        db.back_up_beside()
    with db.transaction():
        _rename(db, scheme, names)
        refuse_orphans(db, scheme)
        db.run(
            "INSERT INTO schemes (hash, name, version, source, added, current)"
            " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (hash) DO UPDATE SET current = 1",
            scheme.hash,
            scheme.name,
            scheme.version,
            scheme.source,
            clock.now(),
        )
        db.run("UPDATE schemes SET current = 0 WHERE hash <> ?", scheme.hash)


def refuse_orphans(db: Database, scheme: Scheme) -> None:
    """Raises StoreError where decisions use labels that `scheme` lacks, with how many do."""
    used = db.rows("SELECT label, count(*) FROM spans GROUP BY label ORDER BY label")
    known = {label.name for label in scheme.labels}
    orphans = [f"{label} ({count})" for label, count in used if label not in known]
    if orphans:
        raise StoreError(
            f"store {db.path}: decisions use labels that scheme {scheme.name!r} lacks:"
            f" {', '.join(orphans)}; open it with the scheme that has them (--scheme), or say in"
            ' the new one what a label was (was = ["OLD"])'
        )


def _renamed(db: Database, scheme: Scheme) -> Names:
    used = {label for (label,) in db.rows(_USED)}
    return {old: label.name for label in scheme.labels for old in label.was if old in used}


def _rename(db: Database, scheme: Scheme, names: Names) -> None:
    """Write the decisions and suggestions of the store under their labels' new names.

    The log stays as it is: `renames` tells what its labels are called now.
    """
    if not names:
        return
    for old, new in names.items():
        db.run(
            "INSERT INTO renames (old, new, until) SELECT ?, ?, coalesce(max(id), 0) FROM edits",
            old,
            new,
        )
        db.run("UPDATE OR REPLACE suggestions SET label = ? WHERE label = ?", new, old)
        db.run(
            "UPDATE OR REPLACE facets SET value = ? WHERE facet = 'label' AND value = ?", new, old
        )
    db.run(
        "UPDATE runs SET size = (SELECT count(*) FROM suggestions WHERE run = runs.id)"
        " WHERE size <> (SELECT count(*) FROM suggestions WHERE run = runs.id)"
    )
    for reading, revision, article_id in db.rows("SELECT id, revision, article FROM readings"):
        before = stored_rows(db, reading)
        after = renamed_rows(before, names)
        if after == before:
            continue
        if len({mark.id for mark in after.marks}) < len(after.marks) or _overlap(
            scheme, after.marks
        ):
            told = ", ".join(f"{old} to {new}" for old, new in sorted(names.items()))
            raise StoreError(
                f"store {db.path}: renaming {told} would put decisions on article {article_id}"
                " in each other's place; decide there first, with the scheme that was used"
            )
        words = {renamed_id(name, names): on for name, on in decided_words(db, reading).items()}
        clear_rows(db, reading)
        put_rows(db, reading, revision, after, words)


def _overlap(scheme: Scheme, marks: Iterable[Mark]) -> bool:
    """Whether kept spans of a layer share a character."""
    known = {label.name: label.layer for label in scheme.labels}
    layers: dict[str, list[Span]] = defaultdict(list)
    for mark in marks:
        if mark.state.kept and mark.span.label in known:
            layers[known[mark.span.label]].append(mark.span)
    ordered = (sorted(spans, key=lambda span: span.start) for spans in layers.values())
    return any(left.overlaps(right) for spans in ordered for left, right in pairwise(spans))

"""The schemes that a store was used with, by hash."""

from __future__ import annotations

from store import clock
from store.database import Database
from store.errors import StoreError
from text.scheme import Scheme


def adopt(db: Database, scheme: Scheme) -> None:
    """Make `scheme` the store's current one.

    Raises StoreError where decisions use labels that it lacks, with how many do.
    """
    if db.row("SELECT current FROM schemes WHERE hash = ?", scheme.hash) == (1,):
        return
    with db.transaction():
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
    used = db.rows("SELECT label, count(*) FROM spans GROUP BY label ORDER BY label")
    known = {label.name for label in scheme.labels}
    orphans = [f"{label} ({count})" for label, count in used if label not in known]
    if orphans:
        raise StoreError(
            f"store {db.path}: decisions use labels that scheme {scheme.name!r} lacks:"
            f" {', '.join(orphans)}; open it with the scheme that has them (--scheme)"
        )

"""What another store has and this one lacks: brought in, with what cannot be told apart listed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from store.codec import rows_json, rows_of, words_of
from store.database import Database
from store.driver import driver
from store.errors import StoreError
from store.renaming import Names, Rename, names_since, renamed_id, renamed_rows
from store.schemes import refuse_orphans
from store.suggestions import recount
from text.scheme import Scheme

_RENAMES = "SELECT old, new FROM {}.renames ORDER BY id"
_LOG_HERE = "SELECT uid FROM main.edits WHERE reading = ? ORDER BY id"
_LOG_THERE = "SELECT uid FROM other.edits WHERE reading = ? ORDER BY id"
_PUT_EDIT = """
INSERT INTO main.edits (
  uid, reading, revision, person, at, verb, before, after, seconds, keys, undoes
)
SELECT theirs.uid, ?, theirs.revision, theirs.person, theirs.at, theirs.verb, ?, ?, theirs.seconds,
  theirs.keys, ours.id
FROM other.edits AS theirs
LEFT JOIN other.edits AS undone ON undone.id = theirs.undoes
LEFT JOIN main.edits AS ours ON ours.uid = undone.uid
WHERE theirs.id = ?
"""
_PUT_SPANS = """
INSERT INTO main.spans
SELECT ?, id, revision, start, end, label, attributes, text, state, annotator, decided,
  suggested_start, suggested_end, suggested_label, suggested_attributes, score, by
FROM other.spans WHERE reading = ?
"""
_ARTICLES = (
    # One id with two texts: the same bytes, decoded in another way. Offsets would not fit.
    "CREATE TEMP TABLE same AS SELECT theirs.article AS id FROM other.raws AS theirs"
    " LEFT JOIN main.raws AS ours ON ours.article = theirs.article"
    " WHERE ours.article IS NULL OR ours.raw = theirs.raw",
    "INSERT OR IGNORE INTO main.people (name) SELECT name FROM other.people",
    "INSERT OR IGNORE INTO main.schemes SELECT hash, name, version, source, added, 0"
    " FROM other.schemes",
    "INSERT INTO main.articles (id, source, encoding, raw_sha256, imported)"
    " SELECT id, source, encoding, raw_sha256, imported FROM other.articles"
    " WHERE id NOT IN (SELECT id FROM main.articles) ORDER BY number",
    "INSERT OR IGNORE INTO main.raws SELECT * FROM other.raws WHERE article IN temp.same",
    "INSERT OR IGNORE INTO main.revisions SELECT * FROM other.revisions WHERE article IN temp.same",
    "INSERT OR IGNORE INTO main.bodies SELECT * FROM other.bodies"
    " WHERE revision IN (SELECT id FROM main.revisions)",
    "UPDATE main.articles SET revision = (SELECT revision FROM other.articles AS theirs"
    " WHERE theirs.id = main.articles.id) WHERE revision IS NULL",
    "CREATE TEMP TABLE fresh AS SELECT id FROM other.runs AS theirs"
    " WHERE revision IN (SELECT id FROM main.revisions WHERE article IN temp.same)"
    " AND NOT EXISTS ("
    "  SELECT 1 FROM main.runs WHERE runs.revision = theirs.revision"
    "  AND runs.suggester = theirs.suggester)",
    "INSERT INTO main.runs (revision, suggester, version, scheme, made, size)"
    " SELECT revision, suggester, version, scheme, made, size FROM other.runs"
    " WHERE id IN temp.fresh ORDER BY id",
    "INSERT INTO main.suggestions SELECT ours.id, start, end, label, attributes, score, by"
    " FROM other.suggestions JOIN other.runs AS theirs ON theirs.id = run"
    " JOIN main.runs AS ours ON ours.revision = theirs.revision"
    " AND ours.suggester = theirs.suggester WHERE theirs.id IN temp.fresh",
    "UPDATE main.articles SET run = (SELECT max(id) FROM main.runs"
    " WHERE runs.revision = articles.revision) WHERE id IN temp.same",
)


@dataclass(frozen=True, slots=True)
class Merged:
    """How many articles and edits came, and what could not: a line for each conflict."""

    articles: int
    edits: int
    conflicts: tuple[str, ...]


def merge(db: Database, scheme: Scheme, path: Path) -> Merged:
    """Bring in what the store at `path` has; doing it again brings nothing. One transaction.

    Articles go by id and readings by person. Where both stores went on with a reading, this one's
    stays. `path` itself is only read, and this store is backed up first. Raises StoreError for what
    is no store, or has decisions with labels that `scheme` lacks.
    """
    db.back_up_beside()
    with _attached(db, path):
        if db.rows(_RENAMES.format("main")) != db.rows(_RENAMES.format("other")):
            raise StoreError(
                f"store {path}: labels were renamed in one of the two stores and not in the other;"
                " open both with the same scheme first"
            )
        before = _count(db)
        with db.transaction():
            for statement in _ARTICLES:
                db.run(statement)
            conflicts = list(_texts(db))
            changed, clashes = _readings(db)
            refuse_orphans(db, scheme)
            for reading in changed:
                recount(db, scheme, reading)
            db.run("DROP TABLE temp.same")
            db.run("DROP TABLE temp.fresh")
        after = _count(db)
    return Merged(after[0] - before[0], after[1] - before[1], (*conflicts, *clashes))


@contextmanager
def _attached(db: Database, path: Path) -> Iterator[None]:
    """The store at `path`, as a copy with the schema of this one, under the name `other`."""
    if not path.is_file():
        raise StoreError(f"store {path}: there is no such store to merge")
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "other.db"
        try:
            with (
                closing(driver.connect(path.resolve().as_uri() + "?mode=ro", uri=True)) as theirs,
                closing(driver.connect(copy)) as ours,
            ):
                theirs.backup(ours)
        except driver.Error as error:
            raise StoreError(f"store {path}: cannot be read ({error})") from error
        Database(copy).close()
        db.run("ATTACH DATABASE ? AS other", str(copy))
        try:
            yield
        finally:
            db.run("DETACH DATABASE other")


def _count(db: Database) -> tuple[int, int]:
    ((articles, edits),) = db.rows(
        "SELECT (SELECT count(*) FROM main.articles), (SELECT count(*) FROM main.edits)"
    )
    return articles, edits


def _texts(db: Database) -> Iterator[str]:
    for article_id, source in db.rows(
        "SELECT id, source FROM other.articles WHERE id NOT IN temp.same ORDER BY number"
    ):
        yield (
            f"article {article_id} ({source}) was read with another encoding there; its decisions"
            " were left out"
        )


def _readings(db: Database) -> tuple[list[int], list[str]]:
    """Bring in whose readings go further there; the ids of these, and a line for each conflict."""
    changed, conflicts = [], []
    for theirs, article_id, kind, name in db.rows(
        "SELECT id, article, kind, name FROM other.readings WHERE article IN temp.same ORDER BY id"
    ):
        found = db.row(
            "SELECT id FROM main.readings WHERE article = ? AND kind = ? AND name = ?",
            article_id,
            kind,
            name,
        )
        ours = found[0] if found else _begin(db, theirs)
        here = [uid for (uid,) in db.rows(_LOG_HERE, ours)]
        there = [uid for (uid,) in db.rows(_LOG_THERE, theirs)]
        if there == here[: len(there)]:
            continue
        if here == there[: len(here)]:
            _go_on(db, ours, theirs, len(here))
            changed.append(ours)
        else:
            conflicts.append(
                f"article {article_id}: the reading of {name!r} went on in both stores"
                f" ({len(set(here) - set(there))} edits here, {len(set(there) - set(here))} there);"
                " this store's was kept"
            )
    return changed, conflicts


def _begin(db: Database, theirs: int) -> int:
    return db.insert(
        "INSERT INTO main.readings (article, kind, name, revision)"
        " SELECT article, kind, name, revision FROM other.readings WHERE id = ?",
        theirs,
    )


def _go_on(db: Database, ours: int, theirs: int, known: int) -> None:
    """Bring the reading `ours` to where `theirs` has come, which has all its `known` edits."""
    renames = [Rename(*row) for row in db.rows("SELECT old, new, until FROM other.renames")]
    for edit, *sides in db.rows(
        "SELECT id, before, after FROM other.edits WHERE reading = ? ORDER BY id LIMIT -1 OFFSET ?",
        theirs,
        known,
    ):
        # Here the edit comes after every renaming, so it has to speak of labels as they are now.
        names = names_since(edit, renames)
        before, after = (_renamed(side, names) for side in sides)
        # One by one: an undo refers to the id that the edit before it has just been given.
        db.run(_PUT_EDIT, ours, before, after, edit)
    db.run("DELETE FROM main.relations WHERE reading = ?", ours)
    db.run("DELETE FROM main.spans WHERE reading = ?", ours)
    db.run(_PUT_SPANS, ours, theirs)
    db.run(
        "INSERT INTO main.relations SELECT ?, head, label, child FROM other.relations"
        " WHERE reading = ?",
        ours,
        theirs,
    )
    db.run(
        "UPDATE main.readings SET (revision, status, comment, flag) ="
        " (SELECT revision, status, comment, flag FROM other.readings WHERE id = ?) WHERE id = ?",
        theirs,
        ours,
    )


def _renamed(side: str, names: Names) -> str:
    if not names:
        return side
    words = {renamed_id(name, names): on for name, on in words_of(side).items()}
    return rows_json(renamed_rows(rows_of(side), names), words)



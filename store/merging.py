"""What another store has and this one lacks: brought in, with what cannot be told apart listed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database import APPLICATION_ID, VERSION, Database
from store.driver import driver
from store.errors import StoreError
from store.reconciling import bring_readings
from store.schemes import refuse_orphans
from store.suggestions import recount
from text.scheme import Scheme

_RENAMES = "SELECT old, new FROM {}.renames ORDER BY id"
_ARTICLES = (
    # One id with two texts: the same bytes, decoded in another way. Offsets would not fit.
    "CREATE TEMP TABLE same AS SELECT theirs.article AS id FROM other.raws AS theirs"
    " LEFT JOIN main.raws AS ours ON ours.article = theirs.article"
    " WHERE ours.article IS NULL OR ours.raw = theirs.raw",
    "INSERT OR IGNORE INTO main.people (name) SELECT name FROM other.people",
    "INSERT OR IGNORE INTO main.schemes SELECT hash, name, version, source, added, 0"
    " FROM other.schemes",
    "CREATE TEMP TABLE coming AS SELECT id FROM other.articles"
    " WHERE id NOT IN (SELECT id FROM main.articles)",
    "INSERT INTO main.articles (id, source, encoding, raw_sha256, imported, address)"
    " SELECT id, source, encoding, raw_sha256, imported, address FROM other.articles"
    " WHERE id IN temp.coming ORDER BY number",
    # What was here already keeps its turn: this store's people gave it that.
    "INSERT INTO main.priorities SELECT ours.number, priority FROM other.priorities"
    " JOIN other.articles AS theirs USING (number)"
    " JOIN main.articles AS ours ON ours.id = theirs.id WHERE ours.id IN temp.coming",
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
    "INSERT OR IGNORE INTO main.facets SELECT facet, value, ours.number FROM other.facets"
    " JOIN other.articles AS theirs ON theirs.number = facets.number"
    " JOIN main.articles AS ours ON ours.id = theirs.id WHERE theirs.id IN temp.same",
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

    Articles go by id and readings by person. Where both stores went on with a reading, the other's
    stands beside this one's, under a name of its own. `path` itself is only read, and this store is
    backed up first. Raises StoreError for what is no store, or has decisions with labels that
    `scheme` lacks.
    """
    with _attached(db, path):
        if db.rows(_RENAMES.format("main")) != db.rows(_RENAMES.format("other")):
            raise StoreError(
                f"store {path}: labels were renamed in one of the two stores and not in the other;"
                " open both with the same scheme first"
            )
        db.back_up_beside()
        before = _count(db)
        with db.transaction():
            for statement in _ARTICLES:
                db.run(statement)
            conflicts = list(_texts(db))
            changed, clashes = bring_readings(db, path.stem)
            refuse_orphans(db, scheme)
            for reading in changed:
                recount(db, scheme, reading)
            for table in ("same", "coming", "fresh"):
                db.run(f"DROP TABLE temp.{table}")
        after = _count(db)
    return Merged(after[0] - before[0], after[1] - before[1], (*conflicts, *clashes))


@contextmanager
def _attached(db: Database, path: Path) -> Iterator[None]:
    """The store at `path`, as a copy with the schema of this one, under the name `other`."""
    if not path.is_file():
        what = "that is no file" if path.exists() else "there is no such file"
        raise StoreError(f"store {path}: {what}; name the other store, such as laptop.db")
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "other.db"
        try:
            with (
                closing(driver.connect(path.resolve().as_uri() + "?mode=ro", uri=True)) as theirs,
                closing(driver.connect(copy)) as ours,
            ):
                _refuse_strangers(theirs, path)
                theirs.backup(ours)
        except driver.Error as error:
            raise StoreError(f"store {path}: cannot be read ({error})") from error
        Database(copy).close()
        db.run("ATTACH DATABASE ? AS other", str(copy))
        try:
            yield
        finally:
            db.run("DETACH DATABASE other")


def _refuse_strangers(theirs: driver.Connection, path: Path) -> None:
    """Raise StoreError for what is no store, or one that this program does not understand."""
    (application,), (version,) = (
        theirs.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID:
        raise StoreError(f"store {path}: it is no store of jinbiao's")
    if version > VERSION:
        raise StoreError(
            f"store {path}: made by a newer jinbiao (schema {version}, this one knows {VERSION});"
            " update jinbiao here first"
        )


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

"""What the store costs beside SQLite alone: import, one decision; `bench.library` has the rest."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from bench.figures import line, median
from store.driver import driver
from store.store import Store
from text.alignment import Alignment
from text.article import Article, Revision
from text.scheme import default_scheme
from text.span import Suggestion
from tui.jobs.import_articles import BATCH_ARTICLES

IMPORTED = 1_000
SPANS = 40
TURNS = 5
MARKS = 5_000
RUNS = 200
SENTENCE = "甘肃科技集团到2025年工业总产值突破2300亿元。"

TABLES = ("articles", "raws", "revisions", "bodies", "runs", "suggestions")
_SCHEMA = """
SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL
AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words%'
AND name NOT LIKE 'names%' ORDER BY rowid
"""


def main() -> None:
    """Print each figure beside its peer in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        imports(Path(folder))
        decision(Path(folder))


def imports(folder: Path) -> None:
    """Import articles with suggestions, beside `executemany` of the same rows in one go.

    Once into tables with the same keys, rules and indexes, once into tables without any.
    """
    articles = [article(number, SPANS) for number in range(IMPORTED)]
    suggestions = found(SPANS)
    ours: list[float] = []
    same: list[float] = []
    bare_tables: list[float] = []
    # In turns, so that all meet the same disk and the same neighbours.
    for turn in range(TURNS):
        store = open_store(folder / f"import{turn}.db")
        ours.append(timed(partial(fill, store, articles, suggestions)))
        rows = {
            name: store.db.rows(f"SELECT * FROM {name}")  # noqa: S608  # names from above
            for name in TABLES
        }
        schema = [sql for (sql,) in store.db.rows(_SCHEMA)]
        store.close()
        for times, tables in ((same, schema), (bare_tables, ())):
            plain = bare(folder / f"plain{turn}-{len(tables)}.db")
            times.append(timed(partial(copy, plain, rows, tables)))
            plain.close()
    name = f"import of {IMPORTED:,} articles, {SPANS} spans each"
    beside(name, median(ours), "executemany, same tables", median(same))
    beside(name, median(ours), "executemany, bare tables", median(bare_tables))


def fill(store: Store, articles: list[Article], suggestions: list[Suggestion]) -> None:
    """Bring `articles` in as an import does, batch by batch."""
    for start in range(0, len(articles), BATCH_ARTICLES):
        batch = articles[start : start + BATCH_ARTICLES]
        store.add_all(batch, {it.id: suggestions for it in batch}, by=("bench", "1"))


def copy(
    plain: driver.Connection,
    tables: dict[str, list[tuple[object, ...]]],
    schema: Sequence[str],
) -> None:
    """Write the rows of `tables` at once; without a `schema`, into tables without rules."""
    plain.execute("BEGIN IMMEDIATE")
    for sql in schema:
        plain.execute(sql)
    for name, content in tables.items():
        places = ", ".join("?" * len(content[0]))
        if not schema:
            columns = ", ".join(f"c{n}" for n in range(len(content[0])))
            plain.execute(f"CREATE TABLE {name} ({columns})")
        plain.executemany(f"INSERT INTO {name} VALUES ({places})", content)  # noqa: S608  # as above
    plain.execute("COMMIT")


def decision(folder: Path) -> None:
    """One decision among many marks, beside a bare transaction of one row."""
    store = open_store(folder / "decision.db")
    it = article(0, MARKS)
    store.add(it)
    store.put_suggestions(it.id, "bench", "1", found(MARKS))
    reading = store.reading(it.id)
    plain = bare(folder / "bare.db")
    plain.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, words TEXT)")

    def transaction() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO log (words) VALUES (?)", ("x" * 400,))
        plain.execute("COMMIT")

    # In turns, so that both meet the same disk.
    ours, theirs = [], []
    for mark in reading.marks[:RUNS]:
        ours.append(timed(lambda name=mark.id: (reading.accept(name), reading.marks)))
        theirs.append(timed(transaction))
    store.close()
    plain.close()
    name = f"a decision among {MARKS:,} marks"
    beside(name, median(ours), "bare transaction", median(theirs))


def beside(name: str, seconds: float, peer: str, others: float) -> None:
    """Print two times in milliseconds and their ratio."""
    line(name, f"{seconds * 1000:.3f} ms", f"{peer} {others * 1000:.3f} ms", seconds / others)


def open_store(path: Path) -> Store:
    """The store at `path`."""
    return Store.open(path, "bench", default_scheme())


def bare(path: Path) -> driver.Connection:
    """A connection as the store's is."""
    connection = driver.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def article(number: int, sentences: int) -> Article:
    """An article of that many sentences, unlike any other."""
    text = f"第{number}篇。" + SENTENCE * sentences
    digest = sha256(text.encode()).hexdigest()
    revision = Revision(text, Alignment.identity(len(text)), "1")
    return Article(digest[:16], f"{number}.txt", "utf-8", text, digest, revision)


def found(count: int) -> list[Suggestion]:
    """A suggestion for each sentence."""
    starts = range(10, 10 + count * len(SENTENCE), len(SENTENCE))
    return [Suggestion(start, start + 6, "ORG", {}, 0.5, "bench") for start in starts]


def timed(work: Callable[[], object]) -> float:
    """How many seconds `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()

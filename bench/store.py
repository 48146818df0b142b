"""What the store costs beside SQLite alone: import, opening, the queue, one decision."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
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

IMPORTED = 1_000
SPANS = 40
BATCH = 64
TURNS = 5
SMALL, LARGE = 100, 100_000
MARKS = 5_000
RUNS = 200
SENTENCE = "甘肃科技集团到2025年工业总产值突破2300亿元。"


def main() -> None:
    """Print each figure beside its peer in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        imports(Path(folder))
        decision(Path(folder))
        scale(Path(folder))


def imports(folder: Path) -> None:
    """Import articles with suggestions, beside `executemany` of the same rows in one go."""
    articles = [article(number, SPANS) for number in range(IMPORTED)]
    suggestions = found(SPANS)
    ours, theirs = [], []
    # In turns, so that both meet the same disk and the same neighbours.
    for turn in range(TURNS):
        store = open_store(folder / f"import{turn}.db")
        ours.append(timed(partial(fill, store, articles, suggestions)))
        rows = {
            name: store.db.rows(f"SELECT * FROM {name}")  # noqa: S608  # names from the line below
            for name in ("articles", "raws", "revisions", "bodies", "runs", "suggestions")
        }
        store.close()
        plain = bare(folder / f"plain{turn}.db")
        theirs.append(timed(partial(copy, plain, rows)))
        plain.close()
    name = f"import of {IMPORTED:,} articles, {SPANS} spans each"
    peer = median(theirs)
    line(name, f"{median(ours):.2f} s", f"executemany {peer:.2f} s", median(ours) / peer)


def fill(store: Store, articles: list[Article], suggestions: list[Suggestion]) -> None:
    """Bring `articles` in as an import does, batch by batch."""
    for start in range(0, len(articles), BATCH):
        with store.batch():
            for it in articles[start : start + BATCH]:
                store.add(it)
                store.put_suggestions(it.id, "bench", "1", suggestions)


def copy(plain: driver.Connection, tables: dict[str, list[tuple[object, ...]]]) -> None:
    """Write the rows of `tables` in one transaction, into tables without a rule."""
    plain.execute("BEGIN IMMEDIATE")
    for name, content in tables.items():
        places = ", ".join("?" * len(content[0]))
        plain.execute(f"CREATE TABLE {name} ({', '.join(f'c{n}' for n in range(len(content[0])))})")
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


def scale(folder: Path) -> None:
    """Opening a store and finding the next article, in a large store beside a small one."""
    opened, following = {}, {}
    for size in (SMALL, LARGE):
        path = folder / f"{size}.db"
        store = open_store(path)
        # Filling is not what is measured.
        store.db.run("PRAGMA synchronous = OFF")
        articles = [article(number, 2) for number in range(size)]
        for start in range(0, size, BATCH):
            with store.batch():
                for it in articles[start : start + BATCH]:
                    store.add(it)
        store.index_words()
        store.reading(articles[0].id).finish()
        last = articles[size // 2].id
        store.close()
        opened[size] = median(
            [timed(lambda path=path: open_store(path).close()) for _ in range(20)]
        )
        store = open_store(path)
        following[size] = median([timed(partial(store.next_open, last)) for _ in range(RUNS)])
        listed = timed(store.library)
        asked = {
            query: median([timed(partial(store.find, query, 50)) for _ in range(20)])
            for query in (f"第{size - 7}篇", "钢铁", "status:open", "总产值 label:ORG")
        }
        store.close()
    beside(f"open a store of {LARGE:,} articles", opened[LARGE], f"of {SMALL}", opened[SMALL])
    beside(f"next article of {LARGE:,}", following[LARGE], f"of {SMALL}", following[SMALL])
    line(f"list all {LARGE:,}", f"{listed * 1000:.0f} ms")
    for query, seconds in asked.items():
        line(f"find {query}, 50 of {LARGE:,}", f"{seconds * 1000:.1f} ms")


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

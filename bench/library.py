"""What a large store costs beside a small one: opening it, the queue, and each kind of query."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from bench.figures import line, median
from bench.store import SENTENCE, article, beside, open_store, timed
from store.store import Store

SMALL, LARGE = 100, 100_000
SPANS = 50
PAGE = 50
RUNS = 20

QUERIES = {
    "everything": "",
    "words in every article": "总产值",
    "words in one": "第{last}篇",
    "words nowhere": "海南",
    "not begun": "status:new",
    "open (one)": "status:open",
    "done (most)": "status:done",
    "work left": "-status:done",
    "a label in every article": "label:ORG",
    "a label in few": "label:WISH",
    "words and a label in few": "总产值 label:WISH",
    "words and a label": "总产值 label:ORG",
    "words, open": "总产值 status:open",
    "a suggester in all": "by:bench",
    "a suggester in few": "by:rare",
    "low scores (few)": "score<0.1",
    "decided so (most)": "state:accepted",
    "decided so (few)": "state:corrected",
    "a person": "person:bench",
    "a month": "date:2024-03",
    "from a year on": "date>=2024",
    "with a comment (few)": "has:comment",
    "undecided": "has:undecided",
    "many undecided": "undecided>10",
    "a source (one)": "source:/{last}.txt",
    "a title (one)": "title:第{last}篇",
    "an id": "id:{id}",
}

_SUGGESTIONS = """
INSERT INTO suggestions
WITH RECURSIVE places(place) AS (
  SELECT 0 UNION ALL SELECT place + 1 FROM places WHERE place + 1 < {spans}
)
SELECT runs.id, place, place + 1,
  CASE WHEN place = 0 AND runs.id % 997 = 96 THEN 'WISH' WHEN place % 2 THEN 'ORG' ELSE 'LOC' END,
  '{{}}', iif(runs.id % 997 = 96 AND place = 0, 0.05, 0.3 + place / 100.0),
  iif(runs.id % 997 = 96 AND place = 0, 'rare', 'bench')
FROM runs CROSS JOIN places ORDER BY runs.id, place
"""
_FACETS = """
INSERT INTO facets
SELECT 'label', label, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'by', by, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'lowest', min(score), number FROM articles JOIN suggestions USING (run) GROUP BY number
UNION SELECT 'highest', max(score), number FROM articles JOIN suggestions USING (run)
  GROUP BY number
"""
_READINGS = (
    # Nine tenths are read, in the order of import, and all but the last of these is done.
    "INSERT INTO readings (article, kind, name, revision, decided, undecided)"
    " SELECT id, 'personal', 'bench', revision, {spans}, 0 FROM articles"
    " WHERE number <= {count} * 9 / 10 ORDER BY number",
    "INSERT INTO spans SELECT id, 's0-1-ORG', revision, 1, 2, 'ORG', '{{}}', 'x',"
    " iif(id % 997 = 89, 'corrected', 'accepted'), 'bench', '2024', 0, 1, 'ORG', '{{}}', 0.5,"
    " 'bench' FROM readings",
    "UPDATE readings SET comment = '?' WHERE id % 997 = 7",
    "UPDATE readings SET status = 'done' WHERE id < {count} * 9 / 10",
)


def main() -> None:
    """Print the figures of the large store beside those of the small one."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measured(Path(folder) / f"{size}.db", size) for size in (SMALL, LARGE))
    for name, seconds in large.items():
        beside(name, seconds, f"of {SMALL}", small[name])


def measured(path: Path, size: int) -> dict[str, float]:
    """The median seconds of each thing that is asked of a store of `size` articles."""
    begun = perf_counter()
    ids = make(path, size)
    line(f"(a store of {size:,} articles, made)", f"{perf_counter() - begun:.0f} s")
    times = {"open": _median(lambda: open_store(path).close())}
    store = open_store(path)
    for name, after in (("top", None), ("middle", ids[size // 2]), ("last", ids[-1])):
        times[f"next article from the {name}"] = _median(partial(store.next_open, after))
    times["a page from the middle on"] = _median(
        partial(store.library, PAGE, after=ids[-size // 2])
    )
    for name, words in QUERIES.items():
        query = words.format(last=size - 1, id=ids[-1])
        times[f"find {name}: {words}"] = _median(partial(store.find, query, PAGE))
        times[f"count {name}"] = _median(partial(store.count, query))
    store.close()
    return times


def _median(work: Callable[[], object]) -> float:
    return median([timed(work) for _ in range(RUNS)])


def make(path: Path, size: int) -> list[str]:
    """A store of `size` articles with their suggestions, most of them read; the articles' ids."""
    store = open_store(path)
    # Filling is not what is measured.
    store.db.run("PRAGMA synchronous = OFF")
    with store.batch():
        ids = [_add(store, number) for number in range(size)]
        for statement in (_SUGGESTIONS, _FACETS, *_READINGS):
            store.db.run(statement.format(count=size, spans=SPANS))
    store.index_words()
    store.close()
    return ids


def _add(store: Store, number: int) -> str:
    it = article(number, -(-SPANS // len(SENTENCE)))
    now, revision = "2024-01-01T00:00:00Z", f"r{it.id}"
    run = store.db.run
    run(
        "INSERT INTO articles (id, source, encoding, raw_sha256, imported) VALUES (?, ?, ?, ?, ?)",
        *(it.id, f"seeds/{number}.txt", it.encoding, it.raw_sha256, now),
    )
    title, published = f"第{number}篇", f"{2015 + number % 10}-{number % 12 + 1:02}-05"
    run(
        "INSERT INTO revisions VALUES (?, ?, '1', ?, ?, ?)",
        *(revision, it.id, title, published, now),
    )
    run("INSERT INTO raws VALUES (?, ?)", it.id, it.raw)
    run("INSERT INTO bodies VALUES (?, ?, '[]', '[]', '[]', '[]')", revision, it.revision.text)
    shown = store.db.insert(
        "INSERT INTO runs (revision, suggester, version, scheme, made, size)"
        " VALUES (?, 'bench', '1', ?, ?, ?)",
        *(revision, store.scheme.hash, now, SPANS),
    )
    run("UPDATE articles SET revision = ?, run = ? WHERE id = ?", revision, shown, it.id)
    return it.id

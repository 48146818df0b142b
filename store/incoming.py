"""New articles by the hundred: their rows table by table, as SQLite takes them fastest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from store import clock
from store.articles import has_article
from store.codec import body_id, body_row
from store.database import Database, Row
from store.facets import facets_of, note_facets
from store.suggestions import Run, best_of, put_suggestions
from text.article import Article
from text.scheme import Scheme
from text.span import Suggestion


class _New(NamedTuple):
    """An article with the number, the revision and, where it has suggestions, the run it gets."""

    number: int
    article: Article
    revision: str
    body: Row
    run: int
    suggestions: Sequence[Suggestion]


def bring_in(
    db: Database,
    scheme: Scheme,
    articles: Iterable[Article],
    run: Run | None = None,
    found: Mapping[str, Sequence[Suggestion]] | None = None,
) -> set[str]:
    """Keep articles whole; the ids of those that are new. The caller holds the transaction.

    `found` has what `run` suggests for new ones, by article id. Raises SuggestionError,
    SchemeError.
    """
    wanted: dict[str, Article] = {}
    for it in articles:
        if it.id not in wanted and not has_article(db, it.id):
            wanted[it.id] = it
    offers = {
        name: best_of(found[name], len(it.revision.text), scheme)
        for name, it in wanted.items()
        if found and name in found
    }
    # The transaction keeps others from giving the same numbers out.
    number, run_id = _last(db, "articles"), _last(db, "runs")
    new = []
    for it in wanted.values():
        number += 1
        run_id += it.id in offers
        body = body_row(it.revision)
        revision = body_id(it.id, it.revision.cleaner, body)
        new.append(_New(number, it, revision, body, run_id, offers.get(it.id, ())))
    _put_articles(db, new)
    if run:
        _put_runs(db, run, [it for it in new if it.article.id in offers])
    return set(wanted)


def _last(db: Database, table: str) -> int:
    """The highest number that was ever given out in `table`."""
    found = db.row("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
    return found[0] if found else 0


def _put_articles(db: Database, new: Sequence[_New]) -> None:
    now = clock.now()
    db.run_many(
        "INSERT INTO articles (number, id, source, encoding, raw_sha256, imported, address)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, it.id, it.source, it.encoding, it.raw_sha256, now, it.address)
            for number, it, *_ in new
        ],
    )
    db.run_many(
        "INSERT INTO raws (article, raw) VALUES (?, ?)",
        [(it.article.id, it.article.raw) for it in new],
    )
    db.run_many(
        "INSERT INTO revisions (id, article, cleaner, title, published, made)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (name, it.id, it.revision.cleaner, it.revision.title, it.revision.published, now)
            for _, it, name, *_ in new
        ],
    )
    db.run_many(
        "INSERT INTO bodies (revision, text, alignment, repairs, zones) VALUES (?, ?, ?, ?, ?)",
        [(it.revision, *it.body) for it in new],
    )
    db.run_many(
        "UPDATE articles SET revision = ? WHERE number = ?",
        [(it.revision, it.number) for it in new],
    )


def _put_runs(db: Database, run: Run, new: Sequence[_New]) -> None:
    now = clock.now()
    db.run_many(
        "INSERT INTO runs (id, revision, suggester, version, scheme, made, size)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (it.run, it.revision, run.suggester, run.version, run.scheme, now, len(it.suggestions))
            for it in new
        ],
    )
    put_suggestions(db, [(it.run, it.suggestions) for it in new])
    note_facets(db, [(it.number, *facet) for it in new for facet in facets_of(it.suggestions)])
    db.run_many("UPDATE articles SET run = ? WHERE number = ?", [(it.run, it.number) for it in new])

"""Articles and their revisions, in and out of the tables."""

from __future__ import annotations

from store import clock
from store.codec import body_row, revision_id, revision_of
from store.database import Database
from store.errors import UnknownArticleError
from text.article import Article, Revision


def add_article(db: Database, article: Article) -> bool:
    """Keep an article whole; False if it is there already. One transaction."""
    revision = revision_id(article.id, article.revision)
    with db.transaction():
        new = db.run(
            "INSERT INTO articles (id, source, encoding, raw_sha256, imported)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            article.id,
            article.source,
            article.encoding,
            article.raw_sha256,
            clock.now(),
        )
        if new:
            db.run("INSERT INTO raws (article, raw) VALUES (?, ?)", article.id, article.raw)
            _add_revision(db, article.id, revision, article.revision)
            db.run("UPDATE articles SET revision = ? WHERE id = ?", revision, article.id)
    return bool(new)


def has_article(db: Database, article_id: str) -> bool:
    """Whether the article is in the store."""
    return db.row("SELECT 1 FROM articles WHERE id = ?", article_id) is not None


def article_of(db: Database, article_id: str) -> Article:
    """The article with its current revision. Raises UnknownArticleError."""
    found = db.row(
        "SELECT source, encoding, raw_sha256, raw, cleaner, title, published,"
        " text, alignment, repairs, zones"
        " FROM articles JOIN raws ON raws.article = articles.id"
        " JOIN revisions ON revisions.id = articles.revision"
        " JOIN bodies ON bodies.revision = articles.revision"
        " WHERE articles.id = ?",
        article_id,
    )
    if found is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    source, encoding, raw_sha256, raw = found[:4]
    revision = revision_of(len(raw), found[4:7], found[7:])
    return Article(article_id, source, encoding, raw, raw_sha256, revision)


def _add_revision(db: Database, article_id: str, name: str, revision: Revision) -> None:
    db.run(
        "INSERT INTO revisions (id, article, cleaner, title, published, made)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        name,
        article_id,
        revision.cleaner,
        revision.title,
        revision.published,
        clock.now(),
    )
    db.run(
        "INSERT INTO bodies (revision, text, alignment, repairs, zones) VALUES (?, ?, ?, ?, ?)",
        name,
        *body_row(revision),
    )

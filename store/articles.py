"""Articles and their revisions, in and out of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store import clock
from store.codec import body_id, body_row, revision_of, rulings_json
from store.database import Database
from store.errors import UnknownArticleError
from text.article import Article, Revision

if TYPE_CHECKING:
    from text.cleaning import Rulings


def has_article(db: Database, article_id: str) -> bool:
    """Whether the article is in the store."""
    return db.row("SELECT 1 FROM articles WHERE id = ?", article_id) is not None


def revision_read(db: Database, article_id: str, person: str) -> str:
    """The revision in which `person` reads the article. Raises UnknownArticleError."""
    found = db.row(
        "SELECT coalesce(readings.revision, articles.revision) FROM articles LEFT JOIN readings"
        " ON readings.article = articles.id AND kind = 'personal' AND name = ?"
        " WHERE articles.id = ?",
        person,
        article_id,
    )
    if found is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    revision: str = found[0]
    return revision


def article_of(db: Database, article_id: str, revision: str | None = None) -> Article:
    """The article in one of its revisions, else as it was imported.

    Raises UnknownArticleError.
    """
    found = db.row(
        "SELECT source, encoding, raw, raw_sha256, address, cleaner, title, published,"
        " text, alignment, repairs, zones"
        " FROM articles JOIN raws ON raws.article = articles.id"
        " JOIN revisions ON revisions.id = coalesce(?, articles.revision)"
        " JOIN bodies ON bodies.revision = revisions.id"
        " WHERE articles.id = ?",
        revision,
        article_id,
    )
    if found is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    source, encoding, raw, raw_sha256, address = found[:5]
    revision_found = revision_of(len(raw), found[5:8], found[8:])
    return Article(article_id, source, encoding, raw, raw_sha256, revision_found, address)


def keep_revision(db: Database, article_id: str, revision: Revision, rulings: Rulings) -> str:
    """Keep a revision, if it is new, and what was ruled of its repairs; its id.

    The caller holds the transaction.
    """
    body = body_row(revision)
    name = body_id(article_id, revision.cleaner, body)
    new = db.run(
        "INSERT INTO revisions (id, article, cleaner, title, published, made)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        name,
        article_id,
        revision.cleaner,
        revision.title,
        revision.published,
        clock.now(),
    )
    if new:
        db.run(
            "INSERT INTO bodies (revision, text, alignment, repairs, zones, rulings)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            name,
            *body,
            rulings_json(rulings),
        )
    return name

"""Who is at work on which article, so that two people do not take the same one."""

from __future__ import annotations

from dataclasses import dataclass

from store import clock
from store.database import Database
from store.errors import UnknownArticleError

LEASE_SECONDS = 15 * 60
"""How long a claim lasts at most that nobody renews: the bench may have been killed."""

_TAKE = """
INSERT INTO claims (article, person, until) VALUES (?1, ?2, ?3)
ON CONFLICT (article) DO UPDATE SET person = excluded.person, until = excluded.until
WHERE person = ?2 OR NOT (until > ?4 AND until <= ?5) OR ?6
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """`person` is at work on the article until that time (UTC, `2026-01-02T03:04:05Z`)."""

    person: str
    until: str


def take(db: Database, article_id: str, person: str, seconds: float, *, over: bool) -> Claim | None:
    """Claim an article or renew one's claim; where another person holds it, whose claim that is.

    For so many seconds, or for `LEASE_SECONDS` where these are fewer.
    With `over` it is taken from whoever holds it. Raises UnknownArticleError.
    """
    if db.row("SELECT 1 FROM articles WHERE id = ?", article_id) is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    until = clock.now(min(seconds, LEASE_SECONDS))
    if db.run(_TAKE, article_id, person, until, *standing(), over):
        return None
    held = db.row("SELECT person, until FROM claims WHERE article = ?", article_id)
    return Claim(*held) if held else None


def release(db: Database, article_id: str, person: str) -> None:
    """Give a claim back; that of another person stays."""
    db.run("DELETE FROM claims WHERE article = ? AND person = ?", article_id, person)


def held_by_others(db: Database, person: str) -> dict[str, Claim]:
    """What other people are at work on, by article id."""
    rows = db.rows(
        "SELECT article, person, until FROM claims WHERE person <> ? AND until > ? AND until <= ?",
        person,
        *standing(),
    )
    return {article: Claim(holder, until) for article, holder, until in rows}


def standing() -> tuple[str, str]:
    """Behind which time a claim ends that still stands, and when at the latest.

    One that lasts longer was made while the clock was ahead.
    """
    return clock.now(), clock.now(LEASE_SECONDS)

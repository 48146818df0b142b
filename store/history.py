"""Who changed what in an article, when and from what; and how it was at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from store.articles import article_of
from store.database import Database
from store.edit import Relation
from store.errors import DecisionError, UnknownArticleError
from store.mark import Mark
from store.replay import LogLine, Replay, log_lines, present_lines
from text.article import Article


@dataclass(frozen=True, slots=True)
class Chapter:
    """The log of one reading of an article: `kind` is `personal`, `shared` or `adjudicated`."""

    kind: str
    name: str
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """An article as one reading had it: in its revision, with the decisions of that time."""

    article: Article
    marks: tuple[Mark, ...]
    relations: frozenset[Relation]
    status: str
    comment: str | None
    flag: bool


def find_article(db: Database, name: str) -> str:
    """The id of the article called `name`: its id, the beginning of that, or its source.

    Raises UnknownArticleError where none is, or several are.
    """
    found = db.rows(
        "SELECT id, source FROM articles WHERE id = ?1 OR source = ?1"
        " OR (length(?1) > 3 AND substr(id, 1, length(?1)) = ?1) ORDER BY id <> ?1, number LIMIT 4",
        name,
    )
    if not found:
        raise UnknownArticleError(
            f"no article {name!r} in store {db.path}; name it by its id, the beginning of that,"
            " or its source"
        )
    article_id: str = found[0][0]
    if len(found) > 1 and article_id != name:
        told = ", ".join(f"{known} ({source})" for known, source in found)
        raise UnknownArticleError(f"{name!r} may be {told}; give more of the id")
    return article_id


def history(db: Database, article_id: str) -> list[Chapter]:
    """All that was done to an article, reading by reading."""
    with db.snapshot():
        readings = db.rows(
            "SELECT id, kind, name FROM readings WHERE article = ? ORDER BY id", article_id
        )
        return [
            Chapter(kind, name, tuple(log_lines(db, reading))) for reading, kind, name in readings
        ]


def at_time(db: Database, article_id: str, person: str, time: str) -> Past:
    """The article as `person` had it at `time` (UTC, `2026-01-02T03:04:05Z`).

    Where the clock went back between two edits, those before it did count. Raises
    UnknownArticleError.
    """
    with db.snapshot():
        found = db.row(
            "SELECT id FROM readings WHERE article = ? AND kind = 'personal' AND name = ?",
            article_id,
            person,
        )
        lines = log_lines(db, found[0]) if found else ()
        return _past(db, article_id, takewhile(lambda line: line.at <= time, lines))


def after_edit(db: Database, article_id: str, edit: int) -> Past:
    """The article as the reading of `edit` had it right after that, labels under present names.

    Raises DecisionError where no such edit was made in the article.
    """
    with db.snapshot():
        found = db.row(
            "SELECT readings.id FROM edits JOIN readings ON readings.id = reading"
            " WHERE edits.id = ? AND article = ?",
            edit,
            article_id,
        )
        if found is None:
            raise DecisionError(f"article {article_id} has no edit {edit}")
        lines = present_lines(db, found[0])
        return _past(db, article_id, takewhile(lambda line: line.id <= edit, lines))


def _past(db: Database, article_id: str, lines: Iterable[LogLine]) -> Past:
    replay = Replay()
    for line in lines:
        replay.follow(line)
    revision = replay.fields.get("revision")
    article = article_of(db, article_id, str(revision) if revision else None)
    comment = replay.fields.get("comment")
    return Past(
        article=article,
        marks=tuple(sorted(replay.marks.values(), key=lambda m: (m.span.start, -m.span.end, m.id))),
        relations=frozenset(replay.relations),
        status=str(replay.fields.get("status", "open")),
        comment=None if comment is None else str(comment),
        flag=bool(replay.fields.get("flag")),
    )

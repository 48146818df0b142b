"""Whether a store is sound, finding by finding, and what may safely be put right by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from store.codec import revision_of
from store.database import Database
from store.errors import StoreError
from store.leads_check import check_leads
from store.reading_check import check_reading
from store.surroundings import dangers
from text.scheme import Scheme

GO_BACK = "go back to a backup (`jinbiao backup` makes them), or recover with `sqlite3 .recover`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, and what to do about it, each in a line.

    `wrong` is False for a mere danger. `repair` puts it right, where that can lose nothing.
    """

    what: str
    advice: str
    wrong: bool = True
    repair: Callable[[], None] | None = None


def check(db: Database, scheme: Scheme) -> Iterator[Finding]:
    """Look through all of a store: the file, then articles, then readings, one at a time."""
    for danger in dangers(db.path):
        what, _, advice = danger.partition("; ")
        yield Finding(what, advice, wrong=False)
    broken = list(_file(db))
    if broken:
        # What a damaged file or index says of its contents need not be so.
        yield from broken
        return
    yield from _articles(db)
    yield from _suggestions(db)
    for (reading,) in db.rows("SELECT id FROM readings ORDER BY id"):
        for what, advice, repair in check_reading(db, scheme, reading):
            yield Finding(what, advice, repair=repair)
    for what, repair in check_leads(db):
        yield Finding(what, "--repair makes them anew from the readings", repair=repair)


def repair(db: Database, findings: list[Finding]) -> int:
    """Put right what can be, after an automatic backup; how many findings that were.

    One transaction for each. What depends on them may come to light only then. Raises StoreError
    where the backup cannot be made.
    """
    repairs = [finding.repair for finding in findings if finding.repair]
    # A damaged file is never copied over a sound backup, and an index is only built anew.
    if repairs and not list(_file(db)):
        db.back_up_beside()
    for put_right in repairs:
        with db.transaction():
            put_right()
    return len(repairs)


def _file(db: Database) -> Iterator[Finding]:
    try:
        problems = db.rows("PRAGMA integrity_check")
    except StoreError as error:
        problems = [(str(error),)]
    for (problem,) in problems:
        if problem == "ok":
            continue
        if " index " in problem and "Tree" not in problem:
            reindex = partial(_run, db, "REINDEX")
            yield Finding(f"file: {problem}", "--repair builds its indexes anew", repair=reindex)
        else:
            yield Finding(f"file: {problem}", GO_BACK)
    for table, row, parent, _ in db.rows("PRAGMA foreign_key_check"):
        yield Finding(f"table {table}: row {row} refers to a row of {parent} that is gone", GO_BACK)


def _articles(db: Database) -> Iterator[Finding]:
    for article_id, revision, digest in db.rows(
        "SELECT id, revision, raw_sha256 FROM articles ORDER BY number"
    ):
        if revision is None or not digest.startswith(article_id):
            yield Finding(f"article {article_id}: it has no text, or another's", GO_BACK)
        for name, *rest in db.rows(
            "SELECT revisions.id, cleaner, title, published, text, alignment, repairs, zones, raw"
            " FROM revisions JOIN bodies ON bodies.revision = revisions.id"
            " JOIN raws ON raws.article = revisions.article WHERE revisions.article = ?",
            article_id,
        ):
            problem = _misaligned(tuple(rest[:3]), tuple(rest[3:7]), rest[7])
            if problem:
                yield Finding(f"article {article_id}, revision {name}: {problem}", GO_BACK)


def _misaligned(head: tuple[str, ...], body: tuple[str, ...], raw: str) -> str | None:
    try:
        revision = revision_of(len(raw), head, body)
    except (ValueError, TypeError) as error:
        return f"its alignment, repairs or zones cannot be read ({error})"
    text, alignment = revision.text, revision.alignment
    if len(alignment) != len(text):
        return f"its alignment is for {len(alignment)} characters, its text has {len(text)}"
    if text and alignment.to_raw(len(text) - 1, len(text))[1] > len(raw):
        return "its alignment leads behind the end of the article"
    zones = [zone for zone in revision.zones if not 0 <= zone.start <= zone.end <= len(text)]
    return f"{len(zones)} of its zones are outside of its text" if zones else None


def _suggestions(db: Database) -> Iterator[Finding]:
    for revision, count in db.rows(
        "SELECT runs.revision, count(*) FROM suggestions JOIN runs ON runs.id = run"
        " JOIN bodies ON bodies.revision = runs.revision WHERE end > length(text) GROUP BY 1"
    ):
        yield Finding(
            f"revision {revision}: {count} suggestions are outside of its text",
            "`jinbiao suggest` makes them anew once the suggester has another version",
        )
    for article_id, newest in db.rows(
        "SELECT id, (SELECT max(runs.id) FROM runs WHERE runs.revision = articles.revision) newest"
        " FROM articles WHERE run IS NOT newest"
    ):
        yield Finding(
            f"article {article_id}: the queue counts another run than the newest",
            "--repair counts the newest",
            repair=partial(
                _run, db, "UPDATE articles SET run = ? WHERE id = ?", newest, article_id
            ),
        )


def _run(db: Database, sql: str, *parameters: object) -> None:
    db.run(sql, *parameters)

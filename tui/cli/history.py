"""`jinbiao history`: who changed what in an article, when and from what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time

import click

from store.edit import Relation
from store.history import Chapter, Past
from store.mark import Mark
from store.replay import LogLine
from text.errors import UsageError
from tui.cli.messages import tell
from tui.cli.opening import opened_store
from tui.cli.settings import Settings


@click.command("history")
@click.argument("article", metavar="ARTICLE")
@click.option("--at", "moment", metavar="TIME", help="Show the article as you had it at that time.")
@click.pass_obj
def command(settings: Settings, article: str, moment: str | None) -> None:
    """Tell who changed what in an article, when and from what.

    ARTICLE is an id, the beginning of one, or the path that it came from. TIME is as
    2026-01-02T03:04 or 2026-01-02, which is its end, in UTC unless it says another zone.
    """
    with opened_store(settings) as store:
        article_id = store.find_article(article)
        if moment is not None:
            lines = _past(store.at_time(article_id, utc(moment)), settings.person)
        else:
            lines = _chapters(store.history(article_id))
        for line in lines:
            tell(line)


def utc(moment: str) -> str:
    """A time as the edit log has it, `2026-01-02T03:04:05Z`. Raises UsageError for none."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        raise UsageError(f"--at {moment!r} is no time; write it as 2026-01-02T03:04") from None
    if len(moment) <= len("2026-01-02"):
        found = datetime.combine(found, time(23, 59, 59))
    found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _chapters(chapters: list[Chapter]) -> Iterator[str]:
    if not chapters:
        yield "nobody has decided anything in it"
    for chapter in chapters:
        yield f"reading of {chapter.name}" + (
            "" if chapter.kind == "personal" else f", {chapter.kind}"
        )
        for line in chapter.lines:
            back = f" of {line.undoes}" if line.undoes else ""
            bulk = f" in bulk {line.batch}" if line.batch else ""
            told = "; ".join(_changes(line)) or "nothing"
            yield f"{line.id}  {line.at}  {line.person}  {line.verb}{back}{bulk}: {told}"


def _changes(line: LogLine) -> Iterator[str]:
    before = {mark.id: mark for mark in line.change.before.marks}
    after = {mark.id: mark for mark in line.change.after.marks}
    for name in before | after:
        added = (before.get(name) or after[name]).suggested is None
        nothing = "nothing" if added else "undecided"
        old = _told(before[name], line.old_words) if name in before else nothing
        new = _told(after[name], line.words) if name in after else nothing
        yield f"{old} → {new}"
    words = {**line.old_words, **line.words}
    for relation in line.change.before.relations:
        yield f"no longer {_relation(relation, words)}"
    for relation in line.change.after.relations:
        yield _relation(relation, words)
    for name in line.change.before.exceptions:
        yield f"{name} no longer left out"
    for name in line.change.after.exceptions:
        yield f"{name} left out"
    for name, value in line.change.after.fields.items():
        yield f"{name} {line.change.before.fields.get(name)!r} → {value!r}"


def _told(mark: Mark, words: Mapping[str, str]) -> str:
    span = mark.span
    attributes = "".join(f" {name}={value}" for name, value in span.attributes.items())
    return f"{mark.state} {span.label} {words[mark.id]!r} {span.start}:{span.end}{attributes}"


def _relation(relation: Relation, words: Mapping[str, str]) -> str:
    head, child = (words.get(end, end) for end in (relation.head, relation.child))
    return f"{relation.label} of {head!r} is {child!r}"


def _past(past: Past, person: str) -> Iterator[str]:
    article = past.article
    yield f"{article.source} ({article.id}), reading of {person}, {past.status}"
    if past.flag:
        yield "flagged"
    if past.comment:
        yield f"comment: {past.comment}"
    words = {mark.id: article.revision.text[mark.span.start : mark.span.end] for mark in past.marks}
    for mark in past.marks:
        yield f"{_told(mark, words)}  {mark.annotator}  {mark.decided}"
    for relation in sorted(past.relations):
        yield _relation(relation, words)
    if not past.marks:
        yield "nothing was decided"

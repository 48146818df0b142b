"""The gold set: one line of JSON an article, in the fields that Prodigy and spaCy users expect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from typing import Literal

from store.articles import article_of
from store.database import Database
from store.errors import GoldError
from store.formats.owners import owners
from store.journal import decided_marks, decided_words, stored_relations
from store.mark import Mark
from store.readings import ReadingHead, choose_reading, need_reading
from store.store import Store
from text.article import Article
from text.json_line import json_line
from text.scheme import Scheme


@dataclass(frozen=True, slots=True)
class _Source:
    """All that a line is made of; `marks` are in text order."""

    article: Article
    scheme: Scheme
    reading: ReadingHead | None
    marks: list[Mark]
    relations: list[dict[str, str]]
    annotators: list[str]
    undecided: int


def gold_lines(
    store: Store,
    which: Literal["done", "all"] = "done",
    reading: str | None = None,
    where: str = "",
) -> Iterator[str]:
    """The gold set of `store` line by line, in import order; the same store gives the same lines.

    `done` is the articles whose reading is done; `all` is every article, with what was decided;
    `where` is a query that they fit.
    Of several readings the adjudicated one counts, else the one called `reading`, else the only
    one. Raises UsageError where that leaves more than one, or no article has such a reading;
    GoldError where a span no longer stands on the words that were decided on.
    """
    if reading is not None:
        need_reading(store.db, reading)
    for article_id in store.find_ids(where):
        with store.db.snapshot():
            chosen = choose_reading(store.db, article_id, reading, done=which == "done")
            if chosen is None and which == "done":
                continue
            source = _source(store.db, store.scheme, article_id, chosen)
        yield json_line(_line(source))


def _source(db: Database, scheme: Scheme, article_id: str, reading: ReadingHead | None) -> _Source:
    article = article_of(db, article_id, reading.revision if reading else None)
    if reading is None:
        ((waiting,),) = db.rows(
            "SELECT coalesce(size, 0) FROM articles LEFT JOIN runs ON runs.id = run"
            " WHERE articles.id = ?",
            article_id,
        )
        return _Source(article, scheme, None, [], [], [], waiting)
    ranks = {layer.name: rank for rank, layer in enumerate(scheme.layers)}
    marks = sorted(
        decided_marks(db, reading.id),
        key=lambda m: (m.span.start, -m.span.end, ranks[scheme.layer_of(m.span.label)], m.id),
    )
    _verify(article, marks, decided_words(db, reading.id))
    kept = [mark for mark in marks if mark.state.kept]
    related = owners(scheme, article.revision.text, kept, stored_relations(db, reading.id))
    people = db.rows(
        "SELECT DISTINCT person FROM edits WHERE reading = ? ORDER BY person", reading.id
    )
    return _Source(
        article=article,
        scheme=scheme,
        reading=reading,
        marks=marks,
        relations=[{"head": r.head, "child": r.child, "label": r.label} for r in related],
        annotators=[person for (person,) in people],
        undecided=reading.undecided,
    )


def _verify(article: Article, marks: list[Mark], words: Mapping[str, str]) -> None:
    text = article.revision.text
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        if text[start:end] != words[mark.id]:
            raise GoldError(
                f"article {article.id} ({article.source}): {start}:{end} {mark.span.label} was"
                f" decided on {words[mark.id]!r} but now reads {text[start:end]!r};"
                " nothing was written"
            )


def _line(source: _Source) -> dict[str, object]:
    article = source.article
    text = article.revision.text
    return {
        "id": article.id,
        "text": text,
        "answer": "accept",
        "spans": [_span(article, mark) for mark in source.marks if mark.state.kept],
        "relations": source.relations,
        "rejected": [_rejected(text, mark) for mark in source.marks if not mark.state.kept],
        "meta": _meta(source),
    }


def _span(article: Article, mark: Mark) -> dict[str, object]:
    span, suggested = mark.span, mark.suggested
    raw_start, raw_end = article.revision.alignment.to_raw(span.start, span.end)
    by = {"by": suggested.by} if suggested else {}
    line: dict[str, object] = {
        "id": mark.id,
        "start": span.start,
        "end": span.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "label": span.label,
        "text": article.revision.text[span.start : span.end],
        "attributes": dict(span.attributes),
        "origin": mark.state,
        **by,
        "annotator": mark.annotator,
        "decided": mark.decided,
    }
    if suggested:
        line["suggested"] = {
            "start": suggested.start,
            "end": suggested.end,
            "label": suggested.label,
            "attributes": dict(suggested.attributes),
            "score": suggested.score,
        }
    return line


def _rejected(text: str, mark: Mark) -> dict[str, object]:
    span = mark.span
    return {
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": text[span.start : span.end],
        "by": mark.suggested.by if mark.suggested else "",
        "annotator": mark.annotator,
    }


def _meta(source: _Source) -> dict[str, object]:
    article, reading = source.article, source.reading
    address = {"address": article.address} if article.address else {}
    return {
        "source": article.source,
        "title": article.revision.title,
        "published": article.revision.published,
        "status": reading.status if reading else "new",
        "undecided": source.undecided,
        "comment": reading.comment if reading else None,
        "annotators": source.annotators,
        "reading": reading.name if reading else None,
        "scheme": source.scheme.name,
        "scheme_version": source.scheme.version,
        "text_sha256": sha256(article.revision.text.encode()).hexdigest(),
        "raw_sha256": article.raw_sha256,
        "jinbiao": version("jinbiao"),
        **address,
    }

"""Every target and result of a reading as one value each: what the ledger is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.board import Board
from store.codec import suggestion_of
from store.database import Database
from store.head import head_of
from store.journal import PERSONAL, ReadingKey, decided_marks, text_of
from store.mark import Mark, State
from text.scheme import Scheme
from text.span import Suggestion

TARGET, RESULT = "TARGET", "RESULT"
LABELS = (TARGET, RESULT)
"""The labels whose spans are figures; a scheme may lack them, and has no ledger then."""

ATTRIBUTES = (
    "owner",
    "indicator",
    "comparator",
    "value",
    "value_max",
    "unit",
    "base_value",
    "base_unit",
    "change",
    "basis",
    "period",
    "period_kind",
    "certainty",
)


@dataclass(frozen=True, slots=True)
class Home:
    """The article that a figure stands in: `number` is its place in import order."""

    article: str
    number: int
    title: str | None
    source: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A TARGET or RESULT, suggested or kept; `start:end` are code points of `words` in its text.

    The attributes are as docs/guidelines.md tells, empty where they do not apply.
    """

    home: Home
    mark: str
    start: int
    end: int
    label: str
    state: State
    words: str
    owner: str = ""
    indicator: str = ""
    comparator: str = ""
    value: str = ""
    value_max: str = ""
    unit: str = ""
    base_value: str = ""
    base_unit: str = ""
    change: str = ""
    basis: str = ""
    period: str = ""
    period_kind: str = ""
    certainty: str = ""


def figures(
    db: Database, scheme: Scheme, person: str, articles: Iterable[str]
) -> Iterator[tuple[Figure, ...]]:
    """The figures of each of `articles` as `person` sees them, in text order.

    A tuple an article, an empty one where it has none, so that whoever asks can pause between two.
    """
    for article in articles:
        with db.snapshot():
            found = _of_article(db, scheme, ReadingKey(article, PERSONAL, person))
        yield found


def figures_among(home: Home, marks: Iterable[Mark], text: str) -> tuple[Figure, ...]:
    """Those of `marks` that are figures and not rejected; `text` is what they stand in."""
    return tuple(
        _figure(home, mark, text)
        for mark in marks
        if mark.span.label in LABELS and mark.state is not State.REJECTED
    )


def _of_article(db: Database, scheme: Scheme, key: ReadingKey) -> tuple[Figure, ...]:
    head = head_of(db, key)
    reading = db.row("SELECT id FROM readings WHERE article = ? AND kind = ? AND name = ?", *key)
    decided = decided_marks(db, reading[0]) if reading else []
    offers = _offers(db, head.run, _rivals(scheme))
    if not offers and all(mark.span.label not in LABELS for mark in decided):
        return ()
    marks = Board(scheme, offers, decided).marks
    return figures_among(home_of(db, key.article), marks, text_of(db, head.revision))


def home_of(db: Database, article: str) -> Home:
    """The article as figures name it."""
    ((number, title, source, published),) = db.rows(
        "SELECT number, title, source, published FROM articles"
        " JOIN revisions ON revisions.id = articles.revision WHERE articles.id = ?",
        article,
    )
    return Home(article, number, title, source, published)


def _rivals(scheme: Scheme) -> list[str]:
    """The labels that share a layer with figures: only those can hide one."""
    layers = {label.layer for label in scheme.labels if label.name in LABELS}
    return [label.name for label in scheme.labels if label.layer in layers]


def _offers(db: Database, run: int | None, labels: Sequence[str]) -> list[Suggestion]:
    wanted = ", ".join("?" * len(labels))
    rows = db.rows(
        "SELECT start, end, label, attributes, score, by FROM suggestions"  # noqa: S608  # only "?"
        f" WHERE run = ? AND label IN ({wanted})",
        run,
        *labels,
    )
    return [suggestion_of(row) for row in rows]


def _figure(home: Home, mark: Mark, text: str) -> Figure:
    span = mark.span
    told = {name: span.attributes.get(name, "") for name in ATTRIBUTES}
    words = text[span.start : span.end]
    return Figure(home, mark.id, span.start, span.end, span.label, mark.state, words, **told)

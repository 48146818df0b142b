"""Suggestion runs: what a suggester offered for a revision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store import clock
from store.board import Board
from store.codec import suggestion_of, suggestion_row
from store.database import Database
from store.errors import SuggestionError
from store.facets import facets_of, note_facets
from store.following import Following
from store.journal import decided_marks
from store.mark import suggestion_id
from text.scheme import Scheme
from text.span import Suggestion

MOVED = " (moved)"
"""What the version of a run ends with that was made for an earlier revision."""

_LACKING = """
SELECT articles.id FROM articles
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
WHERE NOT EXISTS (
  SELECT 1 FROM runs
  WHERE runs.revision = coalesce(readings.revision, articles.revision)
  AND suggester = ? AND version = ? AND scheme = ?
)
"""
_PLACE = """
SELECT number, length(text),
  EXISTS (SELECT 1 FROM runs WHERE runs.revision = revisions.id AND suggester = ?),
  EXISTS (SELECT 1 FROM readings WHERE readings.article = articles.id)
FROM revisions
JOIN bodies ON bodies.revision = revisions.id
JOIN articles ON articles.id = revisions.article
WHERE revisions.id = ?
"""
_READ_IN = """
SELECT readings.id FROM revisions
JOIN readings ON readings.article = revisions.article AND readings.revision = revisions.id
WHERE revisions.id = ?
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one suggester, in one version, was asked with one scheme (its hash)."""

    suggester: str
    version: str
    scheme: str


def suggestions_of(db: Database, run: int | None) -> list[Suggestion]:
    """What was suggested in that run."""
    rows = db.rows(
        "SELECT start, end, label, attributes, score, by FROM suggestions WHERE run = ?", run
    )
    return [suggestion_of(row) for row in rows]


def shown_run(db: Database, revision: str) -> int | None:
    """The run whose suggestions are shown for a revision: its newest one."""
    found = db.row("SELECT max(id) FROM runs WHERE revision = ?", revision)
    return found[0] if found else None


def lacking(db: Database, run: Run, person: str) -> list[str]:
    """The articles, in import order, that no such run has seen as `person` reads them."""
    asked = (person, run.suggester, run.version, run.scheme)
    return [article_id for (article_id,) in db.rows(f"{_LACKING} ORDER BY number", *asked)]


def lacks(db: Database, run: Run, person: str, article_id: str) -> bool:
    """Whether no such run has seen this article as `person` reads it."""
    asked = (person, run.suggester, run.version, run.scheme, article_id)
    return db.row(f"{_LACKING} AND articles.id = ?", *asked) is not None


def put_run(
    db: Database, scheme: Scheme, revision: str, run: Run, suggestions: Sequence[Suggestion]
) -> None:
    """Make a run's suggestions those of the revision, in place of the suggester's earlier ones.

    Decisions hold copies of what they judged, so no decision is lost. The caller holds the
    transaction. Raises SuggestionError, SchemeError.
    """
    found = db.row(_PLACE, run.suggester, revision)
    if found is None:
        raise SuggestionError(f"suggestions by {run.suggester!r} are for a text that is not kept")
    number, length, again, begun = found
    suggestions = best_of(suggestions, length, scheme)
    shown = "UPDATE articles SET run = ? WHERE number = ? AND revision = ?"
    if again:
        db.run(shown, None, number, revision)
        db.run("DELETE FROM runs WHERE revision = ? AND suggester = ?", revision, run.suggester)
    run_id = _insert(db, revision, run, suggestions)
    db.run(
        "UPDATE articles SET run = ? WHERE number = ? AND revision = ?", run_id, number, revision
    )
    note_facets(db, [(number, *facet) for facet in facets_of(suggestions)])
    if begun:
        _count_waiting(db, scheme, revision, suggestions)


def _count_waiting(
    db: Database, scheme: Scheme, revision: str, suggestions: Sequence[Suggestion]
) -> None:
    for (reading,) in db.rows(_READ_IN, revision):
        board = Board(scheme, suggestions, decided_marks(db, reading))
        db.run("UPDATE readings SET undecided = ? WHERE id = ?", board.undecided, reading)


def recount(db: Database, scheme: Scheme, reading: int) -> None:
    """Write the counts that the queue shows of a reading, by what the tables hold of it."""
    ((revision,),) = db.rows("SELECT revision FROM readings WHERE id = ?", reading)
    board = Board(scheme, suggestions_of(db, shown_run(db, revision)), decided_marks(db, reading))
    db.run(
        "UPDATE readings SET decided = ?, undecided = ? WHERE id = ?",
        board.decided,
        board.undecided,
        reading,
    )


def follow_run(db: Database, old: str, new: str, following: Following) -> None:
    """Let the suggestions shown for the revision `old` stand in `new` until that has a run.

    Their version says that they were moved, so that the suggester still has to see the new text.
    The caller holds the transaction.
    """
    run = shown_run(db, old)
    if run is None or shown_run(db, new) is not None:
        return
    ((suggester, version, scheme),) = db.rows(
        "SELECT suggester, version, scheme FROM runs WHERE id = ?", run
    )
    moved: dict[str, Suggestion] = {}
    for suggestion in sorted(suggestions_of(db, run), key=lambda s: s.score):
        start, end = following.range(suggestion.start, suggestion.end)
        there = replace(suggestion, start=start, end=end)
        moved[suggestion_id(there)] = there
    version = version.removesuffix(MOVED) + MOVED
    _insert(db, new, Run(suggester, version, scheme), list(moved.values()))


def _insert(db: Database, revision: str, run: Run, suggestions: Sequence[Suggestion]) -> int:
    run_id = db.insert(
        "INSERT INTO runs (revision, suggester, version, scheme, made, size)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        revision,
        run.suggester,
        run.version,
        run.scheme,
        clock.now(),
        len(suggestions),
    )
    put_suggestions(db, [(run_id, suggestions)])
    return run_id


def put_suggestions(db: Database, runs: Iterable[tuple[int, Sequence[Suggestion]]]) -> None:
    """Write the suggestions of runs. The caller holds the transaction."""
    db.run_many(
        "INSERT INTO suggestions (run, start, end, label, attributes, score, by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(run, *suggestion_row(it)) for run, suggestions in runs for it in suggestions],
    )


def best_of(suggestions: Sequence[Suggestion], length: int, scheme: Scheme) -> list[Suggestion]:
    """`suggestions` for a text of `length` code points; of the same range and label, the best.

    Raises SuggestionError, SchemeError.
    """
    for label in {suggestion.label for suggestion in suggestions}:
        scheme.label(label)
    best: dict[tuple[int, int, str], Suggestion] = {}
    for it in suggestions:
        start, end, score = it.start, it.end, it.score
        if not (0 <= start < end <= length and 0 <= score <= 1):
            raise _misplaced(it, length)
        if best.setdefault((start, end, it.label), it).score < score:
            best[start, end, it.label] = it
    return list(best.values())


def _misplaced(it: Suggestion, length: int) -> SuggestionError:
    if not 0 <= it.score <= 1:
        return SuggestionError(f"score {it.score} by {it.by!r} is not within 0:1")
    return SuggestionError(
        f"suggestion {it.start}:{it.end} {it.label} by {it.by!r} is no range within 0:{length}"
    )

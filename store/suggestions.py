"""Suggestion runs: what a suggester offered for a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store import clock
from store.board import Board
from store.codec import suggestion_of, suggestion_row
from store.database import Database
from store.errors import SuggestionError, UnknownArticleError
from store.journal import decided_marks
from store.mark import suggestion_id
from text.scheme import Scheme
from text.span import Suggestion


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


def lacking(db: Database, run: Run) -> list[str]:
    """The articles, in import order, whose current revision was never given to such a run."""
    rows = db.rows(
        "SELECT id FROM articles WHERE NOT EXISTS ("
        "  SELECT 1 FROM runs WHERE runs.revision = articles.revision"
        "  AND suggester = ? AND version = ? AND scheme = ?"
        ") ORDER BY number",
        run.suggester,
        run.version,
        run.scheme,
    )
    return [article_id for (article_id,) in rows]


def put_run(
    db: Database, scheme: Scheme, article_id: str, run: Run, suggestions: Sequence[Suggestion]
) -> None:
    """Make a run's suggestions those of the article, in place of the suggester's earlier ones.

    Decisions hold copies of what they judged, so no decision is lost. The caller holds the
    transaction. Raises UnknownArticleError, SuggestionError, SchemeError.
    """
    found = db.row(
        "SELECT articles.revision, text FROM articles"
        " JOIN bodies ON bodies.revision = articles.revision WHERE id = ?",
        article_id,
    )
    if found is None:
        raise UnknownArticleError(f"no article {article_id} in store {db.path}")
    revision, text = found
    suggestions = _checked(suggestions, len(text), scheme)
    db.run("UPDATE articles SET run = NULL WHERE id = ?", article_id)
    db.run("DELETE FROM runs WHERE revision = ? AND suggester = ?", revision, run.suggester)
    run_id = _insert(db, revision, run, suggestions)
    db.run("UPDATE articles SET run = ? WHERE id = ?", run_id, article_id)
    for (reading,) in db.rows("SELECT id FROM readings WHERE article = ?", article_id):
        board = Board(scheme, suggestions, decided_marks(db, reading))
        db.run("UPDATE readings SET undecided = ? WHERE id = ?", board.undecided, reading)


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
    db.run_many(
        "INSERT INTO suggestions (run, start, end, label, attributes, score, by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((run_id, *suggestion_row(suggestion)) for suggestion in suggestions),
    )
    return run_id


def _checked(suggestions: Sequence[Suggestion], length: int, scheme: Scheme) -> list[Suggestion]:
    """`suggestions` for a text of `length` code points; of the same range and label, the best."""
    best: dict[str, Suggestion] = {}
    for suggestion in sorted(suggestions, key=lambda s: s.score):
        scheme.label(suggestion.label)
        if not 0 <= suggestion.start < suggestion.end <= length:
            raise SuggestionError(
                f"suggestion {suggestion.start}:{suggestion.end} {suggestion.label} by"
                f" {suggestion.by!r} is no range within 0:{length}"
            )
        if not 0 <= suggestion.score <= 1:
            raise SuggestionError(
                f"score {suggestion.score} by {suggestion.by!r} is not within 0:1"
            )
        best[suggestion_id(suggestion)] = suggestion
    return list(best.values())

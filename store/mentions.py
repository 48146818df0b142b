"""Suggestions that wait, in one article or in all of them: what a bulk edit may decide at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from store import words
from store.board import Board
from store.database import Database
from store.head import head_of
from store.journal import NEW_READING, PERSONAL, Journal, ReadingKey, stored_rows, text_of
from store.mark import State, suggestion_id
from store.query import Condition
from store.suggestions import suggestions_of
from text.scheme import Scheme
from text.span import Suggestion

CONTEXT = 20
"""How many code points of its line a mention is shown with on either side."""

_ARTICLES = """
SELECT articles.id FROM articles
LEFT JOIN readings ON readings.article = articles.id AND kind = 'personal' AND name = ?
WHERE {} AND EXISTS (
  SELECT 1 FROM suggestions WHERE {} AND run = (
    SELECT max(id) FROM runs WHERE runs.revision = coalesce(readings.revision, articles.revision)
  )
)
ORDER BY number
"""

_OPEN = Condition("status IS NOT 'done'")

# The index has articles as they were imported; a reviewer's own revision may read otherwise.
_HOLDING = """
status IS NOT 'done' AND (
  readings.revision <> articles.revision OR number IN (SELECT rowid FROM words WHERE words MATCH ?)
)
"""

Wanted = Callable[[Suggestion, str], bool]
"""Whether a suggestion, which stands on these words, is looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A suggestion that waits in `article`, and the words around it.

    `mark` is its id, `start` and `end` are half-open code points of the text of `revision`;
    `before` and `after` are what its line has on either side, `CONTEXT` code points at the most.
    """

    article: str
    title: str | None
    source: str
    revision: str
    mark: str
    start: int
    end: int
    label: str
    words: str
    before: str
    after: str
    score: float
    by: str


class Mentions:
    """The suggestions that one person has yet to decide on.

    Looked for an article at a time, in import order, and in text order within it. What is hidden
    under a kept span is left out, and what was left out of a bulk edit before. Unless one article
    is named, finished ones are passed over.
    """

    def __init__(self, db: Database, scheme: Scheme, person: str) -> None:
        self._db = db
        self._scheme = scheme
        self._person = person

    def identical(self, text: str, label: str, article_id: str | None) -> Iterator[Mention]:
        """Those on the words `text` that were suggested as `label`."""
        place = Condition("articles.id = ?", (article_id,)) if article_id else self._holding(text)
        offers = Condition("label = ?", (label,))
        yield from self._find(place, offers, lambda s, on: s.label == label and on == text)

    def scored(self, score: float, label: str | None, article_id: str | None) -> Iterator[Mention]:
        """Those with a score of at least `score`, of one label or of any."""
        place = Condition("articles.id = ?", (article_id,)) if article_id else _OPEN
        offers = Condition("score >= ? AND label = coalesce(?, label)", (score, label))
        yield from self._find(
            place, offers, lambda s, _: s.score >= score and label in (None, s.label)
        )

    def _holding(self, text: str) -> Condition:
        match = words.match(text)
        if match is None:
            return _OPEN
        words.index_words(self._db)
        return Condition(_HOLDING, (match,))

    def _find(self, place: Condition, offers: Condition, wanted: Wanted) -> Iterator[Mention]:
        found = self._db.rows(
            _ARTICLES.format(place.sql, offers.sql),
            self._person,
            *place.parameters,
            *offers.parameters,
        )
        for (article_id,) in found:
            with self._db.snapshot():
                mentions = list(self._within(article_id, wanted))
            yield from mentions

    def _within(self, article_id: str, wanted: Wanted) -> Iterator[Mention]:
        key = ReadingKey(article_id, PERSONAL, self._person)
        head = head_of(self._db, key)
        text = text_of(self._db, head.revision)
        offers = suggestions_of(self._db, head.run)
        found = [s for s in offers if wanted(s, text[s.start : s.end])]
        if not found:
            return
        reading = Journal(self._db, key, head.revision).row() or NEW_READING
        rows = stored_rows(self._db, reading.id)
        board = Board(self._scheme, offers, rows.marks)
        ((title, source),) = self._db.rows(
            "SELECT title, source FROM articles JOIN revisions ON article = articles.id"
            " WHERE revisions.id = ?",
            head.revision,
        )
        for suggestion in sorted(found, key=lambda s: (s.start, -s.end)):
            name = suggestion_id(suggestion)
            mark = board.mark(name)
            if mark is None or mark.state is not State.SUGGESTED or name in rows.exceptions:
                continue
            start, end = suggestion.start, suggestion.end
            yield Mention(
                article=article_id,
                title=title,
                source=source,
                revision=head.revision,
                mark=name,
                start=start,
                end=end,
                label=suggestion.label,
                words=text[start:end],
                before=text[max(start - CONTEXT, 0) : start].rpartition("\n")[2],
                after=text[end : end + CONTEXT].partition("\n")[0],
                score=suggestion.score,
                by=suggestion.by,
            )

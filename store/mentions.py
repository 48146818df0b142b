"""Suggestions that wait, in one article or in all of them: what a bulk edit may decide at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store import words
from store.codec import suggestion_of
from store.condition import Condition
from store.database import Database
from store.head import head_of
from store.journal import NEW_READING, PERSONAL, Journal, ReadingKey, stored_rows
from store.mark import Mark, suggestion_id
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

_OFFERS = """
SELECT start, end, label, attributes, score, by FROM suggestions WHERE run = ? AND {}
ORDER BY start, end DESC, label
"""
_ARTICLE = """
SELECT title, source, text FROM revisions JOIN bodies ON bodies.revision = revisions.id
JOIN articles ON articles.id = article
WHERE revisions.id = ?
"""


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
        self._person = person
        self._layers = {label.name: label.layer for label in scheme.labels}

    def identical(self, text: str, label: str, article_id: str | None) -> Iterator[Mention]:
        """Those on the words `text` that were suggested as `label`."""
        offers = Condition("label = ?", (label,))
        place = self._holding(text) if article_id is None else _OPEN
        for mention in self._find(place, offers, article_id):
            if mention.words == text:
                yield mention

    def scored(self, score: float, label: str | None, article_id: str | None) -> Iterator[Mention]:
        """Those with a score of at least `score`, of one label or of any."""
        offers = Condition("score >= ? AND label = coalesce(?, label)", (score, label))
        yield from self._find(_OPEN, offers, article_id)

    def _holding(self, text: str) -> Condition:
        match = words.match(text)
        if match is None:
            return _OPEN
        words.index_words(self._db)
        return Condition(_HOLDING, (match,))

    def _find(
        self, place: Condition, offers: Condition, article_id: str | None
    ) -> Iterator[Mention]:
        if article_id is not None:
            place = Condition("articles.id = ?", (article_id,))
        found = self._db.rows(
            _ARTICLES.format(place.sql, offers.sql),
            self._person,
            *place.parameters,
            *offers.parameters,
        )
        for (name,) in found:
            with self._db.snapshot():
                mentions = list(self._within(name, offers))
            yield from mentions

    def _within(self, article_id: str, offers: Condition) -> Iterator[Mention]:
        key = ReadingKey(article_id, PERSONAL, self._person)
        head = head_of(self._db, key)
        reading = Journal(self._db, key, head.revision).row() or NEW_READING
        rows = stored_rows(self._db, reading.id)
        gone = {*rows.exceptions, *(mark.id for mark in rows.marks)}
        ((title, source, text),) = self._db.rows(_ARTICLE, head.revision)
        for row in self._db.rows(_OFFERS.format(offers.sql), head.run, *offers.parameters):
            suggestion = suggestion_of(row)
            name = suggestion_id(suggestion)
            if name in gone or self._covered(suggestion, rows.marks):
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

    def _covered(self, suggestion: Suggestion, marks: Iterable[Mark]) -> bool:
        """Whether a suggestion is not shown: under a kept span, or of a label of another scheme."""
        layer = self._layers.get(suggestion.label)
        return layer is None or any(
            mark.state.kept
            and mark.span.overlaps(suggestion)
            and self._layers.get(mark.span.label) == layer
            for mark in marks
        )

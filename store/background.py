"""What lies behind a mark: the edits that made it what it is, and what was suggested beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from store.codec import rows_of, suggestion_of, words_of
from store.database import Database
from store.edit import Change
from store.journal import ReadingKey
from store.mark import Mark
from store.replay import LogLine
from text.json_line import json_line
from text.scheme import Scheme
from text.span import Suggestion

_EDITS = """
SELECT edits.id, person, at, verb, edits.revision, before, after, undoes, batch
FROM edits JOIN readings ON readings.id = edits.reading
WHERE article = ? AND kind = ? AND name = ? AND (instr(before, ?) OR instr(after, ?))
ORDER BY edits.id DESC LIMIT ?
"""
_BESIDE = """
SELECT start, end, label, attributes, score, by FROM runs
JOIN suggestions ON suggestions.run = runs.id
WHERE revision = ? AND start < ? AND end > ? ORDER BY score DESC, start, end
"""


@dataclass(frozen=True, slots=True)
class Background:
    """`edits` are the newest of those that changed the mark, the last one first.

    `beside` is what any suggester offered in the mark's layer over a part of its words and what is
    not the mark itself, the best first.
    """

    edits: tuple[LogLine, ...] = ()
    beside: tuple[Suggestion, ...] = ()


class Seen(NamedTuple):
    """A reading, and the revision that it is in."""

    reading: ReadingKey
    revision: str


def background(db: Database, scheme: Scheme, seen: Seen, mark: Mark, limit: int) -> Background:
    """The background of a mark of a reading, with at most `limit` edits.

    Edits from before the text was revised, when the mark had another name, are left out.
    """
    with db.snapshot():
        return Background(
            _edits(db, seen.reading, mark, limit), _beside(db, scheme, seen.revision, mark)
        )


def _edits(db: Database, reading: ReadingKey, mark: Mark, limit: int) -> tuple[LogLine, ...]:
    # As the id stands in the log's JSON: far fewer lines are read than there are.
    named = json_line(mark.id)
    found = []
    for edit, by, at, verb, revision, before, after, undoes, batch in db.rows(
        _EDITS, *reading, named, named, limit
    ):
        change = Change(rows_of(before), rows_of(after))
        words = words_of(before), words_of(after)
        found.append(LogLine(edit, by, at, verb, revision, change, *words, undoes, batch))
    return tuple(found)


def _beside(db: Database, scheme: Scheme, revision: str, mark: Mark) -> tuple[Suggestion, ...]:
    layers = {label.name: label.layer for label in scheme.labels}
    layer = layers.get(mark.span.label)
    offers = map(suggestion_of, db.rows(_BESIDE, revision, mark.span.end, mark.span.start))
    return tuple(
        offer for offer in offers if layers.get(offer.label) == layer and offer != mark.suggested
    )

"""One action in many articles: written together, and taken back together."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Literal

from store.database import Database
from store.desk import Desk, Pending
from store.edit import NO_EFFORT, Edit, Effort
from store.errors import LaterEditsError
from store.head import head_of
from store.journal import PERSONAL, ReadingKey, conflict
from store.mark import Mark, State
from store.mentions import Mention
from store.suggestions import recount
from text.scheme import Scheme

BulkVerb = Literal["accept", "reject"]

_MEMBERS = """
SELECT edits.id, article FROM edits JOIN readings ON readings.id = reading
WHERE batch = ? AND kind = 'personal' AND name = ? AND NOT EXISTS (
  SELECT 1 FROM edits AS later WHERE later.reading = edits.reading AND later.undoes = edits.id
)
ORDER BY edits.id
"""


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a bulk edit came to: how many mentions it decided on, and in how many articles.

    `passed_over` counts those that no longer waited: decided elsewhere in between, suggested no
    more, or under one that this very edit accepted.
    """

    decided: int
    articles: int
    passed_over: int


class Plan:
    """A bulk edit that is worked out an article at a time, and then written as one.

    Iterating works it out, and tells how many of the `articles` are `done`; it can be left and
    taken up again. Nothing is written before `write`.
    """

    def __init__(
        self,
        asked: Mapping[str, Sequence[Mention]],
        excepted: Mapping[str, Sequence[Mention]],
        work_out: Callable[[str], tuple[list[Pending], int]],
        write: Callable[[list[Pending], Effort], object],
    ) -> None:
        self._left = deque(dict.fromkeys([*asked, *excepted]))
        self.articles = len(self._left)
        self._mentions = sum(map(len, asked.values()))
        self._work_out = work_out
        self._write = write
        self._pending: list[Pending] = []
        self._decided = 0

    def __iter__(self) -> Iterator[int]:
        while self._left:
            pending, decided = self._work_out(self._left[0])
            self._left.popleft()
            self._pending += pending
            self._decided += decided
            yield self.done

    @property
    def done(self) -> int:
        """How many articles are worked out."""
        return self.articles - len(self._left)

    def write(self, effort: Effort = NO_EFFORT) -> Bulk:
        """Work out what is left, and write all of it in one transaction.

        Raises ConflictError, nothing written, where another window got in between.
        """
        deque(self, maxlen=0)
        self._write(self._pending, effort)
        return Bulk(self._decided, len(self._pending), self._mentions - self._decided)


class Batches:
    """The edits that one person makes in many of their readings at once.

    Each reading gets its line in the log, and these lines bear the name of their batch. All that
    can be worked out beforehand is, so that others who write wait for the writing alone; what has
    changed by then is a ConflictError, and nothing is written.
    """

    def __init__(self, db: Database, scheme: Scheme, person: str) -> None:
        self._db = db
        self._scheme = scheme
        self._person = person

    def plan(
        self, verb: BulkVerb, mentions: Iterable[Mention], left_out: Iterable[Mention]
    ) -> Plan:
        """To accept or reject `mentions`, and let later bulk edits pass over those `left_out`."""
        asked, excepted = _by_article(mentions), _by_article(left_out)

        def work_out(article_id: str) -> tuple[list[Pending], int]:
            theirs = asked.get(article_id, ()), excepted.get(article_id, ())
            return self._decided(verb, article_id, *theirs)

        return Plan(asked, excepted, work_out, self._write)

    def take_back(
        self, verb: str, desk: Desk, edit: int, effort: Effort, *, partly: bool
    ) -> Edit | None:
        """Make the opposite of `edit`, the last one of `desk`, and of all others of its batch.

        With `partly` those readings stay as they are in which something was edited since; else
        these raise LaterEditsError, and nothing is written.
        """
        members = self._members(edit)
        if not members:
            return desk.take_back(verb, edit, effort)
        desk.refuse_stale()
        pending, later = [], []
        for member, article_id in members:
            theirs = self._desk(article_id)
            if member == (theirs.undo.to_undo if verb == "undo" else theirs.undo.to_redo):
                pending.append(theirs.pend(theirs.reversal(verb, member, NO_EFFORT)))
            else:
                later.append(article_id)
        if later and not partly:
            raise self._refusal(later, len(pending))
        ids = self._write(pending, effort)
        return self._shown(verb, desk, edit, ids, pending)

    def _members(self, edit: int) -> list[tuple[int, str]]:
        """The edits of the batch of `edit` that still hold, with their articles."""
        found = self._db.row("SELECT batch FROM edits WHERE id = ?", edit)
        if found is None or found[0] is None:
            return []
        return [
            (member, article) for member, article in self._db.rows(_MEMBERS, *found, self._person)
        ]

    def _desk(self, article_id: str) -> Desk:
        key = ReadingKey(article_id, PERSONAL, self._person)
        return Desk(self._db, self._scheme, self._person, key)

    def _decided(
        self, verb: BulkVerb, article_id: str, asked: Sequence[Mention], excepted: Sequence[Mention]
    ) -> tuple[list[Pending], int]:
        """The edit of one article, none where nothing changes, and on how many it decides."""
        desk = self._desk(article_id)
        draft = desk.draft()
        count = 0
        # Where two of them overlap, the likelier one is right.
        for mark in _waiting(desk, sorted(asked, key=lambda m: (-m.score, m.start))):
            if draft.touches(mark):
                continue
            if verb == "accept":
                draft.claim(mark, mark.span)
            else:
                draft.reject(mark)
            count += 1
        for mark in _waiting(desk, excepted):
            draft.leave_out(mark)
        entry = draft.entry(verb if count else "except", NO_EFFORT)
        return ([desk.pend(entry)] if entry.change else []), count

    def _write(self, pending: list[Pending], effort: Effort) -> list[int]:
        """Write all of it in one transaction; the ids of the edits. The first bears the effort."""
        batch = token_hex(8)
        ids: list[int] = []
        with self._db.transaction():
            for it in pending:
                entry = replace(it.entry, batch=batch, effort=NO_EFFORT if ids else effort)
                head = head_of(self._db, it.key)
                if head.revision != it.head.revision:
                    raise conflict(it.key.article)
                fields = it.journal.claim(it.seen, it.last)
                it.journal.carry_out(fields.id, it.written)
                ids.append(it.journal.log(fields.id, entry, it.written).id)
                if head == it.head:
                    it.journal.count(fields, it.decided, it.undecided)
                else:
                    recount(self._db, self._scheme, fields.id)
        return ids

    def _shown(
        self, verb: str, desk: Desk, edit: int, ids: list[int], pending: list[Pending]
    ) -> Edit:
        """What happened as `desk` sees it, which reads everything anew."""
        before = {mark.id: mark for mark in desk.board.marks}
        desk.load()
        now = {mark.id: mark for mark in desk.board.marks}
        touched = tuple(i for i in (before | now) if before.get(i) != now.get(i))
        (own,) = (index for index, it in enumerate(pending) if it.key == desk.key)
        change = pending[own].entry.change
        marks = (*change.after.marks, *change.before.marks)
        return Edit(
            id=ids[own],
            verb=verb,
            touched=touched,
            at=pending[own].entry.at,
            mark=marks[0].id if marks else None,
            undoes=edit,
            articles=len(pending),
        )

    def _refusal(self, later: list[str], others: int) -> LaterEditsError:
        named = [
            source
            for article_id in later[:3]
            for (source,) in self._db.rows("SELECT source FROM articles WHERE id = ?", article_id)
        ]
        more = f" and {len(later) - 3} more" if len(later) > 3 else ""
        return LaterEditsError(
            f"{', '.join(named)}{more} of the {len(later) + others} articles of that edit were"
            " edited since, and nothing was changed: undo there first, or in the other"
            f" {others} alone",
            tuple(later),
            others,
        )


def _by_article(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.article].append(mention)
    return grouped


def _waiting(desk: Desk, mentions: Iterable[Mention]) -> Iterator[Mark]:
    """The marks of those that wait for a decision, as they did when they were looked up."""
    for mention in mentions:
        mark = desk.board.mark(mention.mark)
        if mark and mark.state is State.SUGGESTED and desk.revision_id == mention.revision:
            yield mark

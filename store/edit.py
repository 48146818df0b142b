"""One action of a reviewer, and what it replaced by what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from store.mark import Mark


@dataclass(frozen=True, slots=True)
class Effort:
    """What a decision cost: seconds since the one before it, and keys."""

    seconds: float = 0.0
    keys: int = 0


NO_EFFORT = Effort()


@dataclass(frozen=True, slots=True)
class Edit:
    """A line of the edit log.

    `mark` is the id of the mark that it was about, if any; `touched` holds the ids of all that look
    different now, those that came out from under others or went there included. `undoes` is the
    edit that this one takes back (a redo takes back an undo). `articles` is in how many articles
    that happened at once: an undo of a bulk edit takes it back in all of its own.
    """

    id: int
    verb: str
    touched: tuple[str, ...]
    at: str
    mark: str | None = None
    undoes: int | None = None
    articles: int = 1


class Relation(NamedTuple):
    """The span `child` is the `label` of the span `head`; both are mark ids."""

    head: str
    label: str
    child: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a reading as they stood before an edit, or as they stand after it.

    `exceptions` are the ids of marks that bulk edits leave alone; `fields` are columns of the
    reading itself: status, comment, flag.
    """

    marks: tuple[Mark, ...] = ()
    relations: tuple[Relation, ...] = ()
    exceptions: tuple[str, ...] = ()
    fields: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Take `before` away and put `after` in its place."""

    before: Rows
    after: Rows

    def __bool__(self) -> bool:
        return self.before != self.after

    def reverse(self) -> Change:
        """The change that takes this one back."""
        return Change(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line for the edit log: who did what, when, at what cost, and which edit it takes back.

    Lines with the same `batch` are one action.
    """

    verb: str
    person: str
    at: str
    effort: Effort
    change: Change
    undoes: int | None = None
    batch: str | None = None

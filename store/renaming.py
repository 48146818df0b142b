"""Labels under their present names, in what was kept under earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from store.database import Database
from store.edit import Change, Relation, Rows
from store.mark import Mark
from text.span import Span

_SUGGESTED = re.compile(r"(s\d+-\d+-)(.+)", re.DOTALL)

Names = Mapping[str, str]
"""The present name of each label that had another one."""

AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(frozen=True, slots=True)
class Rename:
    """The label `old` was called `new` from the edit after `until` on."""

    old: str
    new: str
    until: int


def renames_of(db: Database) -> tuple[Rename, ...]:
    """All renames of a store, in order."""
    return tuple(Rename(*row) for row in db.rows("SELECT old, new, until FROM renames ORDER BY id"))


def names_since(edit: int, renames: Iterable[Rename]) -> Names:
    """What the labels that the edit of that id knew are called now."""
    names: dict[str, str] = {}
    for rename in renames:
        if edit <= rename.until:
            names = {old: rename.new if new == rename.old else new for old, new in names.items()}
            names.setdefault(rename.old, rename.new)
    return names


def renamed_change(change: Change, names: Names) -> Change:
    """The change under the names of today."""
    return (
        Change(renamed_rows(change.before, names), renamed_rows(change.after, names))
        if names
        else change
    )


def renamed_mark(mark: Mark, names: Names) -> Mark:
    """The mark with its labels, and its id, which has one in it, under the names of today."""
    suggested = _span(mark.suggested, names) if mark.suggested else None
    name = renamed_id(mark.id, names)
    return replace(mark, id=name, span=_span(mark.span, names), suggested=suggested)


def renamed_id(mark_id: str, names: Names) -> str:
    """The id of a mark under the names of today."""
    found = _SUGGESTED.fullmatch(mark_id)
    return found[1] + names.get(found[2], found[2]) if found else mark_id


def renamed_relations(relations: Iterable[Relation], names: Names) -> tuple[Relation, ...]:
    """Relations between the marks under their present ids."""
    return tuple(
        Relation(renamed_id(r.head, names), r.label, renamed_id(r.child, names)) for r in relations
    )


def renamed_rows(rows: Rows, names: Names) -> Rows:
    """Rows of a reading under the names of today."""
    return Rows(
        marks=tuple(renamed_mark(mark, names) for mark in rows.marks),
        relations=renamed_relations(rows.relations, names),
        # Two labels that are one now may both have had theirs there.
        exceptions=tuple(dict.fromkeys(renamed_id(name, names) for name in rows.exceptions)),
        fields=rows.fields,
    )


def _span(span: AnySpan, names: Names) -> AnySpan:
    return replace(span, label=names.get(span.label, span.label))

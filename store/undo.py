"""Which edit `undo` and `redo` take back next, from the log alone: both reach across restarts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class LoggedEdit(NamedTuple):
    """An edit by its place in the log, and the edit that it took back, if any."""

    id: int
    undoes: int | None


class UndoStacks:
    """Two stacks of edits. An undo is an edit, and so is a redo: it takes back an undo."""

    def __init__(self, edits: Iterable[LoggedEdit] = ()) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        for edit in edits:
            self.record(edit)

    @property
    def to_undo(self) -> int | None:
        """The edit that an undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> int | None:
        """The undo that a redo takes back."""
        return self._undone[-1] if self._undone else None

    def record(self, edit: LoggedEdit) -> None:
        """Follow the log by one edit; a new one cuts off what could be redone."""
        if edit.undoes is None:
            self._undone.clear()
            self._done.append(edit.id)
        elif edit.undoes == self.to_undo:
            self._done.pop()
            self._undone.append(edit.id)
        else:
            self._undone.pop()
            self._done.append(edit.id)

"""What a reading shows: its marks, and what is said of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.bookmarks import Bookmarks
from store.desk import Desk
from store.edit import Relation
from store.mark import Mark

if TYPE_CHECKING:
    from text.cleaning import Rulings


class Shown:
    """An article as one person sees it, with nothing that decides."""

    def __init__(self, desk: Desk, bookmarks: Bookmarks) -> None:
        self._desk = desk
        self._bookmarks = bookmarks

    @property
    def article_id(self) -> str:
        """The article."""
        return self._desk.key.article

    @property
    def revision_id(self) -> str:
        """The revision that the offsets of the marks refer to."""
        return self._desk.revision_id

    @property
    def status(self) -> str:
        """Whether the article is `open` or `done`."""
        return self._desk.fields.status

    @property
    def comment(self) -> str | None:
        """What the person wrote about the article."""
        return self._desk.fields.comment

    @property
    def flag(self) -> bool:
        """Whether the person flagged the article."""
        return bool(self._desk.fields.flag)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown: by start, then the longer first, then by layer; rejected ones too.

        A suggestion under a kept span of its layer is not shown.
        """
        return self._desk.board.marks

    @property
    def undecided(self) -> int:
        """How many suggestions on show wait for a decision."""
        return self._desk.board.undecided

    @property
    def relations(self) -> frozenset[Relation]:
        """Which span is whose owner."""
        return frozenset(self._desk.board.relations)

    @property
    def rulings(self) -> Rulings:
        """What was ruled of the repairs of this revision."""
        return self._desk.rulings()

    @property
    def resume(self) -> tuple[str | None, int]:
        """The mark and the code point that `remember` was last given; at first None and 0."""
        mark_id, offset = self._bookmarks.place(self.article_id)
        return mark_id, min(offset, len(self._desk.text))

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id, if it is shown."""
        return self._desk.board.mark(mark_id)

    def over(self, offset: int) -> list[Mark]:
        """The marks that hold the code point at `offset`, in the order of `marks`."""
        return self._desk.board.over(offset)

    def is_current(self) -> bool:
        """Whether nobody wrote a decision or suggestions that a refresh would show.

        Costs two small queries, however many marks there are.
        """
        return self._desk.is_current()

    def refresh(self) -> None:
        """Read everything anew, as after new suggestions."""
        self._desk.load()

    def remember(self, mark_id: str | None, offset: int) -> None:
        """Keep the place (a code point) for the next time, and this article as the last open."""
        self._bookmarks.put(self.article_id, mark_id, offset)

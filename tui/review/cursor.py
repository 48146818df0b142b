"""Where the reviewer is in an article: a text cursor, a current mark, a selection."""

from __future__ import annotations

from bisect import bisect_left

from store.mark import Mark, State
from store.reading import Reading
from tui.page.words import Words, clause_end, clause_start
from tui.review.movement import Movement


class Cursor:
    """The place in `text` that keys act on.

    `caret` is the code point under the text cursor; `current` the mark that keys act on, None where
    the cursor was moved away from all marks.
    """

    def __init__(self, reading: Reading, text: str, words: Words) -> None:
        self.caret = 0
        self.words = words
        self._reading = reading
        self._text = text
        self._current: str | None = None
        self._anchor: int | None = None

    @property
    def current(self) -> Mark | None:
        """The mark that keys act on."""
        return self._reading.mark(self._current) if self._current else None

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected code points, the one under the cursor included; None without a selection."""
        if self._anchor is None:
            return None
        low, high = sorted((self._anchor, self.caret))
        return low, min(high + 1, len(self._text))

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has gone anywhere yet."""
        return self._current is None and self.caret == 0 and self._anchor is None

    def go_to(self, mark: Mark) -> None:
        """Make `mark` the current one."""
        self.drop_selection()
        self._current, self.caret = mark.id, mark.span.start

    def put(self, offset: int) -> None:
        """Put the text cursor on a code point; unless selecting, the innermost mark is current."""
        self.caret = max(0, min(offset, len(self._text) - 1))
        if self._anchor is None:
            self._current = self._innermost(self.caret)

    def move(self, movement: Movement) -> None:
        """Move the text cursor by character, word or clause."""
        caret, selecting = self.caret, self._anchor is not None
        match movement:
            case Movement.LEFT:
                caret -= 1
            case Movement.RIGHT:
                caret += 1
            case Movement.WORD_BACK:
                caret = self.words.before(caret)
            case Movement.WORD_ON:
                caret = self._last_of_word(caret) if selecting else self.words.after(caret)
            case Movement.CLAUSE_BACK:
                caret = clause_start(self._text, caret)
            case Movement.CLAUSE_ON:
                # A selection holds the character under the cursor: end before the punctuation.
                caret = clause_end(self._text, caret + selecting) - selecting
        self.put(caret)

    def toggle_selection(self) -> None:
        """Start a selection at the cursor, or give one up."""
        self._anchor = self.caret if self._anchor is None and self._text else None

    def drop_selection(self) -> None:
        """Give a selection up."""
        self._anchor = None

    def select(self, start: int, end: int) -> None:
        """Select `start:end` (code points), which is not empty."""
        self._anchor, self.caret = start, end - 1

    def select_word(self, offset: int) -> None:
        """Select the word that holds a code point."""
        self.select(*self.words.around(offset))

    def drag_to(self, offset: int) -> None:
        """Select from the cursor to a code point; a drag within one character is none."""
        if offset != self.caret:
            if self._anchor is None:
                self._anchor = self.caret
            self.caret = offset

    def neighbour(self, by: int) -> Mark | None:
        """The mark `by` places on in text order, from the current one or else from the caret."""
        marks = self._reading.marks
        index = self._position(marks, forward=by > 0) + by
        return marks[index] if 0 <= index < len(marks) else None

    def undecided_after(self, mark: Mark) -> Mark | None:
        """The first undecided suggestion behind `mark`, which may have been deleted."""
        marks = self._reading.marks
        index = bisect_left(marks, mark.span.start, key=lambda m: m.span.start)
        for place in range(index, len(marks)):
            if marks[place].id == mark.id:
                index = place + 1
                break
            if marks[place].span.start > mark.span.start:
                break
        return next((m for m in marks[index:] if m.state is State.SUGGESTED), None)

    def _position(self, marks: tuple[Mark, ...], *, forward: bool) -> int:
        """The index of the current mark; without one, of the gap that the caret stands in."""
        place = bisect_left(marks, self.caret, key=lambda m: m.span.start)
        for index in range(place, len(marks)):
            if marks[index].id == self._current:
                return index
            if marks[index].span.start > self.caret:
                break
        return place - 1 if forward else place

    def _innermost(self, offset: int) -> str | None:
        here = self._reading.over(offset)
        here.sort(key=lambda m: (m.state is State.REJECTED, m.span.end - m.span.start))
        return here[0].id if here else None

    def _last_of_word(self, caret: int) -> int:
        last = self.words.after(caret) - 1
        return last if last > caret else self.words.after(caret + 1) - 1

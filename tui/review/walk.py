"""Going about in an article: where one is, and how one gets elsewhere."""

from __future__ import annotations

from store.mark import Mark, State
from store.reading import Reading
from tui.keymap import cap_of
from tui.language import say
from tui.notices import changed_here
from tui.page.words import Words
from tui.review.cursor import Cursor
from tui.review.movement import Movement
from tui.review.outcome import NOTHING, Outcome


class Walk:
    """One person's way through an article, with nothing that decides.

    `asked` is what the last action asked to be confirmed, by the same key pressed again; whatever
    else is done withdraws it.
    """

    def __init__(self, reading: Reading, text: str, words: Words) -> None:
        self.reading = reading
        self.text = text
        self.cursor = Cursor(reading, text, words)
        self.asked: str | None = None
        self._resume()

    @property
    def current(self) -> Mark | None:
        """The mark that keys act on."""
        return self.cursor.current

    def ready(self) -> Mark | None:
        """The current mark, with any selection and half-given order withdrawn."""
        self.cursor.drop_selection()
        self.asked = None
        return self.current

    # By marks

    def next_mark(self) -> Outcome:
        """To the next span in text order."""
        return self._step(1, say("已到最后一处", "this is the last span"))

    def previous_mark(self) -> Outcome:
        """To the previous span in text order."""
        return self._step(-1, say("已到第一处", "this is the first span"))

    def go_to(self, mark: Mark) -> Outcome:
        """Make `mark` the current one."""
        self.asked = None
        self.cursor.go_to(mark)
        return NOTHING

    def go_to_span(self, mark_id: str, offset: int) -> Outcome:
        """Make the mark of that id the current one; where it is gone, go to a code point."""
        mark = self.reading.mark(mark_id)
        return self.go_to(mark) if mark else self.put_caret(offset)

    # By code points

    def put_caret(self, offset: int) -> Outcome:
        """Put the text cursor on a code point."""
        self.asked = None
        self.cursor.put(offset)
        return NOTHING

    def move(self, movement: Movement) -> Outcome:
        """Move the text cursor by character, word or clause."""
        self.asked = None
        self.cursor.move(movement)
        return NOTHING

    def toggle_selection(self) -> Outcome:
        """Start a selection at the cursor, or give one up."""
        self.asked = None
        self.cursor.toggle_selection()
        return NOTHING

    def select(self, start: int, end: int) -> Outcome:
        """Select `start:end` (code points)."""
        self.asked = None
        self.cursor.select(start, end)
        return NOTHING

    def cancel_selection(self) -> Outcome:
        """Give a selection up; the mark under the text cursor is the one in hand from then on."""
        self.cursor.drop_selection()
        mark = self.current
        if mark is None or not mark.span.start <= self.cursor.caret < mark.span.end:
            self.cursor.put(self.cursor.caret)
        return NOTHING

    def point(self, offset: int, *, double: bool = False, drag: bool = False) -> Outcome:
        """Point at a code point with the mouse: drag to select, double-click to select a word."""
        self.asked = None
        if double:
            self.cursor.select_word(offset)
        elif drag:
            self.cursor.drag_to(offset)
        else:
            self.cursor.drop_selection()
            self.cursor.put(offset)
        return NOTHING

    # Coming back

    def remember(self) -> None:
        """Keep the place, to come back to it."""
        mark = self.current
        self.reading.remember(mark.id if mark else None, self.cursor.caret)

    def refresh(self) -> Outcome:
        """Take in what others wrote: suggestions, or decisions in another window of this person.

        The cursor stays where it is; where it is on another span now, or on none, that is told.
        """
        before, untouched = self.current, self.cursor.is_untouched
        self.asked = None
        self.reading.refresh()
        if untouched:
            self._resume()
        elif before is not None and before != self.current:
            return Outcome(notice=changed_here(), warning=True)
        return NOTHING

    def _resume(self) -> None:
        mark_id, offset = self.reading.resume
        mark = self.reading.mark(mark_id) if mark_id else None
        if mark is None and not offset:
            marks = self.reading.marks
            undecided = (m for m in marks if m.state is State.SUGGESTED)
            mark = next(undecided, marks[0] if marks else None)
        if mark is not None:
            self.cursor.go_to(mark)
        else:
            self.cursor.put(offset)

    def _step(self, by: int, at_the_end: str) -> Outcome:
        self.ready()
        mark = self.cursor.neighbour(by)
        if mark is not None:
            return self.go_to(mark)
        select = cap_of("select")
        empty = say(f"还没有标注 · {select} 选择", f"no spans yet · {select} select")
        return Outcome(notice=at_the_end if self.reading.marks else empty)

"""One person's work on one article: the verbs of the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.edit import Edit
from store.mark import Mark, State
from store.reading import Reading
from text.article import Revision
from text.scheme import Scheme
from tui.language import say
from tui.notices import changed_here
from tui.page.words import Words
from tui.review.cursor import Cursor
from tui.review.effort import EffortMeter
from tui.review.movement import Movement, Side, Unit
from tui.review.outcome import NOTHING, Outcome

if TYPE_CHECKING:
    from text.cleaning import Rulings


def no_mark() -> Outcome:
    """There is nothing here to decide on."""
    return Outcome(
        notice=say("这里没有标注 · n 下一处 · v 选择", "no span here · n next · v select")
    )


class Session:
    """What each key does to an article: the cursor goes about, the reading decides.

    A decision is on disk when its verb returns; the outcome tells what to draw.
    """

    def __init__(
        self, reading: Reading, text: str, scheme: Scheme, words: Words, meter: EffortMeter
    ) -> None:
        self.reading = reading
        self.text = text
        self.scheme = scheme
        self.meter = meter
        self.cursor = Cursor(reading, text, words)
        self._leaving_out = False
        self._resume()

    @property
    def current(self) -> Mark | None:
        """The mark that keys act on."""
        return self.cursor.current

    # Going about

    def next_mark(self) -> Outcome:
        """To the next span in text order."""
        return self._step(1, say("已到最后一处", "this is the last span"))

    def previous_mark(self) -> Outcome:
        """To the previous span in text order."""
        return self._step(-1, say("已到第一处", "this is the first span"))

    def go_to(self, mark: Mark) -> Outcome:
        """Make `mark` the current one."""
        self._leaving_out = False
        self.cursor.go_to(mark)
        return NOTHING

    def go_to_span(self, mark_id: str, offset: int) -> Outcome:
        """Make the mark of that id the current one; where it is gone, go to a code point."""
        mark = self.reading.mark(mark_id)
        return self.go_to(mark) if mark else self.put_caret(offset)

    def put_caret(self, offset: int) -> Outcome:
        """Put the text cursor on a code point."""
        self._leaving_out = False
        self.cursor.put(offset)
        return NOTHING

    def move(self, movement: Movement) -> Outcome:
        """Move the text cursor by character, word or clause."""
        self._leaving_out = False
        self.cursor.move(movement)
        return NOTHING

    def toggle_selection(self) -> Outcome:
        """Start a selection at the cursor, or give one up."""
        self._leaving_out = False
        self.cursor.toggle_selection()
        return NOTHING

    def select(self, start: int, end: int) -> Outcome:
        """Select `start:end` (code points)."""
        self._leaving_out = False
        self.cursor.select(start, end)
        return NOTHING

    def cancel_selection(self) -> Outcome:
        """Give a selection up."""
        self.cursor.drop_selection()
        return NOTHING

    def point(self, offset: int, *, double: bool = False, drag: bool = False) -> Outcome:
        """Point at a code point with the mouse: drag to select, double-click to select a word."""
        self._leaving_out = False
        if double:
            self.cursor.select_word(offset)
        elif drag:
            self.cursor.drag_to(offset)
        else:
            self.cursor.drop_selection()
            self.cursor.put(offset)
        return NOTHING

    # Deciding

    def accept(self) -> Outcome:
        """Accept the current suggestion and go to the next undecided one."""
        mark = self._ready()
        if mark is None:
            return no_mark()
        edit = None
        if mark.state is State.SUGGESTED:
            edit = self._decide(self.reading.accept, mark.id)
        return self._go_on(mark, edit)

    def reject(self) -> Outcome:
        """Reject the current mark (delete an added one) and go to the next undecided one."""
        mark = self._ready()
        if mark is None:
            return no_mark()
        edit = None
        if mark.state is not State.REJECTED:
            edit = self._decide(self.reading.reject, mark.id)
        return self._go_on(mark, edit)

    def label(self, name: str) -> Outcome:
        """Label the selection, or relabel the current mark."""
        selection = self.cursor.selection
        if selection is not None:
            return self._add(*selection, name)
        mark = self._ready()
        if mark is None:
            return no_mark()
        if mark.state is State.SUGGESTED and mark.span.label == name:
            return self._saved(self._decide(self.reading.accept, mark.id))
        edit = self._decide(self.reading.relabel, mark.id, name)
        if edit is None:
            return Outcome(notice=say(f"已是 {name}", f"it is {name} already"))
        return self._saved(edit)

    def move_edge(self, side: Side, unit: Unit, *, outwards: bool) -> Outcome:
        """Move an edge of the current mark by a character or a word."""
        mark = self._ready()
        if mark is None:
            return no_mark()
        if mark.state is State.REJECTED:
            return Outcome(
                notice=say("已拒绝 · 数字键重新标注", "rejected: a label key takes it back")
            )
        start, end = mark.span.start, mark.span.end
        forward = outwards is (side is Side.RIGHT)
        if side is Side.LEFT:
            start = self._stepped(start, unit, forward=forward)
        else:
            end = self._stepped(end, unit, forward=forward)
        if not 0 <= start < end <= len(self.text):
            return Outcome(notice=say("边界到头", "the edge cannot go further"))
        edit = self._decide(self.reading.move, mark.id, start, end)
        if edit is None:
            return Outcome(notice=say("边界到头：紧邻另一标注", "the edge stops at the next span"))
        return self._saved(edit)

    def undo(self) -> Outcome:
        """Take the last edit back."""
        return self._retraced(
            self._decide(self.reading.undo), say("没有可撤销的", "nothing to undo")
        )

    def redo(self) -> Outcome:
        """Do again what was undone."""
        return self._retraced(
            self._decide(self.reading.redo), say("没有可重做的", "nothing to redo")
        )

    def revise(self, revision: Revision, rulings: Rulings) -> Outcome:
        """Read the article as `rulings` on its repairs have it."""
        edit = self.reading.revise(revision, rulings, self.meter.read())
        if edit is None:
            return Outcome(notice=say("没有变化", "nothing changes"))
        self.meter.restart()
        return Outcome(edit=edit)

    # Leaving

    def finish(self) -> Outcome:
        """Call the article done; with undecided suggestions, only when asked twice."""
        if self.reading.status == "done":
            return Outcome(leave=True)
        undecided = self.reading.undecided
        if undecided and not self._leaving_out:
            first = next(m for m in self.reading.marks if m.state is State.SUGGESTED)
            self.cursor.go_to(first)
            self._leaving_out = True
            return Outcome(
                notice=say(
                    f"还有 {undecided} 处待定 · 再按 d 略去",
                    f"{undecided} undecided · d again leaves them out",
                ),
                warning=True,
            )
        edit = self._decide(self.reading.finish)
        self._leaving_out = False
        return Outcome(edit=edit, leave=True)

    def reopen(self) -> Outcome:
        """Take a finished article up again."""
        if self.reading.status != "done":
            return Outcome(notice=say("本来就未完成", "it is open already"))
        edit = self._decide(self.reading.reopen)
        return Outcome(edit=edit, notice=say("已重新打开", "reopened"))

    def remember(self) -> None:
        """Keep the place, to come back to it."""
        mark = self.current
        self.reading.remember(mark.id if mark else None, self.cursor.caret)

    def refresh(self) -> Outcome:
        """Take in what others wrote: suggestions, or decisions in another window of this person.

        The cursor stays where it is; where it is on another span now, or on none, that is told.
        """
        before, untouched = self.current, self.cursor.is_untouched
        self._leaving_out = False
        self.reading.refresh()
        if untouched:
            self._resume()
        elif before is not None and before != self.current:
            return Outcome(notice=changed_here(), warning=True)
        return NOTHING

    # Within

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

    def _ready(self) -> Mark | None:
        """The current mark, with any selection and half-given leave withdrawn."""
        self.cursor.drop_selection()
        self._leaving_out = False
        return self.current

    def _step(self, by: int, at_the_end: str) -> Outcome:
        self._ready()
        mark = self.cursor.neighbour(by)
        if mark is not None:
            return self.go_to(mark)
        empty = say("还没有标注 · v 选择", "no spans yet · v select")
        return Outcome(notice=at_the_end if self.reading.marks else empty)

    def _decide(self, verb: Callable[..., Edit | None], *what: str | int) -> Edit | None:
        """Have the reading decide, at the cost that has come up since the last decision."""
        edit = verb(*what, self.meter.read())
        if edit is not None:
            self.meter.restart()
        return edit

    def _go_on(self, mark: Mark, edit: Edit | None) -> Outcome:
        """To the next undecided suggestion; stay and say so where there is none."""
        touched = edit.touched if edit else ()
        following = self.cursor.undecided_after(mark)
        if following is not None:
            self.cursor.go_to(following)
            return Outcome(touched=touched, edit=edit)
        left = self.reading.undecided
        notice = (
            say(
                f"后面没有待定的了，前面还有 {left} 处 · d 跳到第一处",
                f"none undecided after this one, {left} before it · d goes to the first",
            )
            if left
            else say("全部已定 · d 完成并看下一篇", "all decided · d done and on")
        )
        return Outcome(touched=touched, edit=edit, notice=notice)

    def _add(self, start: int, end: int, label: str) -> Outcome:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return Outcome(notice=say("只选中了空白", "only white space is selected"))
        edit = self._decide(self.reading.add, start, end, label)
        self._ready()
        if edit is None or edit.mark is None:
            return Outcome(notice=say(f"已标为 {label}", f"it is {label} already"))
        added = self.reading.mark(edit.mark)
        if added is not None:
            self.cursor.go_to(added)
        return Outcome(touched=edit.touched, edit=edit)

    def _saved(self, edit: Edit | None) -> Outcome:
        """Stay with the mark that was edited."""
        mark = self.current
        if mark is not None:
            self.cursor.go_to(mark)
        return Outcome(touched=edit.touched, edit=edit) if edit else NOTHING

    def _retraced(self, edit: Edit | None, nothing: str) -> Outcome:
        """Go to what an undo or redo changed."""
        self._ready()
        if edit is None:
            return Outcome(notice=nothing)
        mark = next((m for i in edit.touched if (m := self.reading.mark(i))), None)
        if mark is not None:
            self.cursor.go_to(mark)
        elif self.current is None:
            self.cursor.put(self.cursor.caret)
        return Outcome(touched=edit.touched, edit=edit)

    def _stepped(self, offset: int, unit: Unit, *, forward: bool) -> int:
        if unit is Unit.WORD:
            words = self.cursor.words
            return words.after(offset) if forward else words.before(offset)
        return offset + (1 if forward else -1)

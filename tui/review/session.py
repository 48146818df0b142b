"""One person's work on one article: a text cursor, a current mark, and the verbs of the keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from store.edit import Edit
from store.mark import Mark, State
from store.reading import Reading
from text.scheme import Scheme
from tui.page.words import Words, clause_end, clause_start
from tui.review.effort import EffortMeter
from tui.review.movement import Movement, Side, Unit
from tui.review.outcome import NOTHING, Outcome

NO_MARK = "这里没有标注 no span here · n 下一个 next · v 选择 select"


class Session:
    """Where the reviewer is in an article, and what each key does to it.

    `caret` is the code point under the text cursor; `current` the mark that keys act on. Decisions
    are saved by the reading before a verb returns; the outcome tells what to draw.
    """

    def __init__(
        self, reading: Reading, text: str, scheme: Scheme, words: Words, meter: EffortMeter
    ) -> None:
        self.reading = reading
        self.text = text
        self.scheme = scheme
        self.words = words
        self.meter = meter
        self.caret = 0
        self._current: str | None = None
        self._anchor: int | None = None
        self._leaving_out = False
        self._resume()

    @property
    def current(self) -> Mark | None:
        """The mark that keys act on."""
        return self.reading.mark(self._current) if self._current else None

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected code points, the one under the cursor included; None without a selection."""
        if self._anchor is None:
            return None
        low, high = sorted((self._anchor, self.caret))
        return low, min(high + 1, len(self.text))

    # Going about

    def next_mark(self) -> Outcome:
        """To the next span in text order."""
        return self._step(1, "已到最后一处 this is the last span")

    def previous_mark(self) -> Outcome:
        """To the previous span in text order."""
        return self._step(-1, "已到第一处 this is the first span")

    def go_to(self, mark: Mark) -> Outcome:
        """Make `mark` the current one."""
        self._anchor = None
        self._leaving_out = False
        self._current, self.caret = mark.id, mark.span.start
        return NOTHING

    def put_caret(self, offset: int) -> Outcome:
        """Put the text cursor on a code point; unless selecting, the innermost mark is current."""
        self._leaving_out = False
        self.caret = max(0, min(offset, len(self.text) - 1))
        if self._anchor is None:
            self._current = self._innermost(self.caret)
        return NOTHING

    def move(self, movement: Movement) -> Outcome:
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
                caret = clause_start(self.text, caret)
            case Movement.CLAUSE_ON:
                # A selection holds the character under the cursor: end before the punctuation.
                caret = clause_end(self.text, caret + selecting) - selecting
        return self.put_caret(caret)

    # Selecting

    def toggle_selection(self) -> Outcome:
        """Start a selection at the cursor, or give one up."""
        self._leaving_out = False
        self._anchor = self.caret if self._anchor is None and self.text else None
        return NOTHING

    def cancel_selection(self) -> Outcome:
        """Give a selection up."""
        self._anchor = None
        return NOTHING

    def point(self, offset: int, *, double: bool = False, drag: bool = False) -> Outcome:
        """Point at a code point with the mouse: drag to select, double-click to select a word."""
        self._leaving_out = False
        if double:
            start, end = self.words.around(offset)
            self._anchor, self.caret = start, end - 1
        elif not drag:
            self._anchor = None
            self.put_caret(offset)
        elif offset != self.caret:
            if self._anchor is None:
                self._anchor = self.caret
            self.caret = offset
        return NOTHING

    # Deciding

    def accept(self) -> Outcome:
        """Accept the current suggestion and go to the next undecided one."""
        mark = self._ready()
        if mark is None:
            return Outcome(notice=NO_MARK)
        edit = None
        if mark.state is State.SUGGESTED:
            edit = self._decide(self.reading.accept, mark.id)
        return self._go_on(mark, edit)

    def reject(self) -> Outcome:
        """Reject the current mark (delete an added one) and go to the next undecided one."""
        mark = self._ready()
        if mark is None:
            return Outcome(notice=NO_MARK)
        edit = None
        if mark.state is not State.REJECTED:
            edit = self._decide(self.reading.reject, mark.id)
        return self._go_on(mark, edit)

    def label(self, name: str) -> Outcome:
        """Label the selection, or relabel the current mark."""
        selection = self.selection
        if selection is not None:
            return self._add(*selection, name)
        mark = self._ready()
        if mark is None:
            return Outcome(notice=NO_MARK)
        if mark.span.label == name and mark.state is not State.REJECTED:
            if mark.state is not State.SUGGESTED:
                return Outcome(notice=f"已是 {name} it is {name} already")
            edit = self._decide(self.reading.accept, mark.id)
        else:
            edit = self._decide(self.reading.relabel, mark.id, name)
        return self._saved(edit)

    def move_edge(self, side: Side, unit: Unit, *, outwards: bool) -> Outcome:
        """Move an edge of the current mark by a character or a word."""
        mark = self._ready()
        if mark is None:
            return Outcome(notice=NO_MARK)
        if mark.state is State.REJECTED:
            return Outcome(notice="已拒绝 rejected: a label key takes it back · 数字键重新标注")
        start, end = mark.span.start, mark.span.end
        forward = outwards is (side is Side.RIGHT)
        if side is Side.LEFT:
            start = self._stepped(start, unit, forward=forward)
        else:
            end = self._stepped(end, unit, forward=forward)
        if not 0 <= start < end <= len(self.text):
            return Outcome(notice="边界到头 the edge cannot go further")
        edit = self._decide(self.reading.move, mark.id, start, end)
        if edit is None:
            return Outcome(notice="边界到头 the edge stops here (相邻标注 neighbour)")
        return self._saved(edit)

    def undo(self) -> Outcome:
        """Take the last edit back."""
        return self._retraced(self._decide(self.reading.undo), "没有可撤销的 nothing to undo")

    def redo(self) -> Outcome:
        """Do again what was undone."""
        return self._retraced(self._decide(self.reading.redo), "没有可重做的 nothing to redo")

    # Leaving

    def finish(self) -> Outcome:
        """Call the article done; with undecided suggestions, only when asked twice."""
        if self.reading.status == "done":
            return Outcome(leave=True)
        undecided = self.reading.undecided
        if undecided and not self._leaving_out:
            first = next(m for m in self.reading.marks if m.state is State.SUGGESTED)
            self.go_to(first)
            self._leaving_out = True
            return Outcome(
                notice=f"还有 {undecided} 处待定 undecided · 再按 d 略去 d again leaves them out",
                warning=True,
            )
        self._leaving_out = False
        edit = self._decide(self.reading.finish)
        return Outcome(edit=edit, leave=True)

    def reopen(self) -> Outcome:
        """Take a finished article up again."""
        if self.reading.status != "done":
            return Outcome(notice="本来就未完成 it is open already")
        edit = self._decide(self.reading.reopen)
        return Outcome(edit=edit, notice="已重新打开 reopened")

    def remember(self) -> None:
        """Keep the place, to come back to it."""
        self.reading.remember(self._current, self.caret)

    def suggestions_arrived(self) -> None:
        """Take in the suggestions that a suggester wrote; the cursor stays where it is."""
        untouched = self._current is None and self.caret == 0 and self._anchor is None
        self.reading.refresh()
        if untouched:
            self._resume()

    # Within

    def _decide(self, verb: Callable[..., Edit | None], *what: str | int) -> Edit | None:
        """Have the reading decide, at the cost that has come up since the last decision."""
        edit = verb(*what, self.meter.read())
        if edit is not None:
            self.meter.restart()
        return edit

    def _resume(self) -> None:
        mark_id, offset = self.reading.resume
        mark = self.reading.mark(mark_id) if mark_id else None
        if mark is None and not offset:
            marks = self.reading.marks
            undecided = (m for m in marks if m.state is State.SUGGESTED)
            mark = next(undecided, marks[0] if marks else None)
        if mark is not None:
            self.go_to(mark)
        else:
            self.put_caret(offset)

    def _ready(self) -> Mark | None:
        """The current mark, with any selection and half-given leave withdrawn."""
        self._anchor = None
        self._leaving_out = False
        return self.current

    def _step(self, by: int, at_the_end: str) -> Outcome:
        self._ready()
        marks = self.reading.marks
        index = self._position(marks, forward=by > 0) + by
        if not 0 <= index < len(marks):
            empty = "还没有标注 no spans yet · v 选择 select"
            return Outcome(notice=at_the_end if marks else empty)
        return self.go_to(marks[index])

    def _position(self, marks: tuple[Mark, ...], *, forward: bool) -> int:
        """The index of the current mark; without one, of the gap that the cursor stands in."""
        place = bisect_left(marks, self.caret, key=lambda m: m.span.start)
        for index in range(place, len(marks)):
            if marks[index].id == self._current:
                return index
            if marks[index].span.start > self.caret:
                break
        return place - 1 if forward else place

    def _innermost(self, offset: int) -> str | None:
        here = [m for m in self.reading.marks if m.span.start <= offset < m.span.end]
        here.sort(key=lambda m: (m.state is State.REJECTED, m.span.end - m.span.start))
        return here[0].id if here else None

    def _go_on(self, mark: Mark, edit: Edit | None) -> Outcome:
        """To the first undecided suggestion behind `mark`; stay and say so where there is none."""
        marks = self.reading.marks
        self.caret = mark.span.start
        index = bisect_left(marks, mark.span.start, key=lambda m: m.span.start)
        passed = self._passed(marks, index, mark)
        following = next((m for m in marks[passed:] if m.state is State.SUGGESTED), None)
        touched = edit.touched if edit else ()
        if following is not None:
            self.go_to(following)
            return Outcome(touched=touched, edit=edit)
        left = self.reading.undecided
        notice = (
            f"后面没有待定的了 none undecided after this one; {left} before it · d 跳到第一处"
            if left
            else "全部已定 all decided · d 完成并看下一篇 done and on"
        )
        return Outcome(touched=touched, edit=edit, notice=notice)

    @staticmethod
    def _passed(marks: tuple[Mark, ...], index: int, mark: Mark) -> int:
        """The index behind `mark`, which may have been deleted."""
        for place in range(index, len(marks)):
            if marks[place].id == mark.id:
                return place + 1
            if marks[place].span.start > mark.span.start:
                break
        return index

    def _add(self, start: int, end: int, label: str) -> Outcome:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return Outcome(notice="只选中了空白 only white space is selected")
        edit = self._decide(self.reading.add, start, end, label)
        self._ready()
        if edit is None:
            return Outcome(notice=f"已标为 {label} it is labelled so already")
        self._current = edit.mark
        return self._saved(edit)

    def _saved(self, edit: Edit | None) -> Outcome:
        """Stay with what was edited."""
        if edit is None:
            return NOTHING
        mark = self.current
        if mark is not None:
            self.caret = mark.span.start
        return Outcome(touched=edit.touched, edit=edit)

    def _retraced(self, edit: Edit | None, nothing: str) -> Outcome:
        self._ready()
        if edit is None:
            return Outcome(notice=nothing)
        mark = next((m for i in edit.touched if (m := self.reading.mark(i))), None)
        if mark is not None:
            self.go_to(mark)
        elif self._current and self.current is None:
            self.put_caret(self.caret)
        return Outcome(touched=edit.touched, edit=edit)

    def _stepped(self, offset: int, unit: Unit, *, forward: bool) -> int:
        if unit is Unit.WORD:
            return self.words.after(offset) if forward else self.words.before(offset)
        return offset + (1 if forward else -1)

    def _last_of_word(self, caret: int) -> int:
        last = self.words.after(caret) - 1
        return last if last > caret else self.words.after(caret + 1) - 1

"""One person's work on one article: the verbs that decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.edit import Edit
from store.errors import LaterEditsError
from store.mark import Mark, State
from store.reading import Reading
from text.article import Revision
from text.scheme import Scheme
from tui.keymap import cap_of
from tui.language import say
from tui.page.words import Words
from tui.review.effort import EffortMeter
from tui.review.outcome import NOTHING, Outcome
from tui.review.walk import Walk
from tui.scheme_words import label_words

if TYPE_CHECKING:
    from text.cleaning import Rulings


def no_span() -> str:
    """That there is none here, in words."""
    following, select = cap_of("next"), cap_of("select")
    return say(
        f"这里没有标注 · {following} 下一处 · {select} 选择",
        f"no span here · {following} next · {select} select",
    )


def no_mark() -> Outcome:
    """There is nothing here to decide on."""
    return Outcome(notice=no_span())


class Session(Walk):
    """What the keys decide: the cursor goes about, the reading decides.

    A decision is on disk when its verb returns; the outcome tells what to draw.
    """

    def __init__(
        self, reading: Reading, text: str, scheme: Scheme, words: Words, meter: EffortMeter
    ) -> None:
        super().__init__(reading, text, words)
        self.scheme = scheme
        self.meter = meter

    def accept(self) -> Outcome:
        """Accept the current suggestion and go to the next undecided one."""
        mark = self.ready()
        if mark is None:
            return no_mark()
        edit = None
        if mark.state is State.SUGGESTED:
            edit = self.decide(self.reading.accept, mark.id)
        return self._go_on(mark, edit)

    def reject(self) -> Outcome:
        """Reject the current mark (delete an added one) and go to the next undecided one."""
        mark = self.ready()
        if mark is None:
            return no_mark()
        edit = None
        if mark.state is not State.REJECTED:
            edit = self.decide(self.reading.reject, mark.id)
        return self._go_on(mark, edit)

    def label(self, name: str) -> Outcome:
        """Label the selection, or relabel the current mark."""
        selection = self.cursor.selection
        if selection is not None:
            return self._add(*selection, name)
        mark = self.ready()
        if mark is None:
            return no_mark()
        if mark.state is State.SUGGESTED and mark.span.label == name:
            return self.stay(self.decide(self.reading.accept, mark.id))
        edit = self.decide(self.reading.relabel, mark.id, name)
        if edit is None:
            told = label_words(self.scheme, name)
            return Outcome(notice=say(f"已是{told}", f"it is {told} already"))
        return self.stay(edit)

    def undo(self) -> Outcome:
        """Take the last edit back, in all articles that it was made in; asked twice, in some."""
        nothing = say("本篇没有可撤销的", "nothing to undo in this article")
        return self._retrace(self.reading.undo, "undo", nothing)

    def redo(self) -> Outcome:
        """Do again what was undone, as `undo` goes."""
        nothing = say("本篇没有可重做的", "nothing to redo in this article")
        return self._retrace(self.reading.redo, "redo", nothing)

    def revise(self, revision: Revision, rulings: Rulings) -> Outcome:
        """Read the article as `rulings` on its repairs have it."""
        edit = self.reading.revise(revision, rulings, self.meter.read())
        if edit is None:
            return Outcome(notice=say("没有变化", "nothing changes"))
        self.meter.restart()
        return Outcome(edit=edit)

    # About the article

    def comment(self, words: str) -> Outcome:
        """Write `words` about the article; none take the comment away."""
        edit = self.decide(self.reading.set_comment, words.strip() or None)
        if edit is None:
            return NOTHING
        told = say("批注已存", "comment saved") if words.strip() else say("批注已删", "no comment")
        return Outcome(edit=edit, notice=told)

    def flag(self) -> Outcome:
        """Flag the article, or take the flag off."""
        edit = self.decide(self.reading.set_flag, not self.reading.flag)
        off = say("标记已去掉", "flag taken off")
        told = say("已标记本篇 ⚑", "article flagged ⚑") if self.reading.flag else off
        return Outcome(edit=edit, notice=told)

    def finish(self) -> Outcome:
        """Call the article done; with undecided suggestions, only when asked twice."""
        if self.reading.status == "done":
            return Outcome(leave=True)
        undecided = self.reading.undecided
        if undecided and self.asked != "finish":
            first = next(m for m in self.reading.marks if m.state is State.SUGGESTED)
            self.cursor.go_to(first)
            self.asked = "finish"
            done = cap_of("done")
            return Outcome(
                notice=say(
                    f"还有 {undecided} 处待定 · 再按 {done} 略去",
                    f"{undecided} undecided · {done} again leaves them out",
                ),
                warning=True,
            )
        edit = self.decide(self.reading.finish)
        return Outcome(edit=edit, leave=True, notice=_finished(self.reading))

    def reopen(self) -> Outcome:
        """Take a finished article up again."""
        if self.reading.status != "done":
            told = say("本篇本来就未完成", "this article is open already")
            return Outcome(notice=told, elsewhere=True)
        edit = self.decide(self.reading.reopen)
        return Outcome(edit=edit, notice=say("已重新打开", "reopened"))

    # For verbs elsewhere

    def decide(self, verb: Callable[..., Edit | None], *what: str | int | None) -> Edit | None:
        """Have the reading decide, at the cost that has come up since the last decision."""
        self.asked = None
        edit = verb(*what, self.meter.read())
        if edit is not None:
            self.meter.restart()
        return edit

    def stay(self, edit: Edit | None) -> Outcome:
        """Stay with the mark that was edited."""
        mark = self.current
        if mark is not None:
            self.cursor.go_to(mark)
        return Outcome(touched=edit.touched, edit=edit) if edit else NOTHING

    # Within

    def _go_on(self, mark: Mark, edit: Edit | None) -> Outcome:
        """To the next undecided suggestion; stay and say so where there is none."""
        touched = edit.touched if edit else ()
        following = self.cursor.undecided_after(mark)
        if following is not None:
            self.cursor.go_to(following)
            return Outcome(touched=touched, edit=edit)
        left, done = self.reading.undecided, cap_of("done")
        notice = (
            say(
                f"后面没有待定的了，前面还有 {left} 处 · {done} 跳到第一处",
                f"none undecided after this one, {left} before it · {done} goes to the first",
            )
            if left
            else say(f"全部已定 · {done} 完成并看下一篇", f"all decided · {done} done and on")
        )
        return Outcome(touched=touched, edit=edit, notice=notice)

    def _add(self, start: int, end: int, label: str) -> Outcome:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return Outcome(notice=say("只选中了空白", "only white space is selected"))
        edit = self.decide(self.reading.add, start, end, label)
        self.ready()
        if edit is None or edit.mark is None:
            told = label_words(self.scheme, label)
            return Outcome(notice=say(f"已标为{told}", f"it is {told} already"))
        added = self.reading.mark(edit.mark)
        if added is not None:
            self.cursor.go_to(added)
        return Outcome(touched=edit.touched, edit=edit)

    def _retrace(self, verb: Callable[..., Edit | None], name: str, nothing: str) -> Outcome:
        """Go to what an undo or redo changed; one that others stand in the way of asks again."""
        partly = self.asked == name
        self.ready()
        try:
            edit = self.decide(partial(verb, partly=partly))
        except LaterEditsError as error:
            self.asked = name
            return Outcome(notice=_in_the_way(error), warning=True)
        if edit is None:
            return Outcome(notice=nothing, elsewhere=name == "undo")
        mark = next((m for i in edit.touched if (m := self.reading.mark(i))), None)
        if mark is not None:
            self.cursor.go_to(mark)
        elif self.current is None:
            self.cursor.put(self.cursor.caret)
        told = _in_many(name, edit.articles) if edit.articles > 1 else None
        return Outcome(touched=edit.touched, edit=edit, notice=told)


def _finished(reading: Reading) -> str:
    """What became of the suggestions of an article that is done."""
    left = reading.undecided
    decided = len(reading.marks) - left
    if not left:
        return say(f"上一篇完成：{decided} 处已定", f"article done, {decided} decided")
    return say(
        f"上一篇完成：{decided} 处已定，略去 {left} 处",
        f"article done, {decided} decided, {left} left out",
    )


def _in_many(name: str, articles: int) -> str:
    if name == "undo":
        return say(f"已在 {articles} 篇一并撤销", f"undone in {articles} articles")
    return say(f"已在 {articles} 篇一并重做", f"done again in {articles} articles")


def _in_the_way(error: LaterEditsError) -> str:
    later, others = len(error.articles), error.others
    return say(
        f"那次批量判断之后有 {later} 篇又改过，未撤销 · 再按一次：只撤其余 {others} 篇",
        f"{later} of its articles were edited since, nothing is undone · again: in the other"
        f" {others} alone",
    )

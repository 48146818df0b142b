"""What the tour says at each step, and how it knows that a step was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from store.mark import Mark, State
from tui.language import Phrase

BENCH = "BenchScreen"


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see: the screen by its class's name, the marks, the current one's id."""

    screen: str
    marks: tuple[Mark, ...] = ()
    current: str | None = None
    done: bool = False

    def count(self, *states: State) -> int:
        """How many marks are in one of these states."""
        return sum(mark.state in states for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `keys` as they are shown, `words` about them.

    `done` compares what was seen as the step began with what is seen now; with `screen` that screen
    has to have been open in between. `narrow` are the words where there is room for one pane only.
    """

    keys: str
    words: Phrase
    done: Callable[[Sight, Sight], bool]
    screen: str | None = None
    narrow: Phrase | None = None


def _more(*states: State) -> Callable[[Sight, Sight], bool]:
    return lambda before, now: now.count(*states) > before.count(*states)


def _moved(before: Sight, now: Sight) -> bool:
    places = {mark.id: (mark.span.start, mark.span.end) for mark in before.marks}
    return any(
        mark.state.kept and places.get(mark.id, place) != place
        for mark in now.marks
        if (place := (mark.span.start, mark.span.end))
    )


def _relabelled(before: Sight, now: Sight) -> bool:
    labels = {mark.id: mark.span.label for mark in before.marks}
    return any(labels.get(mark.id, mark.span.label) != mark.span.label for mark in now.marks)


def _fewer_decided(before: Sight, now: Sight) -> bool:
    decided = State.ACCEPTED, State.CORRECTED, State.ADDED, State.REJECTED
    return now.count(*decided) < before.count(*decided)


def _back(_before: Sight, now: Sight) -> bool:
    return now.screen == BENCH


STEPS = (
    Step(
        "n",
        Phrase(
            "左边是来稿，右边是清理后的文字和建议。n 走到下一处建议，p 走回去",
            "left the text as it came, right cleaned with suggestions; n goes to the next one,"
            " p back",
        ),
        lambda before, now: before.current != now.current,
        narrow=Phrase(
            "这是清理后的文字和建议，s 看来稿。n 走到下一处建议，p 走回去",
            "the text cleaned, with suggestions; s shows it as it came. n goes to the next one,"
            " p back",
        ),
    ),
    Step(
        "a",
        Phrase(
            "a 接受当前建议，自动走到下一处待定",
            "a accepts the current suggestion and goes on to the next undecided one",
        ),
        _more(State.ACCEPTED),
    ),
    Step(
        "x",
        Phrase("x 拒绝一处：划掉，仍看得见", "x rejects one: struck out, still to be seen"),
        _more(State.REJECTED),
    ),
    Step(
        "1 … 0",
        Phrase(
            "数字键改标签，下面一行是各标签的键：给当前一处换一个",
            "a digit gives another label, the line below tells which: change the current one's",
        ),
        _relabelled,
    ),
    Step(
        "[ ] { }",
        Phrase(
            "[ ] 移左边界，{ } 移右边界，一次一字：移动一下",
            "[ ] move the left edge, { } the right one, by a character: move one",
        ),
        _moved,
    ),
    Step(
        "v",
        Phrase(
            "漏掉的自己标：光标用 h j k l 走，v 开始选择，走几个字，按数字",
            "label what was missed: go about with h j k l, v begins to select, go on, press a"
            " digit",
        ),
        _more(State.ADDED),
    ),
    Step(
        "u",
        Phrase(
            "u 撤销刚才的标注（ctrl+r 重做）；每一步早已存盘",
            "u takes it back (ctrl+r does it again); every step is on disk already",
        ),
        _fewer_decided,
    ),
    Step(
        "R",
        Phrase(
            "这篇是繁体、夹着拼音的坏稿。R 看清理改了什么，Esc 回来",
            "this copy is traditional, with pinyin in it: R shows what cleaning changed, Esc"
            " leads back",
        ),
        _back,
        screen="RepairsScreen",
    ),
    Step(
        "t",
        Phrase(
            "t 是台账：各篇的目标与成果排在一处，Esc 回来",
            "t is the ledger: targets and results of all articles in one table, Esc leads back",
        ),
        _back,
        screen="LedgerScreen",
    ),
    Step(
        "d",
        Phrase(
            "d 完成本篇；还有待定的会先问一次，再按 d 就略去",
            "d calls the article done; where some are undecided it asks, a second d leaves them"
            " out",
        ),
        lambda _before, now: now.done,
    ),
)
"""In the order in which they are shown."""


class Tour:
    """Where one is on the tour: `number` steps are done."""

    def __init__(self) -> None:
        self.number = 0
        self._begun: Sight | None = None
        self._seen: set[str] = set()

    @property
    def step(self) -> Step | None:
        """The step to be done, None at the end."""
        return STEPS[self.number] if self.number < len(STEPS) else None

    def look(self, sight: Sight) -> bool:
        """Take in what is seen; whether that was what the step asked for."""
        step = self.step
        if step is None or not sight.marks:
            return False
        if self._begun is None:
            self._begun = sight
        self._seen.add(sight.screen)
        if step.screen not in {None, *self._seen} or not step.done(self._begun, sight):
            return False
        self.number += 1
        self._begun, self._seen = sight, set()
        return True

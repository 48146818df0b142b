"""The jump list: the headings and spans of an article, to go to one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from store.mark import Mark
from text.article import Revision
from text.scheme import Scheme
from tui.around import beside
from tui.keymap import DOWN, HELP, UP, Group, Key, bindings, moving
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.review.outline import Landmark, Shown, fitting, outline
from tui.screens.answering import Answering
from tui.widgets.bars import KeyBar
from tui.widgets.mark_list import mark_row
from tui.widgets.row_list import RowList
from tui.widgets.typed_line import TypedLine

HEADING = Style(bold=True)
KEYS = Group(
    "跳转",
    "jump list",
    (
        Key("enter", "choose", "去那里", "go there"),
        Key("/", "filter", "输入以筛选", "type to filter"),
        DOWN,
        UP,
        Key("t", "turn", "全部、待定、只看标题", "all, undecided, headings only"),
        HELP,
        Key("escape J q", "close", "返回", "back"),
    ),
)
WORDS = Phrase(
    "词语或标签 · ↑ ↓ 走动",
    "words or a label · ↑ ↓ move",
)
SHOWN = {
    Shown.ALL: Phrase("全部", "all"),
    Shown.UNDECIDED: Phrase("待定", "undecided"),
    Shown.NONE: Phrase("标题", "headings"),
}


class JumpScreen(Answering[Landmark | None]):
    """Answers with the landmark chosen, or None."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, revision: Revision, marks: Sequence[Mark], scheme: Scheme, caret: int
    ) -> None:
        super().__init__()
        self._revision = revision
        self._marks = marks
        self._scheme = scheme
        self._caret = caret
        self._shown = Shown.ALL
        self._landmarks: list[Landmark] = []
        self._rows = RowList(id="jump")
        self._typed = TypedLine(id="typed")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list, a line to type in and a line of keys."""
        yield self._rows
        yield self._typed
        yield self._keys

    def on_mount(self) -> None:
        """Listen to the keys of the list."""
        self.set_focus(self._rows)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list, and the keys."""
        self._typed.retell()
        self._fill()
        enter, typing, *_ = told = KEYS.told
        self.call_after_refresh(self._keys.show, [enter, typing, moving(), *told[-3:]])

    def action_choose(self) -> None:
        """Answer with the landmark under the cursor."""
        self._rows.action_choose()

    def action_turn(self) -> None:
        """Show all marks, the undecided ones, or headings only."""
        self._shown = beside(Shown, self._shown, 1)
        self._fill()

    def action_filter(self) -> None:
        """Type what is looked for; the list follows."""
        self._typed.ask(WORDS, self._typed.value)

    def on_key(self, event: events.Key) -> None:
        """Begin to type with what is no key here, such as a Chinese word."""
        if event.is_printable and event.key not in self.active_bindings:
            # The app turns keys into actions in their order, so a `/` before this one opens first.
            self.app.call_later(self._begin)

    def _begin(self) -> None:
        # Left meanwhile, perhaps, by another key.
        if self.is_active and not self._typed.is_open:
            self.action_filter()

    @on(Input.Changed)
    def look(self) -> None:
        """Show what fits what is typed so far."""
        self._fill()

    @on(Input.Submitted)
    def take_typed(self) -> None:
        """Answer with the landmark under the cursor."""
        self.action_choose()

    def action_cursor(self, by: int) -> None:
        """Move the cursor while one types."""
        self._rows.action_cursor(by)

    def action_close(self) -> None:
        """Give typing up, or answer with nothing."""
        if self._typed.is_open:
            self._typed.value = ""
            self._typed.close()
            self.set_focus(self._rows)
        else:
            self.dismiss(None)

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """Answer with the landmark chosen."""
        if not event.is_stale:
            self.dismiss(self._landmarks[event.index])

    def _fill(self) -> None:
        """Fill the list, the cursor on where one was in it, or is in the article."""
        if self._landmarks:
            self._caret = self._landmarks[self._rows.cursor].start
        found = outline(self._revision, self._marks, self._shown)
        self._landmarks = fitting(found, self._typed.value, self._told)
        place = bisect_right([mark.start for mark in self._landmarks], self._caret) - 1
        self._rows.border_title = (
            f"{say('跳转', 'jump list')} · {SHOWN[self._shown]} · {len(self._landmarks)}"
        )
        nothing = say("这里没有 · t 看别的 · Esc 返回", "none here · t shows others · Esc back")
        if self._typed.value:
            nothing = say("没有这样的 · Esc 放弃", "nothing like it · Esc gives up")
        self._rows.show(len(self._landmarks), self._row, max(0, place), nothing)

    def _told(self, landmark: Landmark) -> str:
        """What a landmark is found by: its words, and its label in both languages."""
        words = self._revision.text[landmark.start : landmark.end]
        if landmark.mark is None:
            return words
        label = self._scheme.label(landmark.mark.span.label)
        return f"{words} {label.name} {label.zh}"

    def _row(self, index: int, width: int) -> Text:
        landmark, text = self._landmarks[index], self._revision.text
        if landmark.mark is not None:
            row = mark_row(landmark.mark, text, self._scheme, max(1, width - 2))
            return Text("  ").append_text(row)
        words = drawable(text[landmark.start : landmark.end]).replace("\n", " ")
        return Text(fit(words, width), HEADING)

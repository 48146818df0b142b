"""The jump list: the headings and spans of an article, to go to one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from store.mark import Mark
from text.article import Revision
from text.scheme import Scheme
from tui.around import beside
from tui.keymap import HELP, Group, Key, bindings, moving
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.review.outline import Landmark, Shown, outline
from tui.widgets.bars import KeyBar
from tui.widgets.mark_list import mark_row
from tui.widgets.row_list import RowList

HEADING = Style(bold=True)
KEYS = Group(
    "跳转",
    "jump list",
    (
        Key("enter", "choose", "去那里", "go there"),
        Key("t", "turn", "全部、待定、只看标题", "all, undecided, headings only"),
        HELP,
        Key("escape J q", "close", "返回", "back"),
    ),
)
SHOWN = {
    Shown.ALL: Phrase("全部", "all"),
    Shown.UNDECIDED: Phrase("待定", "undecided"),
    Shown.NONE: Phrase("标题", "headings"),
}


class JumpScreen(Screen[Landmark | None]):
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
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list and a line of keys."""
        yield self._rows
        yield self._keys

    def on_mount(self) -> None:
        """Listen to the keys of the list."""
        self._rows.focus()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list, and the keys."""
        self._fill()
        told = KEYS.told
        self.call_after_refresh(self._keys.show, [told[0], moving(), *told[1:]])

    def action_choose(self) -> None:
        """Answer with the landmark under the cursor."""
        self._rows.action_choose()

    def action_turn(self) -> None:
        """Show all marks, the undecided ones, or headings only."""
        self._shown = beside(Shown, self._shown, 1)
        self._fill()

    def action_close(self) -> None:
        """Answer with nothing."""
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
        self._landmarks = outline(self._revision, self._marks, self._shown)
        place = bisect_right([mark.start for mark in self._landmarks], self._caret) - 1
        self._rows.border_title = (
            f"{say('跳转', 'jump list')} · {SHOWN[self._shown]} · {len(self._landmarks)}"
        )
        nothing = say("这里没有 · t 看别的 · Esc 返回", "none here · t shows others · Esc back")
        self._rows.show(len(self._landmarks), self._row, max(0, place), nothing)

    def _row(self, index: int, width: int) -> Text:
        landmark, text = self._landmarks[index], self._revision.text
        if landmark.mark is not None:
            row = mark_row(landmark.mark, text, self._scheme, max(1, width - 2))
            return Text("  ").append_text(row)
        words = drawable(text[landmark.start : landmark.end]).replace("\n", " ")
        return Text(fit(words, width), HEADING)

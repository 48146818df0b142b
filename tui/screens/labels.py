"""The picker of labels: all that the scheme has, found by typing."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from text.scheme import Label, Scheme
from tui.choices.label_colours import label_ink
from tui.keymap import HELP_WHILE_TYPING, Group, Key, bindings
from tui.language import say
from tui.page.cells import cells, drawable, fit
from tui.retold import Retold
from tui.review.label_finder import find_labels
from tui.scheme_words import described
from tui.screens.answering import Answering
from tui.widgets.row_list import RowList

KEYS = Group(
    "选标签",
    "labels",
    (
        Key("enter", "take", "用此标签", "take it"),
        Key("down ctrl+n", "step(1)", "下一个", "the next one"),
        Key("up ctrl+p", "step(-1)", "上一个", "the one before"),
        HELP_WHILE_TYPING,
        Key("escape", "give_up", "不选", "back without one"),
    ),
)
NAME_SHARE = 0.6
"""Of a row, for the label's names; the rest is for what it is."""
TIGHT = 40
"""Cells below which there is room for the names alone."""

DIM = Style(dim=True)


class LabelScreen(ModalScreen[str | None], Answering[str | None]):
    """Answers with the name of the label chosen, or None."""

    BINDINGS = bindings([KEYS])

    def __init__(self, scheme: Scheme, current: str | None) -> None:
        super().__init__()
        self._scheme = scheme
        self._current = current
        self._found: list[Label] = []
        self._typed = Input(id="typed", select_on_focus=False)
        self._rows = RowList(id="found")

    def compose(self) -> ComposeResult:
        """A line to type in over the list."""
        with Vertical(id="labels-box"):
            yield self._typed
            yield self._rows

    def on_mount(self) -> None:
        """Type at once."""
        self._rows.can_focus = False
        self.set_focus(self._typed)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """All labels, the cursor on the one in hand."""
        self._typed.placeholder = say("名称、编号或说明", "name, key or words")
        self.call_after_refresh(self.look)

    @on(Input.Changed)
    def look(self) -> None:
        """Show the labels that fit what is typed so far."""
        self._found = find_labels(self._scheme.labels, self._typed.value)
        names = [label.name for label in self._found]
        at = names.index(self._current) if self._current in names and not self._typed.value else 0
        self._rows.show(len(self._found), self._row, at)
        self._tell()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Answer with the label under the cursor."""
        if self._found:
            self.dismiss(self._found[self._rows.cursor].name)

    @on(RowList.Chosen)
    def take_clicked(self, event: RowList.Chosen) -> None:
        """Answer with the label that was clicked."""
        if not event.is_stale:
            self.dismiss(self._found[event.index].name)

    def action_step(self, by: int) -> None:
        """Go to the next label, or to the one before."""
        self._rows.action_cursor(by)
        self._tell()

    def action_give_up(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    def _tell(self) -> None:
        self._typed.border_title = say("选标签", "labels")
        if self._found:
            place = f"{self._rows.cursor + 1}/{len(self._found)}"
            self._typed.border_subtitle = say(
                f"{place} · ↑ ↓ 走动 · Enter 用它 · F1 帮助 · Esc 不选",
                f"{place} · ↑ ↓ move · Enter takes it · F1 help · Esc back",
            )
        else:
            self._typed.border_subtitle = say(
                "没有这样的标签 · Esc 不选", "no such label · Esc back"
            )

    def _row(self, index: int, width: int) -> Text:
        label = self._found[index]
        line = Text().append(f" {label.key or ' '} ", Style(bold=True))
        names = drawable(f"{label.zh} {label.name}")
        most = width - line.cell_len if width < TIGHT else int(width * NAME_SHARE)
        line.append(
            fit(names, min(cells(names), most)),
            Style(color=label_ink(label, self._scheme).words, bold=True),
        )
        rest = max(0, width - line.cell_len - 2)
        line.append("  " + fit(drawable(described(label)).replace("\n", " "), rest), DIM)
        return line

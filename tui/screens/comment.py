"""A comment about the article, typed in a line below it."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.keymap import HELP_WHILE_TYPING, Group, Key, bindings
from tui.language import say
from tui.retold import Retold
from tui.screens.answering import Answering
from tui.widgets.bars import KeyBar

KEYS = Group(
    "批注",
    "comment",
    (
        Key("enter", "save", "存好（留空为删）", "save it (nothing: no comment)"),
        HELP_WHILE_TYPING,
        Key("escape", "give_up", "不改，返回", "back, as it was"),
    ),
)


class CommentScreen(ModalScreen[str | None], Answering[str | None]):
    """Answers with the comment, empty for none, or with None where it stays as it was."""

    BINDINGS = bindings([KEYS])

    def __init__(self, comment: str) -> None:
        super().__init__()
        self._typed = Input(comment, id="words", select_on_focus=False)
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """A line to type in, below the article."""
        with Horizontal(id="search"):
            yield self._typed
        yield self._keys

    def on_mount(self) -> None:
        """Type at once, behind what is there."""
        self.set_focus(self._typed)
        self._typed.action_end()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show what is typed, and the keys."""
        self._typed.border_title = say("批注本篇", "comment on the article")
        self.call_after_refresh(self._keys.show, KEYS.told)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what was typed."""
        self.dismiss(self._typed.value.strip())

    def action_give_up(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

"""Search in the article: what is found is selected, so that a label key labels it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.keymap import HELP_WHILE_TYPING, Group, Key, bindings
from tui.language import say
from tui.retold import Retold
from tui.review.searching import Finder
from tui.screens.answering import Answering
from tui.widgets.bars import KeyBar
from tui.widgets.framed import framed

KEYS = Group(
    "查找",
    "search",
    (
        Key("enter", "take", "选中此处", "select it"),
        Key("down ctrl+n", "step(1)", "后一处", "the next one"),
        Key("up ctrl+p", "step(-1)", "前一处", "the one before"),
        HELP_WHILE_TYPING,
        Key("escape", "give_up", "回到原处", "back to where you were"),
    ),
)

Range = tuple[int, int]


class SearchScreen(ModalScreen[Range | None], Answering[Range | None]):
    """Answers with the range to select, or None; `show` is told what to show meanwhile."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, text: str, caret: int, words: str, show: Callable[[Range], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._finder = Finder(text)
        self._caret = caret
        self._place = 0
        self._show = show
        self._typed = Input(words, id="words", select_on_focus=False)
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """A line to type in, below the article."""
        with Horizontal(id="search"):
            yield self._typed
        yield self._keys

    def on_mount(self) -> None:
        """Type at once, in place of what was looked for before."""
        self.set_focus(self._typed)
        self._typed.action_select_all()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show what is typed, and the keys."""
        self._typed.border_title = say("查找", "search")
        self._tell_place()
        self.call_after_refresh(self._keys.show, KEYS.told)

    @property
    def words(self) -> str:
        """What was typed."""
        return self._typed.value

    @on(Input.Changed)
    async def look(self) -> None:
        """Find what is typed so far, from the cursor on."""
        self._finder.look_for(self.words)
        await self._go(self._finder.nearest(self._caret))

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Answer with what is shown."""
        found = self._finder.found
        self.dismiss(found[self._place] if found else None)

    async def action_step(self, by: int) -> None:
        """Go to the next or the one before, around the ends."""
        if self._finder.found:
            await self._go((self._place + by) % len(self._finder.found))

    def action_give_up(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    async def _go(self, place: int) -> None:
        found, self._place = self._finder.found, place
        if found:
            await self._show(found[place])
        self._tell_place()

    def _tell_place(self) -> None:
        found = self._finder.found
        if found:
            self._typed.border_subtitle = f"{self._place + 1}/{len(found)}"
        elif self.words:
            nowhere = say("本篇没有 · Esc 返回", "not in this article · Esc back")
            self._typed.border_subtitle = framed(f"{nowhere} · {self.words}")
        else:
            self._typed.border_subtitle = ""

"""Whose target it is: every name that may be meant has a letter, in the article and in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from store.mark import Mark
from text.scheme import Scheme
from tui.choices.label_colours import label_ink
from tui.choices.theme import Role, ink
from tui.keymap import HELP, Group, Key, bindings
from tui.language import say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.review.owners import LETTERS, Candidate, Question
from tui.screens.aside import AsideScreen
from tui.widgets.bars import KeyBar
from tui.widgets.framed import framed
from tui.widgets.row_list import RowList

KEYS = Group(
    "选主体",
    "choosing the owner",
    (
        Key("enter", "take", "用光标处的", "the one under the cursor"),
        Key("down", "step(1)", "下一个", "the next one"),
        Key("up", "step(-1)", "上一个", "the one before"),
        Key("0", "nobody", "没有主体", "nobody"),
        HELP,
        Key("escape q", "give_up", "不改，返回", "back, as it was"),
    ),
)
DIM = Style(dim=True)

Answer = tuple[str | None]


class OwnerScreen(AsideScreen[Answer | None]):
    """Answers with the id of the mark chosen in a tuple, (None,) for nobody, None for no change.

    `hint` draws letters at marks of the article, by their ids.
    """

    BINDINGS = bindings([KEYS])

    def __init__(
        self,
        question: Question,
        scheme: Scheme,
        hint: Callable[[Mapping[str, str]], None],
        aside: Callable[[], str],
    ) -> None:
        super().__init__(aside)
        self._question = question
        self._all = question.candidates
        self._left = self._all
        self._scheme = scheme
        self._hint = hint
        self._begun = ""
        self._rows = RowList(id="owners")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list beside the article, and a line of keys."""
        with Vertical(classes="aside"):
            yield self._rows
        yield self._keys

    def on_mount(self) -> None:
        """Show the letters, the cursor on who is the owner now."""
        self._rows.can_focus = False
        now = self._question.now
        words = [candidate.words for candidate in self._all]
        self.call_after_refresh(self._show, words.index(now) if now in words else 0)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list and the keys."""
        self.call_after_refresh(lambda: self._show(self._rows.cursor))
        told = [("a … z", "选那一个", "that one"), *KEYS.told]
        self.call_after_refresh(self._keys.show, told)

    def on_unmount(self) -> None:
        """Take the letters away."""
        self._hint({})

    def on_key(self, event: events.Key) -> None:
        """Go by a letter: to the one that it stands for, or to those that begin with it."""
        if not event.character or event.character not in LETTERS:
            return
        # Else the key goes on to whatever is on top once this screen is gone.
        event.stop()
        begun = self._begun + event.character
        left = tuple(c for c in self._all if c.code.startswith(begun))
        if left and left[0].code == begun:
            self.dismiss((left[0].mark.id,))
        elif left:
            self._begin(begun, left)
        else:
            self._begin("", self._all)

    def action_take(self) -> None:
        """Answer with the one under the cursor."""
        if self._left:
            self.dismiss((self._left[self._rows.cursor].mark.id,))

    @on(RowList.Chosen)
    def take_clicked(self, event: RowList.Chosen) -> None:
        """Answer with the one that was clicked."""
        if not event.is_stale:
            self.dismiss((self._left[event.index].mark.id,))

    def action_step(self, by: int) -> None:
        """Go to the next one or the one before."""
        self._rows.action_cursor(by)

    def action_nobody(self) -> None:
        """Answer with nobody."""
        self.dismiss((None,))

    def action_give_up(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    def _begin(self, begun: str, left: tuple[Candidate, ...]) -> None:
        """Show those whose codes begin with what was pressed so far."""
        self._begun, self._left = begun, left
        self._show(0)

    def _show(self, cursor: int) -> None:
        name = say(self._question.attribute.zh, self._question.attribute.name)
        self._rows.border_title = framed(f"{name} · {len(self._left)}")
        nothing = say("没有可选的名称 · Esc 先标它", "no name to choose · Esc: label it first")
        self._rows.show(len(self._left), self._row, cursor, nothing)
        self._hint({c.mark.id: c.code[len(self._begun) :] for c in self._left})

    def _row(self, index: int, width: int) -> Text:
        candidate = self._left[index]
        label = self._scheme.label(candidate.mark.span.label)
        row = Text(" ")
        code = ink(Role.NOTICE, bold=True) + Style(reverse=True)
        row.append(f"{candidate.code[len(self._begun) :]:^3}", code).append(" ")
        place = _place(candidate.mark, self._question.head)
        room = max(1, width - row.cell_len - 16)
        row.append(fit(drawable(candidate.words).replace("\n", "⏎"), room))
        row.append(
            " " + fit(say(label.zh, label.name), 8),
            Style(color=label_ink(label, self._scheme).words),
        )
        return row.append(fit(place, 7), DIM)


def _place(mark: Mark, head: Mark) -> str:
    """How far from the target a name stands, in code points, and on which side."""
    if mark.span.start < head.span.start:
        return f"↑{head.span.start - mark.span.start}"
    return f"↓{mark.span.start - head.span.start}"

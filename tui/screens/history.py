"""The history of an article: every edit of it, to see the article as it was after one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from store.history import Chapter, Past
from store.mark import Mark
from store.replay import LogLine
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.keymap import HELP, Group, Key, bindings, moving
from tui.language import say
from tui.page.cells import drawable, fit
from tui.page.look import SYMBOLS
from tui.retold import Retold
from tui.review.edit_story import VERBS, changes, said_of_article
from tui.scheme_words import label_words
from tui.screens.past import PastScreen
from tui.widgets.bars import KeyBar
from tui.widgets.row_list import RowList

DIM = Style(dim=True)
KEYS = Group(
    "历史",
    "history",
    (
        Key("enter", "choose", "看当时的文章", "the article as it was then"),
        HELP,
        Key("escape H q", "dismiss", "返回", "back"),
    ),
)
LONGEST = 40
"""Code points of a span that a row can show at the most."""


class HistoryScreen(Screen[None]):
    """Shows the edits of all who read the article, the newest first."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, chapters: Sequence[Chapter], after: Callable[[int], Past], scheme: Scheme
    ) -> None:
        super().__init__()
        self._lines = sorted(
            (line for chapter in chapters for line in chapter.lines), key=lambda line: -line.id
        )
        self._after = after
        self._scheme = scheme
        self._rows = RowList(id="history")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list and a line of keys."""
        yield self._rows
        yield self._keys

    def on_mount(self) -> None:
        """Listen to the keys of the list."""
        self.set_focus(self._rows)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the edits, and as many keys as there is room for."""
        rows, count = self._rows, len(self._lines)
        rows.border_title = say(f"历史 · {count} 次改动", f"history · {count} edits")
        nothing = say("还没有改动 · Esc 返回", "nothing was changed yet · Esc back")
        rows.show(count, self._row, rows.cursor, nothing)
        told = KEYS.told
        self.call_after_refresh(self._keys.show, [told[0], moving(), *told[1:]])

    def action_choose(self) -> None:
        """Show the article as it was after the edit under the cursor."""
        self._rows.action_choose()

    def _row(self, index: int, width: int) -> Text:
        return edit_row(self._lines[index], self._scheme, width)

    @on(RowList.Chosen)
    def show_past(self, event: RowList.Chosen) -> None:
        """Show the article as it was right after an edit."""
        line = self._lines[event.index]
        try:
            past = self._after(line.id)
        except JinbiaoError as error:
            self.notify(drawable(str(error)), severity="error", markup=False)
            return
        self.app.push_screen(PastScreen(past, self._scheme, partial(heading, line)))


def heading(line: LogLine) -> str:
    """When an edit was made, by whom and what it was."""
    verb = VERBS.get(line.verb, line.verb)
    return f"{_local(line.at):%Y-%m-%d %H:%M:%S} · {line.person} · {verb}"


def edit_row(line: LogLine, scheme: Scheme, width: int) -> Text:
    """A row of `width` cells for an edit: when, who, what, of which span."""
    narrow = width < 80
    at = _local(line.at)
    row = Text(" ")
    row.append(fit(f"{at:%H:%M:%S}" if narrow else f"{at:%Y-%m-%d %H:%M:%S}", 9 if narrow else 20))
    row.append(fit(drawable(line.person).replace("\n", " "), 8 if narrow else 14) + " ", DIM)
    row.append(fit(str(VERBS.get(line.verb, line.verb)), 12) + " ", Style(bold=True))
    row.append(fit(_spans(line, scheme), max(0, width - row.cell_len - 1)))
    return row


def _spans(line: LogLine, scheme: Scheme) -> str:
    """The spans that an edit left, or took away where it left none; else what it set."""
    change = line.change
    if change.after.marks:
        return say("；", "; ").join(_left(mark, line, scheme) for mark in change.after.marks)
    if change.before.marks:
        return say("；", "; ").join(_gone(mark, line, scheme) for mark in change.before.marks)
    return _one_line(said_of_article(line))


def _left(mark: Mark, line: LogLine, scheme: Scheme) -> str:
    """A mark as an edit left it, and what that changed from what."""
    told = f"{SYMBOLS[mark.state]} {_told(mark, line.words[mark.id], scheme)}"
    changed = (_one_line(change) for change in changes(line, mark.id, scheme))
    return " · ".join((told, *changed))


def _gone(mark: Mark, line: LogLine, scheme: Scheme) -> str:
    """A mark on which nothing is decided any more, or that is there no more."""
    became = say("回到建议", "suggested again") if mark.suggested else say("去掉", "removed")
    return f"{_told(mark, line.old_words[mark.id], scheme)} · {became}"


def _told(mark: Mark, words: str, scheme: Scheme) -> str:
    return f"{_one_line(label_words(scheme, mark.span.label))} {_one_line(words)}"


def _one_line(words: str) -> str:
    return drawable(words[:LONGEST]).replace("\n", "⏎")


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()

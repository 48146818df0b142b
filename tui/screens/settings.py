"""The settings: language, colours, panes, keys; what is chosen holds at once."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from tui.choices.preferences import Preferences
from tui.choices.settings import SETTINGS
from tui.choices.theme import worn
from tui.keymap import HELP, Group, Key, bindings, moving
from tui.language import Phrase, say
from tui.page.cells import fit
from tui.retold import Retold
from tui.widgets.bars import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.row_list import RowList

KEYS = Group(
    "设置",
    "settings",
    (
        Key("l right space enter", "turn(1)", "下一选项", "the next choice"),
        Key("h left", "turn(-1)", "上一选项", "the choice before"),
        HELP,
        Key("escape = q", "dismiss", "返回", "back"),
    ),
)
ABOUT = {
    "language": Phrase("界面用的语言", "what the bench speaks"),
    "theme": Phrase(
        "标签与状态另有形状和字母，不只靠颜色",
        "states have shapes and labels letters besides their colours",
    ),
    "layout": Phrase("上下适合窄而高的终端", "one above the other suits narrow, tall terminals"),
    "inspector": Phrase("120 列起显示", "shown from 120 columns"),
    "keys": Phrase("keys.toml 可改任一键", "keys.toml changes any of them"),
    "cursor": Phrase(
        "终端光标随文字光标走：读屏与输入法用得着",
        "it stays on the text cursor, for screen readers and input methods",
    ),
}
NAME_WIDTH = 20
"""Cells of a setting's name, and of the choice in force where there is no room for all."""

DIM, CHOSEN = Style(dim=True), Style(bold=True, underline=True)


class SettingsScreen(Screen[None]):
    """Shows the settings; `change` is told of each choice, and `preferences` tells what holds."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self, preferences: Callable[[], Preferences], change: Callable[[str, object], None]
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._change = change
        self._rows = RowList(id="settings")
        self._about = Lines(id="about")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The settings, what the one in hand is for, and a line of keys."""
        yield self._rows
        yield self._about
        yield self._keys

    def on_mount(self) -> None:
        """Begin with the first."""
        self.set_focus(self._rows)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show them for the width."""
        self.call_after_refresh(self._show)

    @on(RowList.Moved)
    def tell(self) -> None:
        """Say what the setting in hand is for."""
        field = SETTINGS[self._rows.cursor].field
        about = str(ABOUT[field])
        if field == "theme" and worn() is not self._preferences().theme:
            about = say(
                "此终端颜色太少，用终端自有的十六色",
                "this terminal has few colours: its own sixteen are used",
            )
        self._about.put([Text(f" {about}", DIM)])

    @on(RowList.Chosen)
    def choose_next(self) -> None:
        """Take the next choice."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Take another choice for the setting in hand."""
        setting = SETTINGS[self._rows.cursor]
        self._change(setting.field, setting.beside(self._preferences(), by))
        self._show()

    def _show(self) -> None:
        self._rows.border_title = say("设置", "settings")
        self._rows.show(len(SETTINGS), self._row, self._rows.cursor)
        self._keys.show([moving(), *KEYS.told])
        self.tell()

    def _row(self, index: int, width: int) -> Text:
        setting, preferences = SETTINGS[index], self._preferences()
        in_force = setting.of(preferences)
        line = Text(f" {fit(str(setting.name), min(NAME_WIDTH, width // 2))} ")
        choices = Text("  ").join(
            Text(f"[{words}]", CHOSEN) if value == in_force else Text(f" {words} ", DIM)
            for value, words in setting.choices.items()
        )
        if line.cell_len + choices.cell_len > width:
            place = list(setting.choices).index(in_force) + 1
            choices = Text(f"[{setting.choices[in_force]}]", CHOSEN)
            choices.append(f"  {place}/{len(setting.choices)}", DIM)
        return line.append_text(choices)

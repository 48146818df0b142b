"""The settings that a reviewer can change: what each may be, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.around import beside
from tui.choices.preferences import Hands, Layout, Preferences, Theme
from tui.language import Language, Phrase


@dataclass(frozen=True, slots=True)
class Setting:
    """A field of the preferences, its name in words, and its choices with theirs in order."""

    field: str
    name: Phrase
    choices: Mapping[object, Phrase]

    def beside(self, preferences: Preferences, by: int) -> object:
        """The choice `by` places on from the one in force, around the ends."""
        return beside(self.choices, self.of(preferences), by)

    def of(self, preferences: Preferences) -> object:
        """The choice in force."""
        return getattr(preferences, self.field)


_ON_OFF: Mapping[object, Phrase] = {True: Phrase("开", "on"), False: Phrase("关", "off")}

SETTINGS: Sequence[Setting] = (
    Setting(
        "language",
        Phrase("语言", "language"),
        {
            None: Phrase("随系统", "as the system"),
            Language.ZH: Phrase("中文", "中文"),
            Language.EN: Phrase("English", "English"),
        },
    ),
    Setting(
        "theme",
        Phrase("配色", "colours"),
        {
            Theme.DARK: Phrase("深色", "dark"),
            Theme.LIGHT: Phrase("浅色", "light"),
            Theme.CONTRAST: Phrase("高对比", "contrast"),
            Theme.COLOUR_BLIND: Phrase("色盲友好", "colour-blind"),
            Theme.ANSI: Phrase("终端自有", "ansi"),
        },
    ),
    Setting(
        "layout",
        Phrase("两栏", "panes"),
        {
            Layout.BESIDE: Phrase("左右", "side by side"),
            Layout.ABOVE: Phrase("上下", "one above the other"),
        },
    ),
    Setting("inspector", Phrase("详情栏", "inspector"), _ON_OFF),
    Setting(
        "keys",
        Phrase("按键", "keys"),
        {Hands.VIM: Phrase("vim", "vim"), Hands.ARROWS: Phrase("方向键", "arrows")},
    ),
    Setting("cursor", Phrase("终端光标", "terminal's cursor"), _ON_OFF),
)

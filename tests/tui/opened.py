"""The keys that lead to each screen over the bench, and the words that are on it then."""

from __future__ import annotations

from tui.app import JinbiaoApp

TO_THE_TARGET = ("a", "a", "a")
"""What to press on the first article, so that every screen below has something to show."""

SCREENS: dict[str, tuple[str, ...]] = {
    "BenchScreen": (),
    "AttributesScreen": ("e", "c"),
    "CommentScreen": ("c",),
    "GuidelinesScreen": ("g",),
    "HelpScreen": ("?",),
    "HistoryScreen": ("H",),
    "JumpScreen": ("J",),
    "LabelScreen": (";",),
    "LedgerScreen": ("t",),
    "LibraryScreen": ("L",),
    "OwnerScreen": ("o",),
    "PastScreen": ("H", "enter"),
    "PreviewScreen": ("+",),
    "ProgressScreen": ("%",),
    "RepairsScreen": ("R",),
    "SearchScreen": ("/", "x"),
    "SettingsScreen": ("=",),
}
"""The keys that lead to each screen from the bench, by the names of their classes."""


def shown(app: JinbiaoApp) -> str:
    """The words on the screen, a line each."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())

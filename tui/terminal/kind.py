"""What kind of terminal it is, as its surroundings tell: whether it will do, and its colours."""

from __future__ import annotations

import os

from text.errors import UsageError
from tui.choices.preferences import Theme

WITHOUT_CURSOR = ("", "dumb", "unknown")
FEW_COLOURS = ("standard", None)
"""What Rich calls the sixteen colours of a terminal, and none."""


def prepare() -> None:
    """Make the surroundings fit for Textual; to be called before it is imported.

    Raises UsageError for a terminal that cannot place its cursor.
    """
    term = os.environ.get("TERM", "")
    if term in WITHOUT_CURSOR and not is_served():
        raise UsageError(
            f"the bench needs a terminal that can place its cursor, which TERM={term!r} cannot; "
            "set TERM to what yours is, such as xterm-256color"
        )
    # Textual asks for a keyboard protocol in which five or more Han characters that an input method
    # commits at once arrive as escape sequences in the text.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def is_served() -> bool:
    """Whether what is drawn goes to a server, which shows it in a browser."""
    # The server names what draws.
    return "TEXTUAL_DRIVER" in os.environ


def no_colour() -> bool:
    """Whether no colours are wanted: https://no-color.org."""
    return "NO_COLOR" in os.environ


def theme_for(chosen: Theme, colours: str | None) -> Theme:
    """The theme to wear where `chosen` is asked for and the terminal has `colours` (as Rich says).

    Mixed colours would come out as whichever of sixteen is near, and often as the same one.
    """
    return Theme.ANSI if no_colour() or colours in FEW_COLOURS else chosen

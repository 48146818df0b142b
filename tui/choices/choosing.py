"""The choices in force: taken up when the bench opens, remembered when they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.choices.hands import choose
from tui.choices.keys_file import load_keys
from tui.choices.preferences import (
    Preferences,
    PreferencesError,
    keys_path,
    load_preferences,
    preferences_path,
    save_preferences,
)
from tui.keymap import GROUPS
from tui.language import Language, language_of_locale, speak

SCOPES = (GROUPS,)
"""The groups of keys that are bound at one time."""


class Chosen:
    """The preferences in force, and the file that remembers them; None remembers nothing."""

    def __init__(self, preferences: Preferences | None = None, path: Path | None = None) -> None:
        self.preferences = preferences or Preferences()
        self._path = path

    def change(self, **changes: Any) -> None:
        """Choose otherwise, and remember it. Raises PreferencesError where it cannot be written."""
        self.preferences = replace(self.preferences, **changes)
        if self._path is not None:
            save_preferences(self.preferences, self._path)


def take_up(asked: Language | None) -> tuple[Chosen, list[str]]:
    """Speak and bind as the reviewer chose; `asked` is the language of the command line.

    Answers with the choices, and with what is wrong in their files: there the defaults hold, and a
    wrong file is not written over.
    """
    faults: list[str] = []
    path = preferences_path()
    try:
        chosen = Chosen(load_preferences(path), path)
    except PreferencesError as error:
        faults.append(str(error))
        chosen = Chosen()
    speak(asked or chosen.preferences.language or language_of_locale())
    preset = chosen.preferences.keys
    try:
        choose(load_keys(preset, keys_path(), SCOPES))
    except PreferencesError as error:
        faults.append(str(error))
        choose(load_keys(preset, None, SCOPES))
    return chosen, faults

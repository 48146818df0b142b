"""The choices in force: taken up when the bench opens, remembered when they change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from tui.keymap import Group
from tui.language import Language, language_of_locale, speak

Scopes = Iterable[Sequence[Group]]
"""For each screen, the groups of keys that are bound while it is open."""


class Chosen:
    """The preferences in force, and the file that remembers them; None remembers nothing."""

    def __init__(
        self,
        preferences: Preferences | None = None,
        path: Path | None = None,
        scopes: Scopes = (),
    ) -> None:
        self.preferences = preferences or Preferences()
        self._path = path
        self._scopes = scopes

    def change(self, **changes: Any) -> None:
        """Choose otherwise, speak and bind as chosen from now on, and remember it.

        Raises PreferencesError where the keys file does not go with a preset of keys, and nothing
        is changed; or where it cannot be written.
        """
        preferences = replace(self.preferences, **changes)
        if "keys" in changes:
            own = keys_path() if self._path else None
            choose(load_keys(preferences.keys, own, self._scopes))
        if "language" in changes:
            speak(preferences.language or language_of_locale())
        self.preferences = preferences
        if self._path is not None:
            save_preferences(preferences, self._path)


def take_up(asked: Language | None, scopes: Scopes) -> tuple[Chosen, list[str]]:
    """Speak and bind as the reviewer chose; `asked` is the language of the command line.

    Answers with the choices, and with what is wrong in their files: there the defaults hold, and a
    wrong file is not written over.
    """
    faults: list[str] = []
    path = preferences_path()
    try:
        chosen = Chosen(load_preferences(path), path, scopes)
    except PreferencesError as error:
        faults.append(str(error))
        chosen = Chosen(scopes=scopes)
    speak(asked or chosen.preferences.language or language_of_locale())
    preset = chosen.preferences.keys
    try:
        choose(load_keys(preset, keys_path(), scopes))
    except PreferencesError as error:
        faults.append(str(error))
        choose(load_keys(preset, None, scopes))
    return chosen, faults

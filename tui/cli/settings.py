"""What stands before the command: which store, whose decisions, which scheme."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path

from text.errors import UsageError
from text.scheme import Scheme, default_scheme, load_scheme
from text.visible import is_hostile
from tui.language import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options; nothing is opened or read before a command asks for it."""

    db: Path
    given_person: str | None
    scheme_path: Path | None
    group: bool = False
    language: Language | None = None

    @property
    def person(self) -> str:
        """The name that decisions are made under. Raises UsageError for one that none can see."""
        name = self._login() if self.given_person is None else self.given_person
        if not name.strip() or any(map(is_hostile, name)):
            raise UsageError(f"--as {name!r}: a name needs characters that can be seen")
        return name.strip()

    def scheme(self) -> Scheme:
        """The scheme of `--scheme`, else the default one. Raises SchemeError for a wrong file."""
        return load_scheme(self.scheme_path) if self.scheme_path else default_scheme()

    def _login(self) -> str:
        try:
            return getpass.getuser()
        except (OSError, KeyError) as error:  # OSError from Python 3.13 on
            raise UsageError("this login has no name; give one with --as NAME") from error

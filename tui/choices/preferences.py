"""What a reviewer chose of the bench, remembered from one day to the next."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from platformdirs import user_config_path

from text.errors import JinbiaoError
from tui.language import Language


class PreferencesError(JinbiaoError):
    """A file of preferences or keys that says what cannot be."""

    exit_status = 2


class Theme(StrEnum):
    """The looks of the bench."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    COLOUR_BLIND = "colour-blind"
    ANSI = "ansi"


class Layout(StrEnum):
    """How the two texts stand: side by side, or one above the other."""

    BESIDE = "beside"
    ABOVE = "above"


class Hands(StrEnum):
    """The preset of keys that a keys file goes on from."""

    VIM = "vim"
    ARROWS = "arrows"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices; None where the surroundings decide.

    `cursor` keeps the terminal's own cursor on the text cursor, for screen readers and input
    methods. `inspector` shows the third pane where there is room.
    """

    language: Language | None = None
    theme: Theme = Theme.DARK
    layout: Layout = Layout.BESIDE
    keys: Hands = Hands.VIM
    inspector: bool = True
    cursor: bool = False


def preferences_path() -> Path:
    """Where they are kept: `jinbiao/settings.toml` in the user's folder of configuration (XDG)."""
    return user_config_path("jinbiao") / "settings.toml"


def keys_path() -> Path:
    """Where a reviewer's own keys are written down, beside the preferences."""
    return user_config_path("jinbiao") / "keys.toml"


def load_preferences(path: Path) -> Preferences:
    """What `path` says, the defaults where there is no such file.

    Raises PreferencesError for a file that is no TOML or says what cannot be.
    """
    told = read_toml(path)
    kinds = {"language": Language, "theme": Theme, "layout": Layout, "keys": Hands}
    known = {field.name for field in fields(Preferences)}
    chosen: dict[str, Any] = {}
    for name, value in told.items():
        if name not in known:
            raise PreferencesError(f"{path}: there is no setting {name!r}; remove the line")
        chosen[name] = _chosen(path, name, value, kinds.get(name))
    return Preferences(**chosen)


def _chosen(path: Path, name: str, value: object, kind: type[StrEnum] | None) -> object:
    if kind is None:
        if isinstance(value, bool):
            return value
        raise PreferencesError(f"{path}: {name} is true or false, not {value!r}")
    if value in [choice.value for choice in kind]:
        return kind(value)
    choices = ", ".join(choice.value for choice in kind)
    raise PreferencesError(f"{path}: {name} is one of {choices}, not {value!r}")


def read_toml(path: Path) -> dict[str, Any]:
    """The table in the file `path`, empty where there is none; PreferencesError if unreadable."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PreferencesError(f"{path} cannot be read: {error}; mend or remove it") from error


def save_preferences(preferences: Preferences, path: Path) -> None:
    """Write them, whole or not at all. Raises PreferencesError where that cannot be."""
    chosen = {name: value for name, value in asdict(preferences).items() if value is not None}
    # A JSON word or string is one in TOML too.
    lines = [f"{name} = {json.dumps(value)}\n" for name, value in chosen.items()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            file.writelines(lines)
        Path(file.name).replace(path)
    except OSError as error:
        raise PreferencesError(f"{path} cannot be written: {error.strerror}") from error

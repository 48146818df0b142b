"""A reviewer's own keys: a preset, and what a keys file puts in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tui.choices.preferences import Hands, PreferencesError, read_toml
from tui.keymap import Group, Key

_PRESETS = {Hands.VIM: None, Hands.ARROWS: Path(__file__).with_name("arrows.toml")}


def load_keys(
    preset: Hands, path: Path | None, scopes: Iterable[Sequence[Group]]
) -> dict[str, str]:
    """The keys (spaces between) of what a preset and the file at `path` remap, by name.

    A scope is what is bound at one time, such as the groups of a screen. Raises PreferencesError
    for a file that is no TOML, a name that no key has, a value that is no key, and two names in
    one scope that are left with the same key.
    """
    shipped = _PRESETS[preset]
    keys = read_toml(shipped) if shipped else {}
    own = read_toml(path) if path else {}
    if not keys and not own:
        return {}
    bound = [_by_name(groups) for groups in scopes]
    if path is not None:
        keys |= _checked(own, path, {name for scope in bound for name in scope})
    for scope in bound:
        _refuse_clashes(scope, keys, path or shipped)
    return keys


def _by_name(groups: Sequence[Group]) -> dict[str, Key]:
    return {key.name: key for group in groups for key in group.keys}


def _checked(told: Mapping[str, object], path: Path, names: set[str]) -> dict[str, str]:
    for name, keys in told.items():
        if name not in names:
            raise PreferencesError(f"{path}: no key is called {name!r}; docs/keys.md lists them")
        if not isinstance(keys, str) or not keys.split():
            raise PreferencesError(f'{path}: {name} takes keys such as "a" or "enter a"')
    return {name: str(keys) for name, keys in told.items()}


def _refuse_clashes(scope: Mapping[str, Key], keys: Mapping[str, str], path: Path | None) -> None:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for name, key in scope.items():
        for pressed in keys.get(name, key.keys).split():
            holders[pressed].add(name)
    for pressed, held in holders.items():
        if len(held) > 1:
            names = " and ".join(sorted(held))
            raise PreferencesError(f"{path}: {pressed} cannot be the key of both {names}")

"""What a reviewer chooses is remembered, and what cannot be chosen is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keymap import GROUPS
from tui.keys_file import load_keys
from tui.language import Language
from tui.preferences import (
    Hands,
    Layout,
    Preferences,
    PreferencesError,
    Theme,
    load_preferences,
    save_preferences,
)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """Nobody has to choose anything."""
    assert load_preferences(tmp_path / "none" / "settings.toml") == Preferences()


@given(
    st.builds(
        Preferences,
        st.none() | st.sampled_from(Language),
        st.sampled_from(Theme),
        st.sampled_from(Layout),
        st.sampled_from(Hands),
        st.booleans(),
        st.booleans(),
    )
)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, preferences: Preferences
) -> None:
    """In a folder that is made where there is none."""
    path = tmp_path_factory.mktemp("home") / "jinbiao" / "settings.toml"
    save_preferences(preferences, path)
    assert load_preferences(path) == preferences
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "pink"', "theme is one of dark, light, contrast"),
        ('cursor = "yes"', "cursor is true or false"),
        ("colour = 1", "no setting 'colour'"),
        ("theme = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_told_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    """What is wrong, where, and what would be right."""
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(PreferencesError, match=r"settings\.toml") as caught:
        load_preferences(path)
    assert told in str(caught.value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Nothing is half-written."""
    (tmp_path / "file").write_text("")
    with pytest.raises(PreferencesError, match="cannot be written"):
        save_preferences(Preferences(), tmp_path / "file" / "settings.toml")


def test_own_keys_go_on_from_a_preset(tmp_path: Path) -> None:
    """The file's word is the last; what it does not name is as in the preset."""
    path = tmp_path / "keys.toml"
    path.write_text('accept = "space"\n')
    keys = load_keys(Hands.ARROWS, path, [GROUPS])
    assert keys["accept"] == "space"
    assert keys["next"] == "down n"
    assert load_keys(Hands.VIM, tmp_path / "none", [GROUPS]) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('accept = "x"', "x cannot be the key of both accept and reject"),
        ('agree = "y"', "no key is called 'agree'"),
        ("accept = 1", "takes keys such as"),
        ('accept = ""', "takes keys such as"),
        ("accept = [", "cannot be read"),
    ],
)
def test_keys_that_cannot_be_are_told(tmp_path: Path, text: str, told: str) -> None:
    """A clash names both, a name that is none is told."""
    path = tmp_path / "keys.toml"
    path.write_text(text)
    with pytest.raises(PreferencesError, match=r"keys\.toml") as caught:
        load_keys(Hands.VIM, path, [GROUPS])
    assert told in str(caught.value)


def test_two_keys_may_change_places(tmp_path: Path) -> None:
    """A clash is what holds in the end, not on the way."""
    path = tmp_path / "keys.toml"
    path.write_text('accept = "x"\nreject = "a"\n')
    assert load_keys(Hands.VIM, path, [GROUPS]) == {"accept": "x", "reject": "a"}

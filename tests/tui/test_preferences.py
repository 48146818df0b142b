"""What a reviewer chooses is remembered, and what cannot be chosen is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.store import Store
from tests.tui.conftest import fake_worker
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.choices.choosing import take_up
from tui.choices.hands import choose
from tui.choices.keys_file import load_keys
from tui.choices.preferences import (
    Hands,
    Layout,
    Preferences,
    PreferencesError,
    Theme,
    load_preferences,
    save_preferences,
)
from tui.keymap import GROUPS, cap_of
from tui.language import Language, spoken


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


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of configuration of one's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "jinbiao"
    folder.mkdir()
    yield folder
    choose({})


def test_what_is_chosen_is_taken_up_and_a_change_is_remembered(home: Path) -> None:
    """Language and keys hold at once; what changes is there the next time."""
    (home / "settings.toml").write_text('language = "en"\nkeys = "arrows"\n')
    chosen, faults = take_up(None, [GROUPS])
    assert faults == []
    assert spoken() is Language.EN
    assert cap_of("accept") == "Enter a"
    chosen.change(theme=Theme.LIGHT)
    assert load_preferences(home / "settings.toml").theme is Theme.LIGHT


def test_wrong_files_are_told_and_kept(home: Path) -> None:
    """The defaults hold; a file that cannot be understood is not written over."""
    (home / "settings.toml").write_text("language = [")
    (home / "keys.toml").write_text('accept = "x"')
    chosen, faults = take_up(Language.ZH, [GROUPS])
    assert len(faults) == 2
    assert cap_of("accept") == "a"
    chosen.change(theme=Theme.LIGHT)
    assert (home / "settings.toml").read_text() == "language = ["


async def test_own_keys_work_on_the_bench(home: Path, store: Store) -> None:
    """The key that was chosen decides, the one it replaces does not, and the key line says so."""
    choose({"accept": "y"})
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.2)
        page = app.bench.page
        assert page is not None
        undecided = page.session.reading.undecided
        await pilot.press("a")
        await pilot.pause(0.1)
        assert page.session.reading.undecided == undecided
        await pilot.press("y")
        await pilot.pause(0.1)
        assert page.session.reading.undecided == undecided - 1
        assert app.bench.view.keys.render_line(0).text.startswith(" y ")

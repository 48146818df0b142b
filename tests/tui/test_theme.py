"""Colours: readable in every theme, from one place, and changed while the bench is open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorType
from textual.pilot import Pilot

from store.store import Store
from tests.tui.conftest import fake_worker
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.choices.contrast import contrast, mixed, readable
from tui.choices.label_colours import label_ink
from tui.choices.preferences import Theme
from tui.choices.theme import DIMMED, PALETTES, Role, wear, worn
from tui.terminal.kind import theme_for

TUI = Path(__file__).parents[2] / "tui"
MIXED = [theme for theme, palette in PALETTES.items() if not palette.ansi]
GROUNDS = (Role.GROUND, Role.BAR, Role.RAISED)
"""What words stand on: the page, the lines above and below it, what opens over it."""
WORDS = set(Role) - {*GROUNDS, Role.FRAME, Role.LIT_FRAME, Role.SCROLL}
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def test_contrast_is_as_the_guidelines_compute_it() -> None:
    """Black on white, and the grey that is just readable on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", MIXED)
def test_words_are_readable_on_all_that_they_stand_on(theme: Theme) -> None:
    """Words of every role, dim ones too, and what is selected."""
    palette = PALETTES[theme]
    for ground in (palette.roles[role] for role in GROUNDS):
        for role in WORDS - {Role.SELECTION, Role.SELECTED}:
            assert contrast(palette.roles[role], ground) >= palette.contrast, role
        dim = mixed(ground, palette.roles[Role.TEXT], DIMMED)
        assert contrast(dim, ground) >= palette.contrast
    selected = palette.roles[Role.SELECTED], palette.roles[Role.SELECTION]
    assert contrast(*selected) >= palette.contrast


@pytest.mark.parametrize("theme", MIXED)
def test_labels_are_readable(theme: Theme) -> None:
    """Suggested and decided, on the page and in the line of labels."""
    wear(theme)
    palette, scheme = PALETTES[theme], default_scheme()
    for label in scheme.labels:
        ink = label_ink(label, scheme)
        assert ink.wash is not None
        for ground in (ink.wash, *(palette.roles[role] for role in GROUNDS)):
            assert contrast(ink.words, ground) >= palette.contrast, label.name
        assert contrast(ink.on_fill, ink.fill) >= palette.contrast, label.name


@given(COLOURS, COLOURS)
def test_any_colour_of_a_scheme_becomes_readable(colour: str, ground: str) -> None:
    """Drawn towards black or white, whichever is clearer, it always does."""
    towards = max("#000000", "#ffffff", key=lambda end: contrast(end, ground))
    assert contrast(readable(colour, [ground], towards, 4.5), ground) >= 4.5


def test_themes_that_do_without_hues_tell_labels_by_their_keys() -> None:
    """Colour-blind and the terminal's own; others leave it to the colour."""
    scheme = default_scheme()
    for theme in Theme:
        wear(theme)
        letters = [label_ink(label, scheme).letter for label in scheme.labels]
        told = theme in {Theme.COLOUR_BLIND, Theme.ANSI}
        assert letters == [label.key if told else "" for label in scheme.labels]


def test_colours_stand_in_one_place() -> None:
    """Nothing is drawn in a colour that no theme knows."""
    homes = {"theme.py", "label_colours.py"}
    files = [*TUI.rglob("*.py"), *TUI.rglob("*.tcss")]
    found = {
        file.name: re.findall(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8"))
        for file in files
        if file.name not in homes
    }
    assert not {name: colours for name, colours in found.items() if colours}


def test_few_colours_or_none_are_the_terminals_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is chosen holds where there are colours for it."""
    assert theme_for(Theme.LIGHT, "truecolor") is Theme.LIGHT
    assert theme_for(Theme.LIGHT, "256") is Theme.LIGHT
    assert theme_for(Theme.LIGHT, "standard") is Theme.ANSI
    monkeypatch.setenv("NO_COLOR", "1")
    assert theme_for(Theme.LIGHT, "truecolor") is Theme.ANSI


def drawn_colours(app: JinbiaoApp) -> set[str]:
    """The colours, words' and grounds', of everything on the screen."""
    lines = app.screen._compositor.render_strips()
    styles = [segment.style for strip in lines for segment in strip if segment.style]
    colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
    return {colour.name for colour in colours if colour.type is not ColorType.DEFAULT}


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)


async def test_a_theme_is_put_on_while_the_bench_is_open(app: JinbiaoApp) -> None:
    """Panes, bars and marks: nothing of the dark theme is left in the light one, nor goes back."""
    dark_grounds = {"#181a20", "#22252e"}
    async with app.run_test(size=(130, 30)) as pilot:
        await settled(pilot)
        before = drawn_colours(app)
        assert dark_grounds <= before
        app.choose("theme", Theme.LIGHT)
        await settled(pilot)
        assert not dark_grounds & drawn_colours(app)
        app.choose("theme", Theme.DARK)
        await settled(pilot)
        assert drawn_colours(app) == before


@pytest.mark.parametrize("theme", Theme)
async def test_every_theme_draws_every_state(app: JinbiaoApp, theme: Theme) -> None:
    """Suggested, accepted, rejected, selected: the shapes are there whatever is worn."""
    async with app.run_test(size=(130, 30)) as pilot:
        app.choose("theme", theme)
        await pilot.press("a", "x", "v", "l", "l")
        await settled(pilot)
        text = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert {"▏", "▌", "▐"} <= set(text)
        assert worn() is theme


async def test_without_colours_nothing_is_coloured(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR: shapes, underlines and the labels' keys are left."""
    monkeypatch.setenv("NO_COLOR", "")
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.press("a")
        await settled(pilot)
        assert drawn_colours(app) == set()
        text = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "▌2嘉善县委▐" in text

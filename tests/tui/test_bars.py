"""The lines above and below an article, in few cells and in many."""

from __future__ import annotations

import pytest

from tests.tui.opened import shown
from tests.tui.test_bench import press
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.widgets.bars import abbreviations


@pytest.mark.parametrize("size", [1, 2])
def test_labels_of_the_scheme_are_told_apart_by_a_character_or_two(size: int) -> None:
    """In either language."""
    labels = default_scheme().labels
    names = [label.zh if size == 1 else label.name for label in labels]
    short = abbreviations(names, size)
    assert len(set(short)) == len(names)
    assert all(len(word) == size for word in short)


def test_only_names_that_begin_alike_are_written_otherwise() -> None:
    """By the first character that differs; the same name twice stays the same."""
    assert abbreviations(["PER", "PROGRAM", "PROJECT"], 2) == ["PE", "PG", "PJ"]
    assert abbreviations(["政策", "政府", "人物"], 1) == ["策", "府", "人"]
    assert abbreviations(["A", "AB"], 1) == ["A", "B"]
    assert abbreviations(["会议", "会议"], 1) == ["会", "会"]


@pytest.mark.parametrize(("language", "alike"), [(Language.ZH, "相同处"), (Language.EN, "alike")])
async def test_what_is_alike_stays_on_the_line_of_keys_once_something_is_saved(
    app: JinbiaoApp, language: Language, alike: str
) -> None:
    """In eighty columns, beside the time at which it was."""
    speak(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await press(pilot, "a")
        line = shown(app).splitlines()[-1]
        assert f"A X {alike}" in line
        assert ("已存" if language is Language.ZH else "saved") in line

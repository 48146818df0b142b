"""The lines above and below an article, in few cells and in many."""

from __future__ import annotations

import pytest
from rich.text import Text

from tests.tui.opened import shown
from tests.tui.test_bench import press
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.page.cells import cells
from tui.widgets.bars import abbreviations
from tui.widgets.lines import cut


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


def test_a_line_that_is_cut_says_so() -> None:
    """With an ellipsis in its last cell; what fits stays as it is."""
    words = Text("采购铁矿石，估值80亿美元")
    assert cut(words, 40) is words
    short = cut(words, 9).plain
    assert short.rstrip().endswith("…")
    assert cells(short) <= 9
    assert words.plain == "采购铁矿石，估值80亿美元"


async def test_a_value_of_the_form_that_is_cut_says_so(app: JinbiaoApp) -> None:
    """In a narrow form too."""
    async with app.run_test(size=(72, 20)) as pilot:
        await pilot.pause(0.2)
        await press(pilot, "a", "a", "a", "e")
        await press(pilot, *"i", *"某某某某某某某某某某某某某某某某某某某某某某某某", "tab")
        await pilot.pause(0.2)
        (row,) = (row for row in shown(app).splitlines() if "某" in row)
        assert "…" in row

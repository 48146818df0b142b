"""Finding one's way: search, the jump list and the guidelines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input

from store.mark import State
from store.store import Store
from tests.tui.opened import shown
from tests.tui.test_bench import SIZE, current_words, press, session_of
from text.article import Revision, ZoneKind
from text.cleaning import clean
from text.scheme import default_scheme, parse_scheme
from tui.app import JinbiaoApp
from tui.review.guidance import Kind, guidance, place_of
from tui.review.outline import Shown, outline
from tui.review.searching import Finder
from tui.screens.bench import BenchScreen
from tui.screens.guidelines import GuidelinesScreen
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen
from tui.screens.search import SearchScreen
from tui.widgets.row_list import RowList


@pytest.mark.parametrize(
    ("words", "found"), [("杭鋼", [(2, 4), (6, 8)]), ("gdp", [(8, 11)]), ("", []), ("没有", [])]
)
def test_words_are_found_in_either_script_and_case(
    words: str, found: list[tuple[int, int]]
) -> None:
    """What is typed is compared simplified, half-width and in lower case."""
    finder = Finder("今天杭钢说，杭钢ＧＤＰ")
    assert finder.look_for(words) == len(found)
    assert list(finder.found) == found


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_what_is_found_stands_there(text: str, words: str) -> None:
    """Ranges are of the text as it is, and hold as many code points as were asked for."""
    finder = Finder(text + words)
    assert finder.look_for(words) >= 1
    assert all(end - start == len(words) for start, end in finder.found)


async def test_search_selects_and_a_digit_labels(app: JinbiaoApp, store: Store) -> None:
    """`/`, words, Enter, a label key: a span is added where no suggestion is."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/")
        assert isinstance(app.screen, SearchScreen)
        await press(pilot, *"確保", "enter")
        assert session_of(app).cursor.selection is not None
        await press(pilot, "5")
        added = [m for m in session_of(app).reading.marks if m.state is State.ADDED]
        assert [session_of(app).text[m.span.start : m.span.end] for m in added] == ["确保"]


async def test_search_given_up_leaves_the_cursor_where_it_was(app: JinbiaoApp) -> None:
    """Escape goes back to the span in hand; the words are there the next time."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        before = current_words(app)
        await press(pilot, "/", *"嘉善", "down", "escape")
        assert current_words(app) == before
        assert session_of(app).cursor.selection is None
        await press(pilot, "/")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.words == "嘉善"


async def test_a_search_and_escape_take_the_span_that_was_found_in_hand(app: JinbiaoApp) -> None:
    """What keys act on then is what one looks at, not the span that one came from."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"2300", "enter", "escape")
        assert current_words(app) == "规上工业总产值突破2300亿元"


async def test_search_steps_around_the_ends(app: JinbiaoApp) -> None:
    """Down and up go through what is found."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"嘉善县")
        first = session_of(app).cursor.selection
        await press(pilot, "down")
        second = session_of(app).cursor.selection
        assert first != second
        await press(pilot, "down")
        assert session_of(app).cursor.selection == first
        await press(pilot, "up")
        assert session_of(app).cursor.selection == second


@pytest.fixture
def revision() -> Revision:
    """An article with a headline, sections and text."""
    return clean(
        "济源加快产业升级\n一、总体要求\n济源市委提出新目标，全年增长6%。\n二、主要任务\n做好工作。\n"
    )


def test_the_outline_has_headings_and_marks_in_order(revision: Revision) -> None:
    """A heading stands before what is in it."""
    headings = [z for z in revision.zones if z.kind in (ZoneKind.TITLE, ZoneKind.SECTION)]
    assert headings
    landmarks = outline(revision, (), Shown.ALL)
    assert [landmark.start for landmark in landmarks] == [z.start for z in headings]


async def test_the_jump_list_goes_to_a_span(app: JinbiaoApp) -> None:
    """It opens at the cursor, `t` narrows it, Enter goes there."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "J")
        assert isinstance(app.screen, JumpScreen)
        await press(pilot, "t", "G", "enter")
        assert current_words(app) == "打造先进制造业高地"


async def test_the_jump_list_narrows_as_one_types(app: JinbiaoApp) -> None:
    """After `/`, by words in either script and by labels; arrows move meanwhile, Enter goes."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "J", "slash", *"嘉善")
        await pilot.pause(0.2)
        rows = [row for row in shown(app).splitlines() if "机构" in row or "人物" in row]
        assert len(rows) == 1
        await press(pilot, *["backspace"] * 2, *"org per")
        await pilot.pause(0.2)
        assert "没有这样的" in shown(app)
        await press(pilot, *["backspace"] * 4, *["backspace"] * 3, *"per", "enter")
        assert current_words(app) == "江海洋"


async def test_a_word_that_comes_at_once_is_taken_whole(app: JinbiaoApp) -> None:
    """As from an input method: its second character does not wait for the line to be there."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "J")
        for character in "嘉善县":
            app.post_message(events.Key(character, character))
        await pilot.pause(0.3)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "嘉善县"


@pytest.mark.parametrize("opens", ["", "J", "L", "t"])
async def test_what_is_typed_fast_is_typed_whole(app: JinbiaoApp, opens: str) -> None:
    """None of it goes to the list that has the focus before `/`, or to the screen before that."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        for character in f"{opens}/label:ORG":
            app.post_message(events.Key("slash" if character == "/" else character, character))
        await pilot.pause(0.5)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "label:ORG"


async def test_a_filter_is_typed_over(app: JinbiaoApp) -> None:
    """What was looked for before stands in the line, and goes with the first character."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "slash", *"org", "enter", "slash")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "org"
        await press(pilot, *"per")
        assert app.focused.value == "per"


async def test_what_is_chosen_below_another_screen_is_not_answered(app: JinbiaoApp) -> None:
    """The help came up while Enter was on its way: nothing is left of it that cannot be closed."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "J")
        rows = app.screen.query_one(RowList)
        app.action_help()
        rows.action_choose()
        await pilot.pause(0.2)
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, BenchScreen)


async def test_the_jump_list_keeps_its_keys(app: JinbiaoApp) -> None:
    """What is no key begins to filter by itself; Esc gives that up first, and then the list."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "J", "书")
        await pilot.pause(0.2)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "书"
        await press(pilot, "down", "escape")
        await pilot.pause(0.2)
        assert isinstance(app.screen, JumpScreen)
        assert "江海洋" in shown(app)
        await press(pilot, "t", "G", "enter")
        assert current_words(app) == "打造先进制造业高地"


def test_the_guidelines_are_found_at_a_label() -> None:
    """The block of a label is the row that tells what it is."""
    blocks = guidance(default_scheme())
    row = blocks[place_of("PROGRAM", blocks)]
    assert row.kind is Kind.ROW
    assert row.words == "PROGRAM 政策"
    assert dict(row.cells)["例"].startswith("“三抓三促”行动")
    assert place_of("NOTHING", blocks) == 0


def test_a_scheme_without_guidelines_tells_of_its_labels() -> None:
    """Names, descriptions and examples stand in."""
    scheme = parse_scheme(default_scheme().source, "own.toml")
    blocks = guidance(scheme)
    assert [block.words.split()[0] for block in blocks] == [label.name for label in scheme.labels]


async def test_g_shows_the_guidelines_beside_the_article(app: JinbiaoApp) -> None:
    """They begin at the label in hand, and Escape leads back."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "g")
        await pilot.pause(0.2)
        assert isinstance(app.screen, GuidelinesScreen)
        page = app.screen.query_one("#guidelines")
        assert page.scroll_offset.y > 0
        await press(pilot, "escape")
        assert app.screen is app.bench

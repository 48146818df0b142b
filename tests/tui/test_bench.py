"""The bench under its keys and the mouse."""

from __future__ import annotations

from textual.pilot import Pilot

from store.mark import State
from store.store import Store
from tests.tui.conftest import fake_worker
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.review.session import Session
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.widgets.text_pane import TextPane

SIZE = (120, 30)


def session_of(app: JinbiaoApp) -> Session:
    page = app.bench.page
    assert page is not None
    return page.session


def current_words(app: JinbiaoApp) -> str:
    session = session_of(app)
    mark = session.current
    return session.text[mark.span.start : mark.span.end] if mark else ""


def lines(pane: TextPane) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def key_line(app: JinbiaoApp) -> str:
    return app.bench.view.keys.render_line(0).text


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_both_texts_are_side_by_side(app: JinbiaoApp) -> None:
    """The source as it came, the cleaned one with glyphs around its suggestions."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        spread = app.bench.view.spread
        assert "嘉善縣委書記" in lines(spread.source)[0]
        assert "▏嘉善县委▕▏书记▕▏江海洋▕" in lines(spread.annotated)[0]


async def test_keys_decide_and_the_store_knows_at_once(app: JinbiaoApp, store: Store) -> None:
    """Accept, reject and relabel are in the store when the key is done with."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "x", "3")
        marks = store.reading(store.library()[0].id).marks
        assert [m.state for m in marks[:3]] == [State.ACCEPTED, State.REJECTED, State.CORRECTED]
        assert marks[2].span.label == "LOC"
        assert "▌嘉善县委▐书记≈江海洋▐" in lines(app.bench.view.spread.annotated)[0]


async def test_every_edge_key_moves_its_edge(app: JinbiaoApp) -> None:
    """Brackets by character, commas and angle brackets by word."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "n")
        for key, expected in (
            ("left_curly_bracket", "江海"),
            ("right_curly_bracket", "江海洋"),
            ("right_square_bracket", "海洋"),
            ("left_square_bracket", "江海洋"),
            ("less_than_sign", "江海"),
            ("greater_than_sign", "江海洋表"),
            ("full_stop", "洋表"),
            ("comma", "江海洋表"),
        ):
            await press(pilot, key)
            assert current_words(app)[:4].startswith(expected[:1]), key


async def test_selecting_with_keys_adds_a_span(app: JinbiaoApp) -> None:
    """`v`, movements and a digit make a span that was not suggested."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session = session_of(app)
        session.put_caret(session.text.index("GDP"))
        await press(pilot, "v", "right_parenthesis", "8")
        assert current_words(app) == "GDP确保增长6%以上"
        mark = session.current
        assert mark is not None
        assert mark.state is State.ADDED


async def test_the_mouse_selects_wide_characters_by_either_half(app: JinbiaoApp) -> None:
    """A drag from the right half of one to the left half of another takes both."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session = session_of(app)
        pane = app.bench.view.spread.annotated
        line = lines(pane)[0]
        start = line.index("表示")
        from_cell = 1 + 1 + sum(2 if ord(c) > 0x2FFF else 1 for c in line[1:start])
        await pilot.mouse_down(pane, offset=(from_cell + 1, 1))
        await pilot.hover(pane, offset=(from_cell + 2, 1))
        await pilot.mouse_up(pane, offset=(from_cell + 2, 1))
        await pilot.pause()
        selection = session.cursor.selection
        assert selection is not None
        assert session.text[slice(*selection)] == "表示"


async def test_a_click_in_the_source_makes_its_span_current(app: JinbiaoApp) -> None:
    """The source answers with what the words became."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click(app.bench.view.spread.source, offset=(14, 1))
        await pilot.pause()
        assert current_words(app) in ("书记", "江海洋")


async def test_a_click_counts_for_nothing_once_another_article_is_shown(app: JinbiaoApp) -> None:
    """A key may come between the mouse and the bench: the place was one of the text before."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        source = app.bench.view.spread.source
        clicked = TextPane.Pointed(source, source.text, len(source.text) - 1)
        await press(pilot, "N")
        caret = session_of(app).cursor.caret
        app.bench.post_message(clicked)
        await pilot.pause()
        assert session_of(app).cursor.caret == caret


async def test_done_goes_to_the_next_article_with_work_left(app: JinbiaoApp, store: Store) -> None:
    """`d` twice leaves the undecided out and goes on; at the very end it says so."""
    first, second = (card.id for card in store.library())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert app.bench.article_id == first
        assert "5 处待定" in key_line(app)
        await press(pilot, "d")
        assert app.bench.article_id == second
        await press(pilot, "d")
        assert "全部完成" in key_line(app)


async def test_next_and_previous_article(app: JinbiaoApp, store: Store) -> None:
    """`N` and `P` go through the articles; beyond the ends they say so."""
    first, second = (card.id for card in store.library())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "N")
        assert app.bench.article_id == second
        await press(pilot, "N")
        assert "没有更多文章" in key_line(app)
        await press(pilot, "P")
        assert app.bench.article_id == first


async def test_undo_reaches_back_over_a_restart(app: JinbiaoApp, store: Store) -> None:
    """What was decided in one sitting can be undone in the next."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "a", "q")
    assert app.return_code == 0
    fresh = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert current_words(fresh) == "江海洋"
        await press(pilot, "u")
        assert current_words(fresh) == "书记"


async def test_the_list_pane_and_the_library(app: JinbiaoApp, store: Store) -> None:
    """`S` lists the marks in place of the source; `L` lists the articles and opens one."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        spread = app.bench.view.spread
        assert not spread.source.display or spread.source.region.width == 0
        rows = [spread.marks.render_line(y).text for y in range(5)]
        assert "机构" in rows[0]
        assert "2300亿元" in rows[3]
        await press(pilot, "L")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "j", "enter")
        assert app.bench.article_id == store.library()[1].id


async def test_help_lists_every_key(app: JinbiaoApp) -> None:
    """`?` shows the keymap and closes again."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        assert app.screen is app.bench


async def test_a_narrow_terminal_shows_one_pane(app: JinbiaoApp) -> None:
    """Below 72 columns `s` switches between the panes."""
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        spread = app.bench.view.spread
        assert (spread.source.display, spread.annotated.display) == (False, True)
        await press(pilot, "s")
        assert (spread.source.display, spread.annotated.display) == (True, False)
        await press(pilot, "S")
        assert (spread.source.display, spread.marks.display) == (False, True)


async def test_the_list_is_seen_on_a_narrow_terminal_too(app: JinbiaoApp) -> None:
    """`S` shows it whatever pane was there, and `S` again the annotated text."""
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        spread = app.bench.view.spread
        for keys, listed in ((["S"], True), (["S"], False), (["S", "s"], False), (["S"], True)):
            await press(pilot, *keys)
            assert (spread.marks.display, spread.annotated.display) == (listed, not listed)
            assert not spread.source.display


async def test_words_come_from_the_worker(app: JinbiaoApp) -> None:
    """After the worker has answered, word steps go by its boundaries."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert session_of(app).cursor.words.segmented


async def test_every_key_counts_as_effort(app: JinbiaoApp) -> None:
    """Keys that only move count for the decision that follows."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "p", "n")
        assert session_of(app).meter.read().keys == 3


async def test_what_a_key_tells_stays_when_the_page_is_laid_out_after_it(app: JinbiaoApp) -> None:
    """As when the terminal is resized; the next key takes it away."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert "5 处待定" in key_line(app)
        await pilot.resize_terminal(SIZE[0] + 10, SIZE[1])
        await pilot.pause()
        assert "5 处待定" in key_line(app)
        await press(pilot, "n")
        assert "5 处待定" not in key_line(app)

"""A pane of text: what is in view, whole characters at every width, scrolling by wheel and bar."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region, Size

from tui.page.cells import cells
from tui.page.paint import Paint
from tui.widgets.text_pane import THUMB, TextPane

TEXT = "".join(f"第{i}段，推动高质量发展，到2025年突破2300.5亿元（GDP）。\n" for i in range(200))


class OnePane(App[None]):
    """A pane and nothing else; what it says is kept."""

    CSS = "TextPane { width: 1fr; height: 1fr; border: round white; }"

    def __init__(self) -> None:
        super().__init__()
        self.pane = TextPane(id="pane")
        self.scrolled = 0
        self.pointed: list[int] = []

    def compose(self) -> ComposeResult:
        """The pane."""
        yield self.pane

    def on_text_pane_scrolled(self) -> None:
        """Count."""
        self.scrolled += 1

    def on_text_pane_pointed(self, event: TextPane.Pointed) -> None:
        """Keep the place."""
        self.pointed.append(event.offset)


def screen(pane: TextPane) -> list[str]:
    width, height = pane.outer_size
    return [strip.text for strip in pane.render_lines(Region(0, 0, width, height))]


@pytest.mark.parametrize("width", [*range(8, 24), 53, 120])
async def test_lines_are_whole_characters_and_as_wide_as_the_pane(width: int) -> None:
    """No line is short, long or ends in half a character, painted or not, after a resize too."""
    app = OnePane()
    async with app.run_test(size=(width, 12)) as pilot:
        app.pane.show(TEXT, [(f"{i}", Paint(i, i + 5, Style(), "▌", "▐")) for i in range(0, 90, 7)])
        for columns in (width, width + 1, max(8, width - 3)):
            await pilot.resize_terminal(columns, 12)
            await pilot.pause()
            assert {cells(line) for line in screen(app.pane)} == {columns}


async def test_only_the_frame_is_drawn_by_textual_and_looks_the_same() -> None:
    """The lines are those that Textual's own way would draw, but for the scroll bar."""
    app = OnePane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.border_title = "原文"
        app.pane.show("推动高质量发展")
        await pilot.pause()
        drawn = app.pane.render_lines(Region(0, 0, 40, 10))
        plain = super(TextPane, app.pane).render_lines(Region(0, 0, 40, 10))
        assert [strip.text for strip in drawn] == [strip.text for strip in plain]
        assert [strip.crop(0, 1) for strip in drawn] == [strip.crop(0, 1) for strip in plain]


async def test_the_wheel_scrolls_both_ways_and_says_so() -> None:
    """Three rows a turn, no further than the ends of the text."""
    app = OnePane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(TEXT)
        await pilot.pause()
        first = screen(app.pane)[1:9]
        for kind, top, scrolled in (
            (events.MouseScrollUp, 0, 0),
            (events.MouseScrollDown, 3, 1),
            (events.MouseScrollUp, 0, 2),
        ):
            app.pane.post_message(kind(app.pane, 5, 5, 0, 0, 0, False, False, False))
            await pilot.pause()
            assert (screen(app.pane)[1][1:-1], app.scrolled) == (first[top][1:-1], scrolled)


async def test_the_bar_shows_the_place_and_leads_there() -> None:
    """The thumb goes down with the view; pressed at the bottom, the frame leads to the end."""
    app = OnePane()
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(TEXT)
        await pilot.pause()
        assert screen(app.pane)[1].endswith(THUMB)
        await pilot.mouse_down(app.pane, offset=(39, 10))
        await pilot.mouse_up(app.pane, offset=(39, 10))
        await pilot.pause()
        assert screen(app.pane)[10].endswith(THUMB)
        assert app.pane.line_of(len(TEXT) - 1) is not None
        assert (app.scrolled, app.pointed) == (1, [])


async def test_no_bar_where_all_is_in_view() -> None:
    """A short text has no thumb."""
    app = OnePane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show("推动高质量发展\n")
        await pilot.pause()
        assert not any(THUMB in line for line in screen(app.pane))


async def test_a_page_is_turned_only_for_what_is_out_of_view() -> None:
    """What is in view stays where it is; the end and the start of the text fill the pane."""
    app = OnePane()
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(TEXT)
        await pilot.pause()
        app.pane.turn_to(30)
        assert app.pane.top == 0
        app.pane.turn_to(TEXT.index("第50段"))
        assert app.pane.line_of(TEXT.index("第50段")) == 2
        app.pane.turn_to(len(TEXT) - 1)
        assert len([line for line in screen(app.pane) if line[1:-1].strip()]) >= 11
        app.pane.turn_to(0)
        assert app.pane.top == 0


async def test_glyphs_that_come_above_the_view_leave_the_first_word_where_it_is() -> None:
    """A mark that takes cells before the view's first row does not scroll it away."""
    app = OnePane()
    text = "推动高质量发展，" * 100
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.show(text)
        await pilot.pause()
        app.pane.put(400, 0)
        app.pane.paint("a", Paint(0, 5, Style(), "▌", "▐"))
        assert app.pane.line_of(400) == 0


async def test_a_pane_may_be_asked_before_it_is_told_of_its_size() -> None:
    """What is in view already is not brought into view when the pane has just got its size."""
    app = OnePane()
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(TEXT)
        await pilot.pause()
        app.pane._size_laid_out, app.pane._view = Size(0, 0), []
        app.pane.turn_to(TEXT.index("第3段"))
        assert app.pane.top == 0

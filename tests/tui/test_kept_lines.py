"""Lines that stay are drawn once, and those that change are drawn anew."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.page.layout import Row
from tui.widgets.ground import Ground
from tui.widgets.kept_lines import KeptLines
from tui.widgets.row_strips import AHEAD, RowStrips
from tui.widgets.text_pane import TextPane

TEXT = "".join(f"第{i}段，推动高质量发展。\n" for i in range(200))


class Counted(KeptLines):
    """Keeps which lines it was asked to draw."""

    words = "标注"

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        """The words, whatever the line."""
        self.drawn.append(y)
        return super().render_line(y)

    def render(self) -> str:
        """The words on every line."""
        return "\n".join([self.words] * 3)


class Floor(Vertical, Ground):
    """Covered by what it holds."""


class OneFrame(App[None]):
    """A framed widget on covered ground."""

    CSS = "Counted { border: round white; height: 5; } TextPane { border: round white; }"

    def __init__(self) -> None:
        super().__init__()
        self.counted = Counted()
        self.pane = TextPane(id="pane")

    def compose(self) -> ComposeResult:
        """The widgets."""
        with Floor():
            yield self.counted
            yield self.pane


def lines(widget: Widget) -> list[str]:
    width, height = widget.outer_size
    return [strip.text.rstrip() for strip in widget.render_lines(Region(0, 0, width, height))]


async def test_a_line_is_drawn_again_when_it_is_refreshed_and_not_before() -> None:
    """One of them, or all; the frame's title belongs to them."""
    app = OneFrame()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        widget = app.counted
        before = lines(widget)
        widget.drawn.clear()
        assert lines(widget) == before
        assert widget.drawn == []
        widget.refresh(Region(0, 1, 40, 1))
        lines(widget)
        assert widget.drawn == [1]
        widget.words = "原文"
        widget.border_title = "题"
        widget.refresh()
        after = lines(widget)
        assert "题" in after[0]
        assert all("原文" in line for line in after[1:4])


async def test_another_size_draws_all_anew() -> None:
    """Nothing of the old width is left."""
    app = OneFrame()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        narrow = lines(app.counted)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        wide = lines(app.counted)
        assert len(wide[0]) == len(narrow[0]) + 20


async def test_the_ground_looks_as_textual_draws_it() -> None:
    """All of it, and a part."""
    app = OneFrame()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        floor = app.query_one(Floor)
        for crop in (floor.size.region, Region(3, 2, 10, 4), Region(0, 0, 0, 0)):
            assert floor.render_lines(crop) == Widget.render_lines(floor, crop)


async def test_rows_below_the_view_are_drawn_ahead_a_few_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Turning to the next page then draws no more than the lines of the scroll bar's thumb."""
    made: list[object] = []
    draw = RowStrips._draw

    def counting(self: RowStrips, row: Row | None, *, thumb: bool) -> Strip:
        made.append(row)
        return draw(self, row, thumb=thumb)

    monkeypatch.setattr(RowStrips, "_draw", counting)
    app = OneFrame()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.show(TEXT)
        await pilot.pause()
        lines(app.pane)
        made.clear()
        app.pane.draw_ahead()
        assert len(made) == AHEAD
        for _ in range(app.pane.height):
            app.pane.draw_ahead()
        made.clear()
        app.pane.put(app.pane.below(app.pane.top, app.pane.height - 1), 0)
        lines(app.pane)
        assert len(made) <= 2

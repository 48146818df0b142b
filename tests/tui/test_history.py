"""The history of an article, and the article as it was after an edit."""

from __future__ import annotations

import pytest

from store.reading import Reading
from store.store import Store
from tests.tui.test_bench import lines, press
from tui.app import JinbiaoApp
from tui.keymap import GROUPS
from tui.review.edit_story import VERBS
from tui.screens.history import HistoryScreen
from tui.screens.past import PastScreen
from tui.widgets.row_list import RowList

SIZE = (120, 30)


def rows(app: JinbiaoApp) -> list[str]:
    screen = app.screen
    assert isinstance(screen, HistoryScreen)
    pane = screen.query_one("#history", RowList)
    return [text for y in range(10) if (text := pane.render_line(y).text.strip())]


@pytest.fixture
def edited(reading: Reading) -> Reading:
    """Accepted, relabelled, and the second of these undone."""
    mark = reading.marks[0]
    reading.accept(mark.id)
    reading.relabel(mark.id, "LOC")
    reading.undo()
    return reading


async def test_the_history_tells_every_edit(app: JinbiaoApp, edited: Reading) -> None:
    """The newest first: who, what, and which span."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H")
        told = rows(app)
        assert ["撤销" in told[0], "改标" in told[1], "接受" in told[2]] == [True, True, True]
        assert "地点 嘉善县委" in told[1]
        assert "测试" in told[2]


async def test_the_history_says_in_words_what_became_of_a_span(
    app: JinbiaoApp, reading: Reading
) -> None:
    """Relabelled from what, taken back to a suggestion, gone."""
    first = reading.marks[0]
    reading.accept(first.id)
    reading.relabel(first.id, "LOC")
    reading.undo()
    reading.undo()
    added = reading.add(20, 22, "PER")
    assert added is not None
    reading.undo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H")
        undone, _, back, again, relabelled, _ = rows(app)
        assert undone.endswith("去掉")
        assert back.endswith("机构 嘉善县委 · 回到建议")
        assert again.endswith("✓ 机构 嘉善县委 · 地点 → 机构")
        assert relabelled.endswith("≈ 地点 嘉善县委 · 机构 → 地点")
        assert "−" not in "".join(rows(app))


async def test_what_is_said_of_the_article_is_told_in_words(
    app: JinbiaoApp, reading: Reading
) -> None:
    """In the language spoken, not as the store has it."""
    reading.finish()
    reading.undo()
    reading.set_flag(True)
    reading.set_comment("请看第二段")
    reading.set_comment(None)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H")
        ends = [row.split()[-1] for row in rows(app)]
        assert ends == ["无批注", "请看第二段", "有标记", "未完成", "已完成"]


async def test_an_article_is_shown_as_it_was(app: JinbiaoApp, edited: Reading) -> None:
    """Enter shows it after that edit; nothing can be decided there; Escape leads back."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "H", "j", "enter")
        assert isinstance(app.screen, PastScreen)
        spread = app.screen._spread
        assert "≈嘉善县委▐书记" in lines(spread.annotated)[0]
        await press(pilot, "x", "a", "escape", "G", "enter")
        assert "▌嘉善县委▐书记" in lines(app.screen._spread.annotated)[0]
        await press(pilot, "escape", "escape")
        assert app.screen is app.bench
    assert len(edited.marks) == 5


async def test_what_was_can_be_scrolled(app: JinbiaoApp, edited: Reading) -> None:
    """Both texts go together, down and up again."""
    async with app.run_test(size=(40, 6)) as pilot:
        await press(pilot, "H", "enter")
        assert isinstance(app.screen, PastScreen)
        top = lines(app.screen._spread.annotated)[0]
        await press(pilot, "j")
        assert lines(app.screen._spread.annotated)[0] != top
        await press(pilot, "pagedown", "pageup", "k")
        assert lines(app.screen._spread.annotated)[0] == top


async def test_an_article_without_history_says_so(app: JinbiaoApp, store: Store) -> None:
    """And Escape leads out."""
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "H", "enter")
        assert "还没有改动" in app.screen.query_one("#history").render_line(0).text
        await press(pilot, "escape")
        assert app.screen is app.bench


def test_every_verb_of_the_log_has_a_name(reading: Reading, store: Store) -> None:
    """What a key can write into the log is told in both languages."""
    mark = reading.marks[3]
    edits = (
        reading.accept(mark.id),
        reading.describe(mark.id, {"indicator": "x"}),
        reading.relate(mark.id, reading.marks[0].id),
        reading.set_comment("y"),
        reading.set_flag(True),
        reading.finish(),
        reading.reopen(),
        reading.undo(),
        reading.redo(),
        reading.relabel(mark.id, "RESULT"),
        reading.move(mark.id, mark.span.start, mark.span.end - 1),
        reading.reject(mark.id),
        reading.add(0, 2, "LOC"),
    )
    assert {edit.verb if edit else None for edit in edits} <= VERBS.keys()
    assert any(key.name == "history" for group in GROUPS for key in group.keys)

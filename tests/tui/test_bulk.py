"""Deciding on many suggestions at once, in the article and in the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.mark import State
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import fake_worker
from tests.tui.test_bench import SIZE, key_line, press, session_of
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Suggestion
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.review.bulk import Asked, mentions
from tui.review.picks import Picks
from tui.screens.preview import PreviewScreen

ARTICLES = (
    "甘肃科技与兰州签约。\n兰州与甘肃科技共建基地，甘肃科技出资。\n",
    "甘肃科技增长6%。\n",
    "兰州说甘肃科技很好。\n",
)
SCORES = {"甘肃科技": ("ORG", 0.9), "兰州": ("LOC", 0.6)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three articles that name a company and a town."""
    store = Store.open(tmp_path / "bulk.db", "测试", default_scheme())
    for number, raw in enumerate(ARTICLES):
        article = load_bytes(raw.encode(), f"{number}.txt")
        store.add(article)
        text = article.revision.text
        offers = [
            Suggestion(place, place + len(words), label, {}, score, "test")
            for words, (label, score) in SCORES.items()
            for place in range(len(text))
            if text.startswith(words, place)
        ]
        store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
    yield store
    store.close()


def states(store: Store, number: int, words: str = "甘肃科技") -> list[State]:
    """How the mentions of `words` in an article stand."""
    article_id = store.library()[number].id
    text = store.article(article_id).revision.text
    marks = store.reading(article_id).marks
    return [m.state for m in marks if text[m.span.start : m.span.end] == words]


async def test_all_alike_in_the_article_at_one_key_and_back_at_another(store: Store) -> None:
    """`A` accepts the three here and no other, says how many; `u` takes all of it back."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "A")
        assert "已接受 3 处" in key_line(app)
        assert states(store, 0) == [State.ACCEPTED] * 3
        assert states(store, 0, "兰州") == [State.SUGGESTED] * 2
        assert states(store, 1) == [State.SUGGESTED]
        assert session_of(app).reading.undecided == 2
        await press(pilot, "u")
        assert states(store, 0) == [State.SUGGESTED] * 3


async def test_it_is_told_in_english_too(store: Store) -> None:
    """How many were decided on, and which key goes on or back."""
    speak(Language.EN)
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "X")
        assert "rejected 3 · X again: the whole store · u undo" in key_line(app)
        await press(pilot, "X")
        title = str(app.screen.query_one("#picks").border_title)
        assert title == "reject · 甘肃科技 ORG · the whole store · 2 of 2 · 2 articles"


async def test_again_is_the_whole_store_with_a_preview(store: Store) -> None:
    """A second `A` lists what waits elsewhere; what is unticked stays, and is not offered again."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "A", "A")
        assert isinstance(app.screen, PreviewScreen)
        rows = [app.screen.query_one("#picks").render_line(y).text for y in (0, 1)]
        assert "[x]" in rows[0]
        assert "增长6%" in rows[0]
        assert "兰州说甘肃科技很好" in rows[1]
        await press(pilot, "space")
        assert "1/2 处" in str(app.screen.query_one("#picks").border_title)
        await press(pilot, "enter")
        assert app.screen is app.bench
        assert states(store, 1) == [State.SUGGESTED]
        assert states(store, 2) == [State.ACCEPTED]
        await press(pilot, "A")
        assert app.screen is app.bench
        assert "没有别的待定" in key_line(app)


async def test_one_undo_takes_an_edit_of_the_store_back(store: Store) -> None:
    """From any of its articles."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "X", "X", "enter")
        assert "在别的 2 篇 · 到其中一篇按 u 全部撤销" in key_line(app)
        await press(pilot, "N")
        assert states(store, 1) == states(store, 2) == [State.REJECTED]
        await press(pilot, "u")
        assert states(store, 1) == states(store, 2) == [State.SUGGESTED]
        assert "2 篇" in key_line(app)


async def test_an_undo_that_later_edits_stand_in_the_way_of_asks_again(store: Store) -> None:
    """The first `u` changes nothing and says why; the second takes back what it can."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "X", "X", "enter")
        third = store.reading(store.library()[2].id)
        third.accept(next(m.id for m in third.marks if m.state is State.SUGGESTED))
        await press(pilot, "N", "u")
        assert states(store, 1) == [State.REJECTED]
        assert "1 篇又改过" in key_line(app)
        await press(pilot, "u")
        assert states(store, 1) == [State.SUGGESTED]
        assert states(store, 2) == [State.REJECTED]


async def test_all_above_a_score_that_the_reviewer_sets(store: Store) -> None:
    """`+` lists this article's; the score goes by keys, Tab takes the whole store."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "plus")
        screen = app.screen
        assert isinstance(screen, PreviewScreen)
        title = screen.query_one("#picks")
        assert "≥ 0.90 · 本篇 · 3/3 处" in str(title.border_title)
        await press(pilot, "plus")
        assert "≥ 0.95 · 本篇 · 0/0 处" in str(title.border_title)
        await press(pilot, *("minus",) * 7)
        assert "≥ 0.60 · 本篇 · 5/5 处" in str(title.border_title)
        await press(pilot, "tab")
        assert "全库 · 8/8 处 · 3 篇" in str(title.border_title)
        await press(pilot, "l")
        assert "机构 ≥ 0.60 · 全库 · 5/5 处" in str(title.border_title)
        await press(pilot, "enter")
        assert [states(store, n) for n in range(3)] == [
            [State.ACCEPTED] * 3,
            [State.ACCEPTED],
            [State.ACCEPTED],
        ]
        assert states(store, 2, "兰州") == [State.SUGGESTED]


async def test_a_click_unticks_and_escape_does_nothing(store: Store) -> None:
    """The mouse does not carry anything out."""
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "plus")
        await pilot.click("#picks", offset=(10, 2))
        await pilot.pause()
        assert isinstance(app.screen, PreviewScreen)
        rows = app.screen.query_one("#picks")
        assert "2/3 处" in str(rows.border_title)
        await press(pilot, "escape")
        assert states(store, 0) == [State.SUGGESTED] * 3


def test_ticks_are_turned_one_by_one_and_all_at_once(store: Store) -> None:
    """What is not ticked is left out; all or none is one key."""
    picks = Picks()
    picks.take(mentions(store, Asked("甘肃科技", "ORG")))
    picks.turn(1)
    assert (picks.count, len(picks), picks.articles) == (4, 5, 3)
    assert picks.left_out == [picks.mentions[1]]
    picks.turn_all()
    assert (picks.count, picks.ticked) == (0, [])
    picks.turn_all()
    assert picks.left_out == []

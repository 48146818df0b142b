"""The bench on a store that others use too: other people, and other windows of the same person."""

from __future__ import annotations

from textual.pilot import Pilot

from store.mark import State
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import FIRST, OpenAs, fake_worker, suggestions, toasts
from tests.tui.test_bench import current_words, key_line, press, session_of
from text.cleaning import clean
from text.loading import load_bytes
from text.scheme import default_scheme
from tui import notices
from tui.app import JinbiaoApp
from tui.review.holding import RENEW_SECONDS, Holding
from tui.widgets.row_list import RowList

SIZE = (120, 30)


def header(app: JinbiaoApp) -> str:
    return app.bench.view.header.render_line(0).text


async def look(app: JinbiaoApp, pilot: Pilot[None]) -> None:
    """Notice what others wrote, as the bench does every second."""
    app.lookout.look()
    await pilot.pause()


def ids(store: Store) -> list[str]:
    return [card.id for card in store.library()]


# Claims


async def test_opening_claims_and_leaving_gives_back(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """Others see who is at which article; going on, or quitting, lets them have it."""
    first, second = ids(store)
    other = open_as("乙")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert {it: c.person for it, c in other.claimed_by_others().items()} == {first: "测试"}
        await press(pilot, "N")
        assert set(other.claimed_by_others()) == {second}
        await press(pilot, "q")
    assert other.claimed_by_others() == {}


async def test_the_queue_passes_over_what_others_are_at(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """Opening does, and so does `d`, which opens one of theirs only when pressed again."""
    first, second = ids(store)
    other = open_as("乙")
    other.claim(first)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.bench.article_id == second
        await press(pilot, "d")
        assert app.bench.article_id == second
        assert key_line(app).strip() == notices.left_to_others()
        await press(pilot, "d")
        assert app.bench.article_id == first


async def test_an_article_that_somebody_is_at_says_so(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """`P` opens it all the same; when they leave it becomes this person's."""
    first, _ = ids(store)
    other = open_as("乙")
    other.claim(first)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "P")
        assert app.bench.article_id == first
        assert "乙 正在做这一篇" in key_line(app)
        assert "乙 在做" in header(app)
        await press(pilot, "a")
        assert session_of(app).reading.marks[0].state is State.ACCEPTED
        other.release(first)
        await look(app, pilot)
        assert "在做" not in header(app)
        assert set(other.claimed_by_others()) == {first}


async def test_the_library_shows_who_is_at_what(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """Also when somebody comes while the list is open."""
    other = open_as("乙")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L", "j")
        rows = app.screen.query_one("#library", RowList)
        assert "在做" not in rows.render_line(1).text
        other.claim(ids(store)[1])
        await look(app, pilot)
        assert ["乙 在做" in rows.render_line(y).text for y in range(2)] == [False, True]
        assert rows.cursor == 1


def test_only_who_is_at_work_keeps_a_claim(store: Store, open_as: OpenAs) -> None:
    """It is renewed after a key, and not more often than it needs to be."""
    other, (first, _) = open_as("乙"), ids(store)
    now = 0.0
    holding = Holding(store, clock=lambda: now)
    holding.take(first)
    store.release(first)
    holding.stir()
    holding.keep_up()
    assert other.claimed_by_others() == {}
    now = RENEW_SECONDS
    holding.keep_up()
    assert set(other.claimed_by_others()) == {first}
    store.release(first)
    now *= 2
    holding.keep_up()
    assert other.claimed_by_others() == {}


# What others write


async def test_decisions_of_another_window_appear(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """The marks are drawn anew; the cursor stays, and is told nothing that is not about it."""
    window = open_as("测试")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        reading = window.reading(ids(store)[0])
        reading.reject(reading.marks[0].id)
        await look(app, pilot)
        assert session_of(app).reading.marks[0].state is State.REJECTED
        assert current_words(app) == "书记"
        assert "别处" not in key_line(app)
        assert "1/5" in header(app)


async def test_nothing_under_the_cursor_changes_silently(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """Where it was decided elsewhere, or is suggested no longer, the bench says so."""
    window = open_as("测试")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        reading = window.reading(ids(store)[0])
        reading.move(reading.marks[0].id, 0, 3)
        await look(app, pilot)
        assert key_line(app).strip() == notices.changed_here()
        assert current_words(app) == "嘉善县"
        await press(pilot, "n")
        kept = suggestions(store.article(ids(store)[0]).revision.text)[2:]
        window.put_suggestions(ids(store)[0], SUGGESTER, VERSION, kept)
        await look(app, pilot)
        assert key_line(app).strip() == notices.changed_here()
        assert current_words(app) == ""
        await press(pilot, "a")
        assert [m.state for m in session_of(app).reading.marks].count(State.ACCEPTED) == 0


async def test_a_conflict_is_shown_and_nothing_is_lost(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """A key pressed before the other window's edit was seen decides nothing; the next one does."""
    window = open_as("测试")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        reading = window.reading(ids(store)[0])
        reading.relabel(reading.marks[0].id, "LOC")
        await press(pilot, "x")
        assert notices.conflict() in toasts(app)
        assert "已存" not in key_line(app)
        mark = session_of(app).reading.marks[0]
        assert (mark.span.label, mark.state) == ("LOC", State.CORRECTED)
        await press(pilot, "x")
        assert session_of(app).reading.marks[0].state is State.REJECTED
        assert len(store.history(ids(store)[0])[0].lines) == 2


async def test_a_repair_refused_in_another_window_shows_the_other_text(
    store: Store, open_as: OpenAs
) -> None:
    """The article is read in the revision that its reader is in now, the cursor on its words."""
    window = open_as("测试")
    article = load_bytes("規上工業總產值(zhí)突破２３００億元。\n".encode(), "damaged.txt")
    store.add(article)
    store.reading(article.id).remember(None, article.revision.text.index("突破"))
    repair = next(r for r in article.revision.repairs if r.kind == "pinyin")
    rulings: dict[tuple[str, int, int], str | None] = {
        (repair.kind, repair.raw_start, repair.raw_end): None
    }
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.bench.article_id == article.id
        window.reading(article.id).revise(clean(article.raw, rulings), rulings)
        await look(app, pilot)
        session = session_of(app)
        assert "zhí" in session.text
        assert session.text[session.cursor.caret :].startswith("突破")


async def test_articles_that_others_import_are_there(
    app: JinbiaoApp, store: Store, open_as: OpenAs
) -> None:
    """The count grows, the worker sees to them, and `N` gets there."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "1/2" in header(app)
        third = load_bytes((FIRST + "又及。").encode(), "third.txt")
        open_as("乙").add(third)
        await look(app, pilot)
        assert "1/3" in header(app)
        await pilot.pause()
        assert not store.lacks_suggestions(third.id, SUGGESTER, VERSION)
        await press(pilot, "N", "N")
        assert app.bench.article_id == third.id

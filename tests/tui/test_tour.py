"""The tour: all of it under the keys, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.store import Store
from tests.tui.conftest import fake_worker
from text.scheme import default_scheme
from tui.language import Language, speak
from tui.page.cells import cells
from tui.tour.sample import OFFERS, put_sample
from tui.tour.steps import STEPS, Sight, Tour
from tui.touring import TourApp, TourBar

PRESSED = (
    ("n",),
    ("a",),
    ("x",),
    ("2",),
    ("right_curly_bracket", "left_curly_bracket", "left_curly_bracket"),
    ("j", "v", "l", "l", "5"),
    ("u",),
    ("R", "escape"),
    ("t", "escape"),
    ("d", "d"),
)
"""What a reviewer presses at each step, who does as told."""


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    """A store with the sample."""
    store = Store.open(tmp_path / "tour.db", "tour", default_scheme())
    put_sample(store)
    yield store
    store.close()


async def reached(app: TourApp, pilot: Pilot[None], number: int) -> None:
    """Wait until so many steps are done."""
    for _ in range(100):
        if app.tour.number >= number:
            break
        await pilot.pause(0.05)
    assert app.tour.number == number


@pytest.mark.parametrize("language", Language)
async def test_each_step_is_done_by_its_keys(sample: Store, language: Language) -> None:
    """One after another, never two at once; at the end it says that it is the end."""
    speak(language)
    app = TourApp(sample, worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        for number, keys in enumerate(PRESSED):
            await reached(app, pilot, number)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.15)
            await reached(app, pilot, number + 1)
        await pilot.pause(0.2)
        bar = app.screen.query_one(TourBar)
        assert "jinbiao review" in bar.render_line(0).text + bar.render_line(1).text
        assert app.tour.step is None


@pytest.mark.parametrize(("width", "told"), [(80, "左边是来稿"), (60, "s 看来稿")])
async def test_the_first_step_speaks_of_the_panes_that_are_there(
    sample: Store, width: int, told: str
) -> None:
    """Two, or one and the key of the other."""
    app = TourApp(sample, worker=fake_worker)
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause(0.4)
        bar = app.screen.query_one(TourBar)
        assert told in bar.render_line(0).text


def test_the_sample_has_something_for_each_step(sample: Store) -> None:
    """All that is suggested stands in its text, and it was cleaned of something."""
    (card,) = sample.library()
    assert card.undecided == len(OFFERS)
    assert {it.kind for it in sample.article(card.id).revision.repairs} > {"script", "pinyin"}


@pytest.mark.parametrize("language", Language)
def test_each_step_fits_above_a_narrow_bench(language: Language) -> None:
    """Two lines of eighty cells, the keys in front."""
    speak(language)
    for step in STEPS:
        assert cells(f" 10/10  {step.keys} ") + cells(str(step.words)) < 2 * 78 - 12


def test_nothing_is_done_before_there_is_something_to_see() -> None:
    """Nor by looking twice at the same."""
    tour = Tour()
    assert not tour.look(Sight("BenchScreen"))
    assert tour.number == 0

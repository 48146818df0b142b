"""The bench on a tour: a line above it says what to do, and goes on when that was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.style import Style
from rich.text import Text

from store.store import Store
from suggest.client import Worker
from text.scheme import default_scheme
from tui.app import JinbiaoApp
from tui.called import called
from tui.choices.choosing import Chosen
from tui.choices.theme import Role, ink
from tui.language import say
from tui.page.cells import cells
from tui.tour.sample import put_sample
from tui.tour.steps import STEPS, Sight, Tour
from tui.widgets.lines import Lines

LOOK_SECONDS = 0.1
"""How often it is looked whether the step was done; a look costs microseconds."""


class TourBar(Lines):
    """Two lines above whatever screen is open."""

    def show(self, tour: Tour, *, narrow: bool) -> None:
        """Say what is to be done now, `narrow` where one pane is on the screen."""
        room = max(1, self.size.width - 2)
        if tour.step is None:
            keys = say(" 导览完 ", " the tour ends ")
            words = say(
                f"就这些。q 离开；{called()} review 路径… 从你自己的文章开始，? 是全部按键",
                f"that is all: q leaves, {called()} review PATH… begins with your own articles",
            )
        else:
            keys = f" {tour.number + 1}/{len(STEPS)}  {tour.step.keys} "
            words = str((narrow and tour.step.narrow) or tour.step.words)
        head = Text(keys, Style(bold=True, reverse=True))
        first, rest = _cut(words, room - head.cell_len)
        second, _ = _cut(rest, room)
        self.put([head.append(f" {first}", ink(Role.NOTICE)), Text(f" {second}", ink(Role.NOTICE))])


def _cut(words: str, room: int) -> tuple[str, str]:
    """As much of `words` as fits into `room` cells, at a space where there is one, and the rest."""
    if cells(words) <= room:
        return words, ""
    end = 0
    while cells(words[: end + 1]) <= room:
        end += 1
    space = words.rfind(" ", 0, end + 1)
    end = space if space > end // 2 else end
    return words[:end], words[end:].lstrip()


class TourApp(JinbiaoApp):
    """The bench as ever, on a store with the sample alone."""

    def __init__(
        self, store: Store, worker: Callable[[], Worker] = Worker, chosen: Chosen | None = None
    ) -> None:
        super().__init__(store, default_scheme(), worker=worker, chosen=chosen)
        self.tour = Tour()

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(LOOK_SECONDS, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer all that the bench does, but no tour: one is on it."""
        return action != "tour" and super().check_action(action, parameters)

    def _look(self) -> None:
        self.tour.look(self._sight())
        bars = list(self.screen.query(TourBar))
        if bars:
            bars[0].show(self.tour, narrow=self.bench.view.is_narrow)
        else:
            self.screen.mount(TourBar(id="tour"))

    def _sight(self) -> Sight:
        page, screen = self.bench.page, type(self.screen).__name__
        if page is None:
            return Sight(screen)
        session = page.session
        current = session.current
        return Sight(
            screen,
            tuple(session.reading.marks),
            current.id if current else None,
            session.reading.status == "done",
        )


def run_tour(chosen: Chosen) -> int:
    """Go on the tour; the exit status. Nothing of the reviewer's is touched or remembered."""
    with TemporaryDirectory(prefix="jinbiao-tour-") as folder:
        store = Store.open(Path(folder) / "tour.db", "tour", default_scheme())
        try:
            put_sample(store)
            app = TourApp(store, chosen=Chosen(chosen.preferences))
            app.run()
        finally:
            store.close()
    return app.return_code or 0

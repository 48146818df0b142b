"""One thing after another, what came last first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from suggest.lane import DEEPEST, Lane


class Errands:
    """What is given to a lane, by name; begins only once all of the first were given."""

    def __init__(self) -> None:
        self.lane = Lane()
        self.done: list[str] = []
        self._given = Event()

    def put(self, name: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Have it done: its beginning, what comes `meanwhile`, giving way, and its end."""

        def work() -> None:
            self._given.wait(60)
            self.done.append(f"{name}…")
            meanwhile()
            self.lane.give_way()
            self.done.append(name)

        self.lane.put(work)

    def finish(self) -> list[str]:
        """What was done, in order."""
        self._given.set()
        self.lane.finish()
        return self.done


def test_what_comes_while_something_is_under_way_goes_before_it() -> None:
    """And what comes meanwhile before that; then each goes on where it stood."""
    errands = Errands()
    errands.put("a", lambda: errands.put("b", lambda: errands.put("c")))
    assert errands.finish() == ["a…", "b…", "c…", "c", "b", "a"]


def test_what_waited_before_goes_on_waiting() -> None:
    """Only what is newer than the work at hand goes before it."""
    errands = Errands()
    begun = Event()
    errands.lane.put(begun.wait)
    for name in ("a", "b"):
        errands.put(name)
    begun.set()
    assert errands.finish() == ["b…", "b", "a…", "a"]


def test_not_everything_is_begun_at_once() -> None:
    """Who leafs through a hundred long articles has a few of them under way, not a hundred."""
    errands = Errands()

    def one_more(number: int) -> Callable[[], None]:
        return lambda: errands.put(f"{number}", one_more(number + 1)) if number < 100 else None

    errands.put("0", one_more(1))
    done = errands.finish()
    depth = deepest = 0
    for name in done:
        depth += 1 if name.endswith("…") else -1
        deepest = max(deepest, depth)
    assert deepest == DEEPEST
    assert len(done) == 200

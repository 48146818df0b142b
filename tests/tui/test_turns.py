"""Reading something long while the screen goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from time import sleep

import pytest

from text.errors import JinbiaoError
from tui import turns
from tui.turns import in_turns


def slowly(number: int) -> Iterator[int]:
    """Numbers, each of which takes longer than a turn."""
    for part in range(number):
        sleep(turns.SLICE)
        yield part


async def take(parts: Iterable[int], show: Callable[[list[int]], None], taken: list[int]) -> None:
    """Put `parts` into `taken`; `show` is given what is there so far."""
    keep = taken.append
    async for part in in_turns(parts, lambda: show([*taken])):
        keep(part)


async def test_every_part_comes_and_others_have_their_turns() -> None:
    """In their order; whatever else is to be done is done between them."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(tick())
    taken: list[int] = []
    await take(slowly(5), lambda _: None, taken)
    ticking.cancel()
    assert taken == list(range(5))
    assert ticks >= 4


async def test_what_has_come_is_drawn_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it that was taken by then."""
    monkeypatch.setattr(turns, "SHOWN_AGAIN", 0)
    monkeypatch.setattr(turns, "SHARE", 0)
    drawn: list[list[int]] = []
    await take(slowly(3), drawn.append, [])
    assert drawn == [[0], [0, 1], [0, 1, 2]]


async def test_what_cannot_be_read_is_raised() -> None:
    """After the parts that came before it."""

    def broken() -> Iterator[int]:
        yield 1
        raise JinbiaoError("the store is gone")

    taken: list[int] = []
    with pytest.raises(JinbiaoError, match="gone"):
        await take(broken(), lambda _: None, taken)
    assert taken == [1]

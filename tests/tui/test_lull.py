"""What can wait is done between keys, and under a key that is held down it goes on."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest

from tui.review import lull
from tui.review.lull import Lulls


async def test_nothing_waits_where_no_key_came() -> None:
    """Nor after a lull."""
    lulls = Lulls()
    begun = monotonic()
    await lulls.wait()
    assert monotonic() - begun < lull.LULL


async def test_a_key_puts_it_off_and_each_further_one_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Until none has come for a while, which here is long: machines may be busy."""
    monkeypatch.setattr(lull, "LULL", 1.0)
    monkeypatch.setattr(lull, "LONGEST", 60.0)
    lulls = Lulls()
    lulls.key()
    waiting = asyncio.create_task(lulls.wait())
    for _ in range(4):
        await asyncio.sleep(0.05)
        lulls.key()
        last = monotonic()
        assert not waiting.done()
    await waiting
    assert monotonic() - last >= lull.LULL


async def test_keys_without_a_lull_do_not_hold_it_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A held-down key ends too late for it."""
    monkeypatch.setattr(lull, "LONGEST", 0.3)
    lulls = Lulls()
    lulls.key()
    waiting = asyncio.create_task(lulls.wait())
    async with asyncio.timeout(30):
        while not waiting.done():
            lulls.key()
            await asyncio.sleep(0.01)

"""How somebody's work went, day by day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store import clock
from store.course import Day
from store.edit import Effort
from store.reading import Reading
from store.store import Store
from tests.store.conftest import OpenStore


def local_day(time: str) -> str:
    """The local day of a time in UTC."""
    at = datetime.fromisoformat(time).replace(tzinfo=UTC)
    return at.astimezone().date().isoformat()


def test_days_tell_what_stands_and_what_it_took(
    store: Store, reading: Reading, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undone decisions cost and do not count; an article counts on the day it was finished."""
    assert store.course() == []
    first, second = "2026-01-02T12:00:00", "2026-01-05T12:00:00"
    monkeypatch.setattr(clock, "now", lambda: f"{first}Z")
    marks = [mark.id for mark in reading.marks]
    reading.accept(marks[0], Effort(10, 2))
    reading.accept(marks[1], Effort(5, 1))
    reading.undo(Effort(1, 1))
    reading.finish(Effort(1, 1))
    monkeypatch.setattr(clock, "now", lambda: f"{second}Z")
    reading.reopen(Effort(0, 1))
    reading.reject(marks[2], Effort(20, 3))
    reading.finish(Effort(0, 1))
    assert store.course() == [
        Day(local_day(first), decisions=1, articles=0, seconds=17, keys=5),
        Day(local_day(second), decisions=1, articles=1, seconds=20, keys=5),
    ]
    assert open_store("ben").course() == []

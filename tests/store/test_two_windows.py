"""Two connections to one file: nothing is lost, nothing is silently won."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import ConflictError
from store.reading import Reading
from store.store import Store
from tests.store.building import article, find, words
from tests.store.conftest import OpenStore

ROOT = Path(__file__).parents[2]


def test_a_change_made_elsewhere_is_a_conflict(reading: Reading, open_store: OpenStore) -> None:
    """The second is told, sees what the first did, and can go on from there."""
    elsewhere = open_store().reading(article().id)
    elsewhere.accept(find(elsewhere, "张利明").id)
    with pytest.raises(ConflictError, match="decide again"):
        reading.reject(find(reading, "张利明").id)
    assert words(reading) == words(elsewhere)
    assert reading.undecided == 3
    assert reading.reject(find(reading, "张利明").id)
    with pytest.raises(ConflictError):
        elsewhere.undo()
    assert words(elsewhere) == words(reading)


def test_the_first_edits_of_two_windows_conflict_too(
    reading: Reading, open_store: OpenStore
) -> None:
    """Also when neither had begun the reading."""
    elsewhere = open_store().reading(article().id)
    reading.finish()
    with pytest.raises(ConflictError):
        elsewhere.accept(find(elsewhere, "张利明").id)
    assert elsewhere.status == "done"


def test_two_people_do_not_disturb_each_other(reading: Reading, open_store: OpenStore) -> None:
    """Each has a reading of their own, with its own undo."""
    bob = open_store("bob").reading(article().id)
    reading.accept(find(reading, "张利明").id)
    bob.reject(find(bob, "张利明").id)
    assert ("张利明", "PER", "accepted") in words(reading)
    assert ("张利明", "PER", "rejected") in words(bob)
    reading.undo()
    bob.undo()
    assert words(reading) == words(bob)


def test_many_writers_at_once_lose_nothing(store: Store, path: Path) -> None:
    """Four processes, each with decisions of its own person, all as fast as they can."""
    text = "甘肃科技集团。" * 50
    it = article(text)
    store.add(it)
    code = (
        "import sys; from pathlib import Path; from store.store import Store\n"
        "from text.scheme import default_scheme\n"
        "store = Store.open(Path(sys.argv[1]), sys.argv[3], default_scheme())\n"
        "reading = store.reading(sys.argv[2])\n"
        "for number in range(50): reading.add(number * 7, number * 7 + 6, 'ORG')\n"
        "store.close()"
    )
    people = ["a", "b", "c", "d"]
    processes = [
        subprocess.Popen([sys.executable, "-c", code, path, it.id, person], cwd=ROOT)
        for person in people
    ]
    assert [process.wait(120) for process in processes] == [0] * 4
    counted = store.db.rows("SELECT annotator, count(*) FROM spans GROUP BY 1 ORDER BY 1")
    assert counted == [(person, 50) for person in people]
    assert store.db.rows("SELECT count(*), count(DISTINCT uid) FROM edits") == [(200, 200)]

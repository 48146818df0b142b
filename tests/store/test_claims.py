"""Several people on one store: who is at what, and what comes of the others' work."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from store import clock
from store.claims import LEASE_SECONDS
from store.errors import UnknownArticleError
from store.store import Store
from tests.store.building import article
from tests.store.conftest import OpenStore
from tests.store.other_account import NOBODY, needs_root, opened_by_nobody
from text.scheme import default_scheme

ONE, TWO = article("一"), article("二")


@pytest.fixture
def pair(open_store: OpenStore) -> tuple[Store, Store]:
    """Ann's and Bob's view of a store with two articles."""
    ann, bob = open_store("ann"), open_store("bob")
    ann.add(ONE)
    ann.add(TWO)
    return ann, bob


def test_two_people_are_not_sent_to_the_same_article(pair: tuple[Store, Store]) -> None:
    """What one has claimed the other is not offered, until it is given back."""
    ann, bob = pair
    assert ann.claim(ONE.id) is None
    assert (ann.next_open(), bob.next_open()) == (ONE.id, TWO.id)
    assert bob.claim(TWO.id) is None
    assert ann.next_open(ONE.id) == ONE.id
    assert bob.next_open(TWO.id) == TWO.id
    assert bob.next_open(TWO.id, claimed=True) == ONE.id
    ann.release(ONE.id)
    assert bob.next_open(TWO.id) == ONE.id


def test_a_claim_of_another_is_told_and_stays(pair: tuple[Store, Store]) -> None:
    """Unless it is asked for; one cannot give back what another has."""
    ann, bob = pair
    ann.claim(ONE.id)
    held = bob.claim(ONE.id)
    assert held == bob.claimed_by_others()[ONE.id]
    assert held
    assert held.person == "ann"
    bob.release(ONE.id)
    assert bob.claim(ONE.id) == held
    assert bob.claim(ONE.id, over=True) is None
    assert ann.claimed_by_others()[ONE.id].person == "bob"


def test_a_claim_that_nobody_renews_runs_out(pair: tuple[Store, Store]) -> None:
    """Renewing puts its end off; the end is a time, so it outlives the program."""
    ann, bob = pair
    ann.claim(ONE.id, seconds=-1)
    assert bob.claimed_by_others() == {}
    assert bob.next_open() == ONE.id
    ann.claim(ONE.id, seconds=60)
    held = bob.claimed_by_others()[ONE.id]
    ann.claim(ONE.id, seconds=600)
    assert bob.claimed_by_others()[ONE.id].until > held.until
    ann.close()
    assert bob.claim(ONE.id)


def test_a_claim_made_while_the_clock_was_ahead_is_not_believed(
    pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No claim lasts longer than a lease, neither by its making nor by the clock."""
    ann, bob = pair
    ann.claim(ONE.id, seconds=10**6)
    assert bob.claimed_by_others()[ONE.id].until <= clock.now(LEASE_SECONDS)
    later = time.time() + 10**6
    with monkeypatch.context() as patch:
        patch.setattr("store.clock.time.time", lambda: later)
        ann.claim(ONE.id)
        assert bob.claim(ONE.id)
    assert bob.claimed_by_others() == {}
    assert bob.next_open() == ONE.id
    assert bob.claim(ONE.id) is None
    assert ann.claimed_by_others()[ONE.id].person == "bob"


def test_a_claim_on_nothing_is_refused(pair: tuple[Store, Store]) -> None:
    """There is no such article."""
    with pytest.raises(UnknownArticleError):
        pair[0].claim("nothing")


def test_a_claim_keeps_nobody_from_deciding(pair: tuple[Store, Store]) -> None:
    """Readings are by person, so no decision is in another's way."""
    ann, bob = pair
    ann.claim(ONE.id)
    assert bob.reading(ONE.id).add(0, 1, "LOC")


def test_what_others_write_is_noticed(pair: tuple[Store, Store]) -> None:
    """Once for each time that it is asked; one's own writing is none of it."""
    ann, bob = pair
    ann.changed_elsewhere()
    assert not ann.changed_elsewhere()
    bob.reading(ONE.id).add(0, 1, "LOC")
    assert ann.changed_elsewhere()
    assert not ann.changed_elsewhere()
    ann.reading(ONE.id).add(0, 1, "LOC")
    assert not ann.changed_elsewhere()
    assert bob.changed_elsewhere()


def test_a_reading_tells_whether_it_is_as_it_was_last_seen(pair: tuple[Store, Store]) -> None:
    """After another window's decision, or new suggestions, until it is refreshed."""
    ann, bob = pair
    one, other = ann.reading(ONE.id), ann.reading(ONE.id)
    bob.reading(ONE.id).add(0, 1, "LOC")
    one.add(0, 1, "LOC")
    assert one.is_current()
    assert not other.is_current()
    other.refresh()
    assert other.is_current()
    bob.put_suggestions(ONE.id, "jinbiao", "1", [])
    assert not one.is_current()


def test_a_store_for_a_group(tmp_path: Path) -> None:
    """File, -wal, -shm and folder can be written by the group; one that was not made so, later."""
    path = tmp_path / "own" / "s.db"
    path.parent.mkdir(mode=0o755)
    Store.open(path, "ann", default_scheme()).close()
    store = Store.open(path, "ann", default_scheme(), group=True)
    store.add(ONE)
    modes = {place.name: place.stat().st_mode & 0o7777 for place in path.parent.iterdir()}
    store.close()
    assert set(modes) == {"s.db", "s.db-wal", "s.db-shm"}
    assert all(mode & 0o060 == 0o060 for mode in modes.values())
    assert path.parent.stat().st_mode & 0o2070 == 0o2070


@needs_root
@pytest.mark.parametrize("group", [False, True])
def test_a_second_account(group: bool) -> None:
    """In the same group it writes a store made for the group; else it is told what to do."""
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, -1, NOBODY)
    folder.chmod(0o755)
    path = folder / "jinbiao.db"
    store = Store.open(path, "ann", default_scheme(), group=group)
    store.add(ONE)
    told = opened_by_nobody(path)
    store.add(TWO)
    store.close()
    shutil.rmtree(folder)
    assert told == "1" if group else "(--group)" in told

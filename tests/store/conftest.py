"""A store of one's own, and an article in it to decide on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.reading import Reading
from store.store import Store
from tests.store.building import article, suggest
from tests.store.firm import ARTICLES, put
from text.scheme import default_scheme

OpenStore = Callable[..., Store]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store can be made."""
    return tmp_path / "jinbiao.db"


@pytest.fixture
def open_store(path: Path) -> Iterator[OpenStore]:
    """Open the store at `path` as somebody; what is open is closed at the end."""
    opened: list[Store] = []

    def open_as(person: str = "ann") -> Store:
        opened.append(Store.open(path, person, default_scheme()))
        return opened[-1]

    yield open_as
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """A new store, open as ann."""
    return open_store()


@pytest.fixture
def reading(store: Store) -> Reading:
    """Ann's reading of an article with four suggestions: ORG, TITLE, PER and a TARGET."""
    it = article()
    store.add(it)
    store.put_suggestions(
        it.id,
        "jinbiao",
        "1",
        [
            suggest("甘肃科技集团", "ORG"),
            suggest("党委书记", "TITLE"),
            suggest("张利明", "PER"),
            suggest("工业总产值突破2300亿元", "TARGET", value="2300", unit="亿元"),
        ],
    )
    return store.reading(it.id)


@pytest.fixture
def shelf(store: Store) -> Store:
    """Ann's store with four articles; the firm stands in three of them, twice in the first."""
    for number, it in enumerate(ARTICLES):
        store.add(it)
        put(store, number)
    return store

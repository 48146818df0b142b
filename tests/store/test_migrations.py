"""Stores that earlier versions made: opened, brought up to date, nothing lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.database import VERSION
from store.store import Store
from tests.store.building import TEXT, article, find, repaired_article, words
from text.scheme import default_scheme

OLD = Path(__file__).parent / "old"
"""A store of every earlier schema, as SQL; each was filled by the program of its time."""

SCHEMAS = range(1, VERSION)


def old_store(schema: int, path: Path) -> Path:
    """The store of that schema, as a file at `path`."""
    connection = sqlite3.connect(path)
    connection.executescript((OLD / f"schema{schema}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.mark.parametrize("schema", SCHEMAS)
def test_an_earlier_store_is_brought_up_to_date(schema: int, path: Path) -> None:
    """Articles, decisions and what can be undone are as they were; the file says what it is now."""
    store = Store.open(old_store(schema, path), "ann", default_scheme())
    assert store.db.row("PRAGMA user_version") == (VERSION,)
    assert store.db.row("PRAGMA integrity_check") == ("ok",)
    assert store.db.rows("PRAGMA foreign_key_check") == []
    assert store.article(article().id) == article()
    assert store.article(repaired_article().id) == repaired_article()
    reading = store.reading(article().id)
    assert words(reading) == [
        ("甘肃科技集团", "ORG", "accepted"),
        ("党委书记", "TITLE", "rejected"),
        ("张利明", "PER", "suggested"),
        ("工业总产值突破2300亿元", "TARGET", "corrected"),
    ]
    target = find(reading, "工业总产值突破2300亿元")
    assert target.span.attributes["owner"] == "甘肃科技集团"
    assert (reading.status, reading.comment, reading.resume) == ("done", None, (target.id, 3))
    verbs = [edit.verb for edit in iter(reading.undo, None)]
    assert verbs == ["undo"] * 4
    assert reading.marks == tuple(mark for mark in reading.marks if not mark.annotator)
    assert [reading.redo() is not None for _ in range(5)] == [True] * 4 + [False]
    assert len(TEXT) > reading.resume[1]
    store.close()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_migrated_store_has_the_tables_of_a_new_one(schema: int, path: Path) -> None:
    """Column for column, with the same indexes and triggers."""
    new = Store.open(path.with_name("new.db"), "ann", default_scheme())
    old = Store.open(old_store(schema, path), "ann", default_scheme())
    columns = (
        'SELECT tables.type, tables.name, columns.name, columns.type, "notnull", dflt_value, pk'
        " FROM sqlite_master AS tables LEFT JOIN pragma_table_info(tables.name) AS columns"
        " ORDER BY 1, 2, 3"
    )
    assert old.db.rows(columns) == new.db.rows(columns)
    new.close()
    old.close()

"""Keep a store of the present schema for the tests of later ones.

`python -m tests.store.old.make`, before a migration is added, writes `schema<N>.sql` beside this.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from store.database import APPLICATION_ID, VERSION
from store.store import Store
from tests.store.building import article, find, repaired_article, suggest
from text.scheme import default_scheme


def main() -> None:
    """Make a store with something of everything, and write it down as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.db"
        fill(path)
        connection = sqlite3.connect(path)
        lines = [
            f"PRAGMA application_id = {APPLICATION_ID};",
            f"PRAGMA user_version = {VERSION};",
            *connection.iterdump(),
        ]
        connection.close()
    target = Path(__file__).with_name(f"schema{VERSION}.sql")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fill(path: Path) -> None:
    """What `test_migrations` looks for."""
    store = Store.open(path, "ann", default_scheme())
    it = article()
    store.add(it)
    store.add(repaired_article())
    found = [
        suggest("甘肃科技集团", "ORG"),
        suggest("党委书记", "TITLE"),
        suggest("张利明", "PER"),
        suggest("工业总产值突破2300亿元", "TARGET", value="2300", unit="亿元"),
    ]
    store.put_suggestions(it.id, "jinbiao", "1", found)
    reading = store.reading(it.id)
    reading.accept(find(reading, "甘肃科技集团").id)
    reading.reject(find(reading, "党委书记").id)
    target = find(reading, "工业总产值突破2300亿元").id
    reading.relate(target, find(reading, "甘肃科技集团").id)
    reading.set_comment("old")
    reading.undo()
    reading.remember(target, 3)
    reading.finish()
    store.close()


if __name__ == "__main__":
    main()

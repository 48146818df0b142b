"""The SQLite driver: pysqlite3 where it is installed, else Python's own.

SQLite before 3.51.3 can damage a WAL file that several connections write (https://sqlite.org/wal.html,
"the WAL-reset bug"); pysqlite3 brings a later one, and sqlite-utils prefers it too.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as driver
else:
    _name = "pysqlite3" if importlib.util.find_spec("pysqlite3") else "sqlite3"
    driver = importlib.import_module(_name)

__all__ = ["driver"]

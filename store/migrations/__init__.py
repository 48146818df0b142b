"""The schema, step by step: what a new store gets, and what brings an older one up to date."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

if TYPE_CHECKING:
    from sqlite3 import Connection

STEPS = (
    "m0001_first",
    "m0002_rulings",
    "m0003_claims",
    "m0004_renames",
    "m0005_words",
    "m0006_batches",
    "m0007_leads",
    "m0008_sums",
    "m0009_priorities",
)
"""Modules of this package, in order; each has `up(db)`. A step that was released never changes."""

_migrations = Migrations("jinbiao")
for _step in STEPS:
    _migrations(name=_step)(import_module(f"store.migrations.{_step}").up)


def migrate(connection: Connection) -> None:
    """Carry out the steps that the store behind `connection` lacks, in the open transaction."""
    _migrations.apply(Database(connection, execute_plugins=False))

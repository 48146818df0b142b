"""The soak tests in a shorter form: killed reviewers, and many at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from store.store import Store
from tests.store.building import article
from tests.store.test_opening import ROOT
from text.scheme import default_scheme


def soak(name: str, amount: str) -> str:
    """What a soak test says at its end; it forks, so it gets a process of its own."""
    run = [sys.executable, "-m", f"tests.soak.{name}", amount]
    ended = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_killed_reviewers_lose_nothing_that_they_were_shown() -> None:
    """And leave a sound store, whenever they are killed."""
    assert soak("crash", "20").startswith("20 kills")


def test_many_reviewers_at_once_lose_nothing() -> None:
    """No decision fails, and all are in the log."""
    assert "decisions" in soak("writers", "1.5")


def test_a_store_copied_while_in_use_is_whole(path: Path, store: Store) -> None:
    """Without its -wal it is as it was at some earlier moment; with it, as it is."""
    for number in range(30):
        store.add(article(f"第{number}篇。" * 100))
    copies = [path.with_name("without.db"), path.with_name("with.db")]
    for copy in copies:
        shutil.copy(path, copy)
    shutil.copy(f"{path}-wal", f"{copies[1]}-wal")
    counts = []
    for copy in copies:
        opened = Store.open(copy, "ann", default_scheme())
        assert opened.db.row("PRAGMA integrity_check") == ("ok",)
        counts.append(len(opened.library()))
        opened.close()
    assert counts[0] <= counts[1] == 30

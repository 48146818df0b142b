"""Another account of this machine, which opens a store in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOBODY = 65534
"""The number of an account, and of a group, that has nothing."""

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become somebody else")
OPENING = f"""
import os, sys
from pathlib import Path
from store.errors import StoreError
from store.store import Store
from text.scheme import default_scheme
scheme = default_scheme()
os.setgroups([{NOBODY}])
os.setgid({NOBODY})
os.setuid({NOBODY})
try:
    print(len(Store.open(Path(sys.argv[1]), "nobody", scheme).library()))
except StoreError as error:
    print(error)
"""


def opened_by_nobody(path: Path) -> str:
    """How many articles that account finds in the store at `path`, or what it is told instead."""
    run = [sys.executable, "-c", OPENING, path]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

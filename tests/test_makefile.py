"""Setting up: what is missing is told, what is done is not done again, what failed is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def make(tmp_path: Path) -> list[str]:
    """`make install` in a folder of its own, that would make an empty environment."""
    shutil.copy(MAKEFILE, tmp_path)
    (tmp_path / "pyproject.toml").touch()
    install = ["make", "-C", str(tmp_path), "--no-print-directory", "install"]
    return [*install, f"PYTHON={sys.executable}", "CREATE=mkdir -p .venv"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """The command with both of its outputs, which are no terminal."""
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_an_old_python_is_refused_with_what_to_do(make: list[str]) -> None:
    """Before anything is made."""
    ended = run(*make, "PYTHON=false")
    assert ended.returncode != 0
    assert "needs Python 3.11 or newer" in ended.stderr
    assert "make PYTHON=python3.11 install" in ended.stderr


def test_what_is_set_up_is_not_set_up_again(make: list[str], tmp_path: Path) -> None:
    """What goes on meanwhile is told on standard error: what a target prints may go to a file."""
    ended = run(*make, "INSTALL=echo Collecting")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr.startswith("jinbiao: setting up .venv")
    assert "Collecting" in ended.stderr
    assert (tmp_path / ".venv" / ".ready-run").exists()
    assert run(*make, "INSTALL=false").returncode == 0


def test_what_failed_is_tried_again(make: list[str], tmp_path: Path) -> None:
    """An environment that lacks something does not count as one."""
    assert run(*make, "INSTALL=false").returncode != 0
    assert not (tmp_path / ".venv" / ".ready-run").exists()
    assert run(*make, "INSTALL=true").returncode == 0


def test_an_environment_that_could_not_be_made_leaves_nothing(
    make: list[str], tmp_path: Path
) -> None:
    """Debian's Python without venv leaves one without pip, which would be taken for sound."""
    ended = run(*make, "CREATE=mkdir .venv; false")
    assert ended.returncode != 0
    assert not (tmp_path / ".venv").exists()

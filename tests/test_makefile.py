"""Setting up: what is missing is told, what goes on takes one line, a failure tells all of it."""

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


def test_what_succeeds_is_quiet(make: list[str], tmp_path: Path) -> None:
    """Where there is no terminal nothing but the one line before it is told; the next time none."""
    ended = run(*make, "INSTALL=echo much; echo")
    assert ended.returncode == 0
    assert "much" not in ended.stdout + ended.stderr
    assert ended.stderr.startswith("jinbiao: setting up .venv")
    assert (tmp_path / ".venv" / ".ready-run").exists()
    assert run(*make, "INSTALL=false").returncode == 0


def test_what_fails_tells_all_of_it_and_is_tried_again(make: list[str], tmp_path: Path) -> None:
    """Also what stood before the last line."""
    ended = run(*make, "INSTALL=echo first; echo second >&2; false")
    assert ended.returncode != 0
    assert "first\nsecond\n" in ended.stderr
    assert not (tmp_path / ".venv" / ".ready-run").exists()
    assert run(*make, "INSTALL=true").returncode == 0


def test_an_environment_that_could_not_be_made_leaves_nothing(
    make: list[str], tmp_path: Path
) -> None:
    """Debian's Python without venv leaves one without pip, which would be taken for sound."""
    ended = run(*make, "CREATE=mkdir .venv; false")
    assert ended.returncode != 0
    assert not (tmp_path / ".venv").exists()

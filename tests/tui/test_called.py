"""What the bench tells to type in a shell is something that starts it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.called import called


def program(folder: Path) -> Path:
    """A file in `folder` that a shell would run as jinbiao."""
    folder.mkdir()
    path = folder / "jinbiao"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def unfound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A jinbiao in an environment that is not on the search path, and that runs this."""
    path = program(tmp_path / "my env")
    monkeypatch.setattr(sys, "executable", str(path.with_name("python")))
    monkeypatch.setenv("PATH", str(tmp_path))
    return path


def test_it_is_told_by_its_path_where_a_shell_would_not_find_it(
    unfound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the current folder by the rest of it; a blank in it is quoted."""
    assert called() == f"'{unfound}'"
    monkeypatch.chdir(unfound.parent.parent)
    assert called() == "'my env/jinbiao'"


def test_it_is_told_by_its_name_where_a_shell_finds_it(
    unfound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or where there is nothing but its name to tell."""
    monkeypatch.setenv("PATH", str(unfound.parent))
    assert called() == "jinbiao"
    monkeypatch.setenv("PATH", "")
    unfound.unlink()
    assert called() == "jinbiao"

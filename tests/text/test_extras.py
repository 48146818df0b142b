"""The command that installs an extra is one that works where jinbiao came from."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from text import extras
from text.extras import install_command, requirement


def test_a_checkout_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is installed as it was, by its path from here where that is shorter."""
    (tmp_path / "pyproject.toml").touch()
    assert requirement("pdf", tmp_path, None) == ["-e", f"{tmp_path}[pdf]"]
    monkeypatch.chdir(tmp_path)
    assert requirement("pdf", tmp_path, None) == ["-e", ".[pdf]"]


def test_a_copy_is_installed_from_where_it_came(tmp_path: Path) -> None:
    """A folder that is still there, a repository, or else the index."""
    copy = tmp_path / "site-packages"
    folder = tmp_path / "新 闻"
    folder.mkdir()
    by = {
        json.dumps({"url": folder.as_uri(), "dir_info": {}}): f"{folder}[all]",
        json.dumps({"url": "file:///gone", "dir_info": {}}): "jinbiao[all]",
        json.dumps(
            {"url": "https://example.org/j", "vcs_info": {"vcs": "git", "commit_id": "0"}}
        ): "jinbiao[all] @ git+https://example.org/j",
    }
    for direct_url, wanted in by.items():
        assert requirement("all", copy, direct_url) == [wanted]
    assert requirement("all", copy, None) == ["jinbiao[all]"]


def test_it_goes_to_the_python_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fit for a shell; where there is no pip, uv installs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    python, *rest = shlex.split(install_command("serve"))
    assert python == ".venv/bin/python"
    assert rest == ["-m", "pip", "install", "-e", f"{Path(extras.__file__).parents[1]}[serve]"]
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    assert install_command("serve").startswith("uv pip install --python .venv/bin/python -e ")

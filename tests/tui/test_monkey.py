"""A short run of `make monkey`: keys and clicks of chance do not fell the bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.monkey import play


@pytest.mark.parametrize("seed", [1, 2])
async def test_keys_and_clicks_of_chance_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """The bench goes on and answers, the store is sound, and several screens came up."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert len(await play(tmp_path, 400, seed)) > 5

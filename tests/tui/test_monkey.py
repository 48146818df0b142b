"""A short run of `make monkey`: keys and clicks of chance do not fell the bench."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.monkey import play
from tui.choices.hands import choose


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the monkey is kept, with its choices and its files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    yield tmp_path
    choose({})


@pytest.mark.parametrize("seed", [1, 2])
async def test_keys_and_clicks_of_chance_do_no_harm(folder: Path, seed: int) -> None:
    """Each kind of bench goes on and answers, the stores are sound, and many screens came up."""
    assert len(await play(folder, 400, seed, life=100)) > 10

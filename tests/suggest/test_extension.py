"""Suggesters that other packages bring: the example installed and run, and those that misbehave."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from suggest.client import Request, Worker
from suggest.extension import Extension, load_extensions
from text.span import Suggestion

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-suggester"
TEXT = "昨日,启明芯源与三江环保科技签约。"
LABELS = {"ORG": "entity", "TARGET": "target"}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def install(project: Path, site: Path) -> None:
    """What an installer leaves behind for a package of pure Python (PyPA's core metadata).

    By hand, because building one needs a build backend, and fetching that the network.
    """
    about = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module = about["name"].replace("-", "_")
    shutil.copytree(project / module, site / module, dirs_exist_ok=True)
    info = site / f"{module}-{about['version']}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    lines = []
    for group, entries in about["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in entries.items())]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages that processes of ours look into, with the example in it."""
    place = tmp_path / "site"
    install(EXAMPLE, place)
    monkeypatch.setenv("PYTHONPATH", str(place))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return place


@pytest.fixture
def jinbiao() -> Run:
    """Run a command in a process of its own."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "JINBIAO_AS": "ann"},
            timeout=120,
            check=False,
        )

    return run


def gazetteer(line: str) -> list[str]:
    """The words that the example suggested in a line of `jinbiao suggest`."""
    spans: list[dict[str, Any]] = json.loads(line)["spans"]
    return [f"{span['label']} {span['text']}" for span in spans if span["by"] == "gazetteer"]


def test_the_example_suggests_once_it_is_installed(site: Path, jinbiao: Run) -> None:
    """On the command line, and over several processes."""
    for workers in "1", "2":
        ended = jinbiao("suggest", "a.txt", "--workers", workers)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert gazetteer(ended.stdout) == ["ORG 启明芯源", "ORG 三江环保科技"]
    shutil.rmtree(next(site.glob("*.dist-info")))
    assert gazetteer(jinbiao("suggest", "a.txt").stdout) == []


async def test_the_worker_of_the_bench_has_it_too(site: Path) -> None:
    """Its answer bears the version that the store will ask for."""
    async with Worker() as worker:
        answer = await worker.suggest(Request("a", TEXT))
    assert answer.version.endswith("+gazetteer-1.0")
    assert answer.faults == ()
    assert [s.end - s.start for s in answer.suggestions if s.by == "gazetteer"] == [4, 6]


def test_installing_one_renews_what_is_in_the_store(site: Path, jinbiao: Run) -> None:
    """So does updating it; with nothing new there is nothing to do."""
    entry = next(site.glob("*.dist-info"))
    hidden = entry.rename(site / "hidden")
    assert jinbiao("import", "a.txt").returncode == 0
    assert "suggestion" in jinbiao("suggest").stdout
    assert jinbiao("suggest").stdout.startswith("nothing to do")
    hidden.rename(entry)
    assert "suggestion" in jinbiao("suggest").stdout
    assert jinbiao("suggest").stdout.startswith("nothing to do")
    metadata = entry / "METADATA"
    metadata.write_text(metadata.read_text().replace("Version: 1.0", "Version: 1.1"))
    entry.rename(site / "gazetteer_suggester-1.1.dist-info")
    assert "suggestion" in jinbiao("suggest").stdout


async def test_one_that_cannot_be_loaded_is_told_and_left_out(site: Path, jinbiao: Run) -> None:
    """Once, on the command line in one line; the bench's worker hands it on. The rest goes on."""
    (site / "gazetteer_suggester" / "__init__.py").write_text("raise OSError('no disk')\n")
    shutil.copy("a.txt", "b.txt")
    ended = jinbiao("suggest", "a.txt", "b.txt")
    assert (ended.returncode, len(ended.stdout.splitlines())) == (0, 2)
    fault = "suggester gazetteer-1.0 is left out: OSError: no disk"
    assert ended.stderr == f"jinbiao: {fault}\n"
    async with Worker() as worker:
        assert (await worker.suggest(Request("a", TEXT))).faults == (fault,)


def test_none_is_installed_here() -> None:
    """The suggestions that the other tests see are ours."""
    assert load_extensions() == []


def asked(suggest: Callable[..., Any]) -> tuple[list[Suggestion], list[str]]:
    """What is taken of a suggester's answers about TEXT, and what is told of it."""
    told: list[str] = []
    extension = Extension("ext", "ext-2", SimpleNamespace(suggest=suggest))
    return extension.suggest(TEXT, LABELS, told.append, tokens=()), told


def raising(text: str, **_: object) -> Any:
    """One sound suggestion, then a fault of its own kind."""

    class OddError(Exception):
        """Not to be foreseen."""

    yield Suggestion(0, 2, "ORG")
    raise OddError("stumbled")


def test_one_that_raises_is_left_out() -> None:
    """Whatever it raises, and wherever."""
    assert asked(raising) == ([], ["suggester ext-2 is left out: OddError: stumbled"])
    assert asked(lambda text: [])[1][0].startswith("suggester ext-2 is left out: TypeError")
    assert asked(lambda text, **_: None)[1][0].startswith("suggester ext-2 is left out: TypeError")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ((0, 2, "ORG"), "no Suggestion"),
        (Suggestion(0, 2, "GPE"), "'GPE'"),
        (Suggestion(0, 2, ["ORG"]), "label"),  # type: ignore[arg-type] - as strangers do
        (Suggestion(-1, 2, "ORG"), "not within"),
        (Suggestion(2, 2, "ORG"), "empty"),
        (Suggestion(0, len(TEXT) + 1, "ORG"), "not within"),
        (Suggestion(0, 2.0, "ORG"), "int"),  # type: ignore[arg-type] - as strangers do
        (Suggestion(0, 2, "ORG", {}, float("nan")), "score"),
        (Suggestion(0, 2, "ORG", {}, 95), "score"),
        (Suggestion(0, 2, "TARGET", {"value": 3}), "strings"),  # type: ignore[dict-item]
        (Suggestion(0, 2, "ORG", by=None), "strings"),  # type: ignore[arg-type] - as strangers do
    ],
)
def test_a_bad_suggestion_is_left_out_alone(bad: Any, reason: str) -> None:
    """The sound ones beside it stand, and the reason is told once."""
    sound = Suggestion(3, 7, "ORG", {}, 0.9, "mine")
    taken, told = asked(lambda text, **_: [bad, sound, bad])
    assert taken == [sound]
    assert len(told) == 1
    assert reason in told[0]


def test_a_suggestion_without_a_suggester_gets_its_name() -> None:
    """So that a reviewer sees whose it is."""
    assert asked(lambda text, **_: [Suggestion(3, 7, "ORG")])[0][0].by == "ext"

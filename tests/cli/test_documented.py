"""docs/command-line.md tells of every command and option."""

import re
from pathlib import Path

import click
import pytest

from tui.cli import main

DOCUMENT = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = {
    name: main.get_command(click.Context(main), name)
    for name in main.list_commands(click.Context(main))
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_section_with_all_its_options(name: str) -> None:
    """Its heading, its usage line, and each option by name."""
    found = re.search(rf"^## {name}\n(.*?)(?=^## )", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found, f"docs/command-line.md has no section {name}"
    assert f"jinbiao {name}" in found[1]
    for option in _options(COMMANDS[name]):
        assert option in found[1]


def test_the_global_options_are_told() -> None:
    """Those that stand before the command."""
    for option in [*_options(main), "JINBIAO_DB", "JINBIAO_AS"]:
        assert f"`{option}" in DOCUMENT


def _options(command: click.Command | None) -> list[str]:
    assert command
    return [
        option
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]

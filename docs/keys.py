"""List the names of all keys: `.venv/bin/python docs/keys.py` writes them into docs/keys.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.keymap import GROUPS, LIST, Group
from tui.screens.scopes import SCOPES

GUIDE = Path(__file__).with_name("keys.md")
HEADING = "## Names\n"


def tables() -> str:
    """A table for each group of the bench, for lists, and for each screen."""
    others = [group for scope in SCOPES[1:] for group in scope if group is not LIST]
    return "\n".join(map("\n".join, map(_table, (*GROUPS, LIST, *others))))


def _table(group: Group) -> Sequence[str]:
    head = (f"\n### {group.en} {group.zh}\n", "| name | keys | does |", "| --- | --- | --- |")
    return (*head, *_rows(group))


def _rows(group: Group) -> Iterator[str]:
    for key in group.keys:
        caps = " ".join(f"`{pressed}`" for pressed in key.keys.split()).replace("|", "\\|")
        yield f"| `{key.name}` | {caps} | {key.en} |"


def main() -> None:
    """Put the tables below their heading, and leave what stands above it."""
    above, _, _ = GUIDE.read_text(encoding="utf-8").partition(HEADING)
    GUIDE.write_text(f"{above}{HEADING}{tables()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Reading TOML tables with complaints that name the file, the line and the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[\[\s*(?P<name>[\w-]+)\s*\]\]")
_LINE_OF_SYNTAX_ERROR = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")

Refusal = Callable[[int, str], Exception]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file: its values, and the line that each key stands on (from 1).

    `refuse` makes the error that a complaint about this table raises, from a line and a reason.
    """

    line: int
    values: Mapping[str, object]
    lines: Mapping[str, int]
    refuse: Refusal

    def complaint(self, key: str, reason: str) -> Exception:
        """The error that says `reason` of `key`."""
        return self.refuse(self.lines.get(key, self.line), reason)

    def only(self, keys: frozenset[str]) -> None:
        """Refuse a key that is none of `keys`, so that a misspelt one is not passed over."""
        for key in self.values:
            if key not in keys:
                raise self.complaint(
                    key, f"unknown key {key!r}; known are {', '.join(sorted(keys))}"
                )

    def text(self, key: str, default: str | None = None) -> str:
        """The string under `key`; without a `default` it must be there and not be empty."""
        value = self.values.get(key, default)
        if value is None:
            raise self.complaint(key, f"{key!r} is missing")
        if not isinstance(value, str):
            raise self.complaint(key, f"{key!r} must be a string, not {value!r}")
        if default is None and not value.strip():
            raise self.complaint(key, f"{key!r} is empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of strings under `key`; an absent one is empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.complaint(key, f"{key!r} must be a list of strings, not {value!r}")
        return tuple(value)


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file: its top-level keys and its arrays of tables."""

    top: Table
    arrays: Mapping[str, tuple[Table, ...]]


def read_tables(source: str, arrays: frozenset[str], refuse: Refusal) -> Document:
    """Parse `source`, whose arrays of tables are among `arrays`.

    Raises what `refuse` makes, for what is no TOML and for an array that holds no tables.
    """
    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise refuse(*_place(source, str(error))) from None
    places = list(_places(source))
    top_lines = places[0][2]
    top = {key: value for key, value in values.items() if key not in arrays}
    return Document(
        Table(1, top, top_lines, refuse),
        {name: tuple(_tables(name, values.get(name, []), places, refuse)) for name in arrays},
    )


def _place(source: str, message: str) -> tuple[int, str]:
    found = _LINE_OF_SYNTAX_ERROR.search(message)
    line = int(found[1]) if found and found[1] else source.count("\n") + 1
    return line, _LINE_OF_SYNTAX_ERROR.sub("", message).strip()


def _places(source: str) -> Iterator[tuple[str, int, dict[str, int]]]:
    """The name, line and keys' lines of each table, the top level first: tomllib keeps none."""
    current: tuple[str, int, dict[str, int]] = ("", 1, {})
    for number, line in enumerate(source.splitlines(), start=1):
        if header := _HEADER.match(line):
            yield current
            current = (header["name"], number, {})
        elif "=" in line:
            current[2].setdefault(line.split("=", 1)[0].strip().strip("\"'"), number)
    yield current


def _tables(
    name: str, value: object, places: list[tuple[str, int, dict[str, int]]], refuse: Refusal
) -> Iterator[Table]:
    mine = [(line, lines) for found, line, lines in places if found == name]
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise refuse(places[0][2].get(name, 1), f"{name!r} must be written as [[{name}]] tables")
    mine += [(places[0][2].get(name, 1), {})] * (len(value) - len(mine))
    for item, (line, lines) in zip(value, mine, strict=False):
        yield Table(line, item, lines, refuse)

"""Checking a file of gold or suggestion lines against its schema and against itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from store.formats.consistency import contradictions
from text.json_lines import JsonLine, read_json_lines
from text.scheme import Scheme, default_scheme
from text.visible import visible

_LONGEST_MESSAGE = 200


class Finding(NamedTuple):
    """What is wrong with a line; lines count from 1."""

    line: int
    message: str


def validate(path: Path, scheme: Scheme | None = None) -> list[Finding]:
    """What is wrong with the lines of `path`, in order; nothing where all is well.

    A line with an `answer` is a gold line, one without a line of `jinbiao suggest`. `scheme` (the
    default one unless given) tells the layers, within which spans may not overlap. Raises
    UnreadableInputError where the file cannot be read, or is something else than JSON Lines.
    """
    return list(_findings(read_json_lines(path), scheme or default_scheme()))


def _findings(lines: Iterator[JsonLine], scheme: Scheme) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for line in lines:
        messages = [line.fault] if line.fault else _messages(line, seen, scheme)
        for message in messages:
            yield Finding(line.number, visible(message[:_LONGEST_MESSAGE]))


def _messages(line: JsonLine, seen: dict[str, int], scheme: Scheme) -> Iterator[str]:
    record: Any = line.value
    errors = [*_validator(record).iter_errors(record)]
    if errors:
        yield from (_in_words(error) for error in errors)
        return
    first = seen.setdefault(record["id"], line.number)
    if first != line.number:
        yield f"id {record['id']} is that of line {first} already"
    yield from contradictions(record, scheme)


class _Validator(Protocol):
    def iter_errors(self, instance: object) -> Iterator[ValidationError]: ...


def _validator(record: object) -> _Validator:
    gold = not isinstance(record, Mapping) or "answer" in record
    return _schema_validator("gold" if gold else "suggestion")


@cache
def _schema_validator(name: str) -> _Validator:
    source = files("store").joinpath("formats", "schemas", f"{name}.schema.json")
    strict = extend(  # type: ignore[no-untyped-call]  # typeshed leaves its types open
        Draft202012Validator,
        # JSON Schema calls 1.0 an integer; as an offset few programs would take it.
        type_checker=Draft202012Validator.TYPE_CHECKER.redefine(
            "integer", lambda _, value: type(value) is int
        ),
    )
    validator: _Validator = strict(json.loads(source.read_text(encoding="utf-8")))
    return validator


def _in_words(error: ValidationError) -> str:
    where = error.json_path.removeprefix("$").removeprefix(".") or "line"
    return f"{where}: {error.message}"

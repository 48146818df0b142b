"""Files of JSON Lines: an object a line, or a clear word where the file is something else."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from text.errors import UnreadableInputError
from text.magic import what_it_is

_LONGEST_QUOTE = 20


class NotJsonLinesError(UnreadableInputError):
    """A file that is something else than JSON Lines."""


class JsonLine(NamedTuple):
    """A line that is not blank, counted from 1: its value, or the `fault` that it is none by."""

    number: int
    value: object
    fault: str | None = None


def read_json_lines(path: Path) -> Iterator[JsonLine]:
    """The lines of the file at `path`, in order.

    Raises UnreadableInputError where the file cannot be read; NotJsonLinesError, once for the whole
    of it and before any line, where none is an object.
    """
    try:
        with path.open("rb") as file:
            yield from _lines(path, file)
    except OSError as error:
        raise UnreadableInputError(f"{path} cannot be read: {error.strerror}") from None


def _lines(path: Path, file: Iterator[bytes]) -> Iterator[JsonLine]:
    held: list[JsonLine] = []  # until an object shows that lines are what the file is made of
    sound = False
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        if not held and not sound:
            _check_beginning(path, number, line)
        held.append(_read(number, line))
        sound = sound or isinstance(held[-1].value, dict)
        if sound:
            yield from held
            held.clear()
    if held:
        _refuse(path, f"no line is an object; line {held[0].number}: {held[0].fault}")


def _check_beginning(path: Path, number: int, line: bytes) -> None:
    """Only an object is a first line; so that of a long file of another kind one line is read."""
    if what := what_it_is(line):
        raise NotJsonLinesError(f"{path} is {what}, not JSON Lines")
    line = line.removeprefix(codecs.BOM_UTF8).lstrip()
    if line.startswith(b"{"):
        return
    try:
        words = line.decode().rstrip()
    except UnicodeDecodeError as error:
        _refuse(path, f"line {number}: {not_utf8(error)}")
    if words.startswith("["):
        _refuse(path, "it holds an array; an object a line is needed, as `jq -c '.[]'` makes them")
    quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
    _refuse(path, f"line {number} begins {quote!r}, where an object begins with {{")


def _refuse(path: Path, why: str) -> NoReturn:
    raise NotJsonLinesError(f"{path} is not JSON Lines: {why}")


def _read(number: int, line: bytes) -> JsonLine:
    try:
        text = line.decode().rstrip("\r\n")  # what is missing is missing in this line
        return JsonLine(number, json.loads(text, parse_constant=_refuse_constant))
    except UnicodeDecodeError as error:
        return JsonLine(number, None, f"no JSON in UTF-8: {not_utf8(error)}")
    except json.JSONDecodeError as error:
        return JsonLine(number, None, f"no JSON: {error.msg} at character {error.colno}")
    except (ValueError, RecursionError) as error:
        return JsonLine(number, None, f"no JSON: {error}")


def not_utf8(error: UnicodeDecodeError) -> str:
    """What stopped the decoding, and where: bytes count from 1."""
    return f"byte {error.start + 1} ({error.object[error.start]:#04x}) is not UTF-8"


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")

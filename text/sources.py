"""Which files the paths that a person names stand for."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from text.errors import UnreadableInputError
from text.readers.formats import SUFFIXES, is_article_name

STANDARD_INPUT = Path("/dev/stdin")
"""What `-` stands for."""


class MissingInputError(UnreadableInputError):
    """A path with nothing, or nothing readable, behind it."""


class NoArticlesError(UnreadableInputError):
    """A folder without an article in it."""


def find_files(paths: Iterable[str]) -> Iterator[Path | UnreadableInputError]:
    """The files behind `paths`, in their order; a folder stands for its articles, sorted by path.

    A file that is named is taken whatever its suffix; in folders those in `SUFFIXES` count, hidden
    ones do not. A pattern with `*`, `?`, `[…]` or `**` stands for what it matches, where nothing is
    called so, and `-` for the standard input. What cannot be taken comes as the error to tell, in
    its place, and is not raised.
    """
    for name in paths:
        try:
            for path in _meant(name):
                yield from _behind(path)
        except MissingInputError as error:
            yield error
        except OSError as error:  # a name too long, a folder on the way that may not be entered
            yield MissingInputError(f"{name} cannot be read: {error.strerror}")


def _meant(name: str) -> list[Path]:
    """The path of that name, or those that it matches as a pattern, sorted.

    Raises MissingInputError where it is a pattern that matches nothing.
    """
    path = STANDARD_INPUT if name == "-" else Path(name)
    if not glob.has_magic(name) or path.exists():
        return [path]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute
    if not matches:
        raise MissingInputError(f"nothing matches {name}")
    return [Path(match) for match in matches]


def _behind(path: Path) -> Iterator[Path | UnreadableInputError]:
    if path == STANDARD_INPUT:
        yield path
    elif path.is_dir():
        yield from _in_folder(path)
    elif path.is_file():
        yield path
    elif path.exists():
        yield MissingInputError(f"{path} is neither a file nor a folder")
    else:
        yield MissingInputError(f"{path} does not exist")


def _in_folder(folder: Path) -> Iterator[Path | UnreadableInputError]:
    refused: list[UnreadableInputError] = []

    def refuse(error: OSError) -> None:
        refused.append(
            MissingInputError(f"folder {error.filename} cannot be read: {error.strerror}")
        )

    found = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if is_article_name(name)]
    yield from sorted(found)
    yield from refused
    if not found and not refused:
        kinds = ", ".join(SUFFIXES)
        yield NoArticlesError(f"folder {folder} has no articles in it ({kinds})")

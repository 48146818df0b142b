"""Which files the paths that a person names stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from text.errors import UnreadableInputError

SUFFIXES = frozenset({".txt"})


class MissingInputError(UnreadableInputError):
    """A path with nothing, or nothing readable, behind it."""


class NoArticlesError(UnreadableInputError):
    """A folder without an article in it."""


def find_files(paths: Iterable[str]) -> Iterator[Path | UnreadableInputError]:
    """The files behind `paths`, in their order; a folder stands for its articles, sorted by path.

    A file that is named is taken whatever its suffix; in folders those in `SUFFIXES` count, hidden
    ones do not. What cannot be taken comes as the error to tell, in its place, and is not raised.
    """
    for name in paths:
        path = Path(name)
        try:
            yield from _behind(path)
        except OSError as error:  # a name too long, a folder on the way that may not be entered
            yield MissingInputError(f"{path} cannot be read: {error.strerror}")


def _behind(path: Path) -> Iterator[Path | UnreadableInputError]:
    if path.is_dir():
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
        found += [Path(root, name) for name in names if _is_article(name)]
    yield from sorted(found)
    yield from refused
    if not found and not refused:
        kinds = ", ".join(sorted(SUFFIXES))
        yield NoArticlesError(f"folder {folder} has no articles in it ({kinds})")


def _is_article(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES

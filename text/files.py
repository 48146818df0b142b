"""The bytes of a file, and the id that they give an article: all that it takes to know it again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from text.errors import UnreadableInputError
from text.sources import MissingInputError


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What stands in a file: `source` is its path as it was given, fit to be shown as UTF-8."""

    source: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hex."""
        return sha256(self.data).hexdigest()

    @property
    def article_id(self) -> str:
        """The id of the article that these bytes are."""
        return self.sha256[:16]


def read_file(path: Path) -> SourceFile:
    """The bytes at `path`. Raises MissingInputError or UnreadableInputError."""
    # A file name may hold bytes that are no UTF-8, and every output of ours is.
    source = os.fsencode(path).decode("utf-8", "replace")
    try:
        return SourceFile(source, path.read_bytes())
    except FileNotFoundError:
        raise MissingInputError(f"{source} does not exist") from None
    except OSError as error:
        raise UnreadableInputError(f"{source} cannot be read: {error.strerror}") from None

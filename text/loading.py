"""From a file to an article: its bytes, its text, and the first revision."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from text.article import Article
from text.cleaning import clean
from text.errors import UnreadableInputError
from text.reading import read_bytes
from text.sources import MissingInputError


def load(path: Path, encoding: str | None = None) -> Article:
    """The article in the file at `path`, cleaned; `encoding` overrules what is found.

    Raises a subclass of UnreadableInputError, or UsageError for an unknown encoding.
    """
    source = _name(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise MissingInputError(f"{source} does not exist") from None
    except OSError as error:
        raise UnreadableInputError(f"{source} cannot be read: {error.strerror}") from None
    return load_bytes(data, source, encoding)


def load_bytes(data: bytes, source: str, encoding: str | None = None) -> Article:
    """The article in `data`, which came from `source`. Raises as `load` does."""
    decoded = read_bytes(data, source, encoding)
    digest = sha256(data).hexdigest()
    return Article(
        id=digest[:16],
        source=source,
        encoding=decoded.encoding,
        raw=decoded.raw,
        raw_sha256=digest,
        revision=clean(decoded.raw),
    )


def _name(path: Path) -> str:
    # A file name may hold bytes that are no UTF-8, and every output of ours is.
    return os.fsencode(path).decode("utf-8", "replace")

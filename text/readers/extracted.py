"""Text that a parser took out of a file, made fit to be an article's."""

from __future__ import annotations

import re

from text.reading import EmptyInputError

_BLANK = "\ufeff \t\r\n\f\v\xa0\u3000"
_PAIR_OR_HALF = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def extracted(text: str, source: str, lack: str) -> str:
    """`text` without NULs and lone surrogates, which no text file could have either.

    Raises EmptyInputError where it has no word; `lack` says of what, and what to do.
    """
    sound = _PAIR_OR_HALF.sub(_joined, text.replace("\0", ""))
    if not sound.strip(_BLANK):
        raise EmptyInputError(f"{source} {lack}")
    return sound


def _joined(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""Every way to end a line becomes a line feed."""

from __future__ import annotations

import re

from text.change import Change

KIND = "line end"

_FOREIGN = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def find(text: str) -> list[Change]:
    """The line ends of `text` that are no line feed; of CRLF only the carriage return goes."""
    return [
        Change(match.start(), match.start() + 1, "" if match[0] == "\r\n" else "\n", KIND)
        for match in _FOREIGN.finditer(text)
    ]

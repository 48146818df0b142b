"""What the sound text around a run tells of an article's words and script."""

from __future__ import annotations

from text.repairs.gbk import runs
from text.repairs.gbk.language import Language
from text.repairs.gbk.script import Script

BLOCK = 8_000
"""Code points; a run is judged by the block that it is in and its two neighbours."""


class Context:
    """The words and the script of one article, learned block by block when they are asked for."""

    def __init__(self, text: str) -> None:
        """Learn from `text`, which may be of any length."""
        self._text = text
        self._block = -1

    def around(self, position: int) -> tuple[Language, Script]:
        """What the text around `position` tells; ask from left to right."""
        block = position // BLOCK
        if block != self._block:
            start = max(0, (block - 1) * BLOCK)
            sound = runs.cut(self._text[start : (block + 2) * BLOCK])
            self._block = block
            self._known = Language(sound), Script(sound)
        return self._known

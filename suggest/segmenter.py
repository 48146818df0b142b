"""Where words begin, by jieba: what edges and cursors move by in the bench."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path

OFTEN = 10_000
"""Words, which take less than a tenth of a second."""


class Segmenter:
    """jieba with its dictionary; building one loads it (about a second, the first time longer).

    Its cache goes to the user's cache folder and not to the shared temporary one, where another
    user could have left something else under its name.
    """

    def __init__(self, cache: Path | None = None) -> None:
        # Importing jieba takes 0.2 s and is for the worker alone.
        import jieba  # noqa: PLC0415 - see above

        jieba.setLogLevel(logging.CRITICAL)
        folder = cache or user_cache_path("jinbiao")
        folder.mkdir(parents=True, exist_ok=True)
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.tmp_dir = str(folder)
        self._tokenizer.initialize()

    def lengths(self, text: str, now_and_then: Callable[[], object] = lambda: None) -> list[int]:
        """How many code points each word of `text` has, in order; together they are the text.

        `now_and_then` is called every OFTEN words: those of a book take ten seconds.
        """
        found = []
        for word in self._tokenizer.cut(text):
            found.append(len(word))
            if len(found) % OFTEN == 0:
                now_and_then()
        return found

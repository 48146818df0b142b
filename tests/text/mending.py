"""A text after one repair alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from text.change import Change, rewrite


def mended(find: Callable[[str], Sequence[Change]], text: str) -> str:
    """The text after the repair that `find` finds."""
    return rewrite(text, find(text))[0]

"""Lists of words as patterns."""

from __future__ import annotations


def either(words: str) -> str:
    """A pattern for any one of `words`, which white space separates; the longest is tried first."""
    return "|".join(sorted(set(words.split()), key=len, reverse=True))

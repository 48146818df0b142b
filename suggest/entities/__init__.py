"""Named entities: LAC's names, mended and completed by grammar."""

from __future__ import annotations

from collections.abc import Sequence

from suggest.tokens import Token
from text.article import Zone
from text.span import Suggestion

_NAMES = frozenset({"PER", "ORG", "LOC"})


def suggest_entities(
    text: str,  # noqa: ARG001
    tokens: Sequence[Token],
    zones: Sequence[Zone] = (),  # noqa: ARG001
) -> list[Suggestion]:
    """Entity candidates of `text`; they may overlap."""
    return [
        Suggestion(token.start, token.end, token.tag, score=0.5, by="lac")
        for token in tokens
        if token.tag in _NAMES
    ]

"""The target grammar on a sentence, with LAC's words and names."""

from collections.abc import Callable

import pytest

from suggest.lac import Lac
from suggest.targets import suggest_targets
from text.span import Suggestion

Read = Callable[..., list[tuple[str, str, dict[str, str]]]]


@pytest.fixture(scope="session")
def read(lac: Lac) -> Read:
    """Label, words and attributes of each span; LAC's names stand for the entities."""

    def read(text: str, published: str | None = "2024-03-20", title: str | None = None):  # type: ignore[no-untyped-def] # the alias above says it
        tokens = lac.tokens(text)
        names = [
            Suggestion(token.start, token.end, token.tag, score=0.5, by="lac")
            for token in tokens
            if token.tag in {"PER", "ORG", "LOC"}
        ]
        found = suggest_targets(text, tokens, names, title=title, published=published)
        return [(s.label, text[s.start : s.end], dict(s.attributes)) for s in found]

    return read

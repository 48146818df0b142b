"""What the entity grammar names in a text, with LAC's words."""

from __future__ import annotations

from suggest.entities import suggest_entities
from suggest.lac import Lac


def found(lac: Lac, text: str) -> list[tuple[str, str]]:
    """(label, words) of the suggested entities, in text order."""
    entities = sorted(suggest_entities(text, lac.tokens(text)), key=lambda span: span.start)
    return [(span.label, text[span.start : span.end]) for span in entities]

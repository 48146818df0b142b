"""An article with its suggestions as plain data: one line of `jinbiao suggest`."""

from __future__ import annotations

from typing import Any

from text.article import Article
from text.span import Suggestion
from tui.jobs.suggest_articles import Suggested


def suggestion_line(suggested: Suggested) -> dict[str, Any]:
    """The line, its keys in the order of the contract.

    Ranges are half-open code points, `start:end` of the clean text and `raw_start:raw_end` of the
    decoded file.
    """
    article = suggested.article
    revision = article.revision
    return {
        "id": article.id,
        "source": article.source,
        "title": revision.title,
        "published": revision.published,
        "text": revision.text,
        "spans": [_span(article, suggestion) for suggestion in suggested.suggestions],
    }


def _span(article: Article, suggestion: Suggestion) -> dict[str, Any]:
    revision = article.revision
    raw_start, raw_end = revision.alignment.to_raw(suggestion.start, suggestion.end)
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "label": suggestion.label,
        "text": revision.text[suggestion.start : suggestion.end],
        "attributes": dict(suggestion.attributes),
        "score": round(suggestion.score, 4),
        "by": suggestion.by,
    }

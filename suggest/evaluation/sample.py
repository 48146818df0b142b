"""One article to measure on: what is true of it beside what was suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from suggest.evaluation.gold import Gold, GoldError
from text.article import Article, Revision
from text.scheme import Scheme
from text.span import Span, Suggestion


@dataclass(frozen=True, slots=True)
class Sample:
    """Gold and suggestions for one article, both as ranges of the raw text.

    Raw, because two cleaners may make different texts of one file.
    """

    name: str
    revision: Revision
    gold: tuple[Span, ...]
    suggested: tuple[Suggestion, ...]


def make_sample(
    gold: Gold, article: Article, suggestions: Iterable[Suggestion], scheme: Scheme
) -> Sample:
    """`suggestions` (ranges of the clean text) beside the gold of the same article.

    Left out is what touches an unscored range, or is of a layer that was not annotated. Raises
    GoldError where a gold span lies outside of the article or bears a label that is none.
    """
    labels = {label.name: label.layer for label in scheme.labels}
    for span in gold.spans:
        if span.label not in labels:
            raise GoldError(f"{gold.name}: scheme {scheme.name!r} has no label {span.label!r}")
        if not 0 <= span.start < span.end <= len(article.raw):
            raise GoldError(
                f"{gold.name}: {span.label} at {span.start}:{span.end} lies outside of"
                f" {gold.file or 'the text'}, which has {len(article.raw)} characters"
            )
    measured = {name for name, layer in labels.items() if layer in (gold.layers or {layer})}
    placed = (_in_raw(suggestion, article.revision) for suggestion in suggestions)
    return Sample(
        gold.name,
        article.revision,
        tuple(span for span in gold.spans if span.label in measured),
        tuple(s for s in placed if s.label in measured and not _touches(s, gold)),
    )


def _in_raw(suggestion: Suggestion, revision: Revision) -> Suggestion:
    start, end = revision.alignment.to_raw(suggestion.start, suggestion.end)
    return replace(suggestion, start=start, end=end)


def _touches(span: Span, gold: Gold) -> bool:
    return any(span.start < end and start < span.end for start, end in gold.unscored)

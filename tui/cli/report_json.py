"""What an evaluation found, as plain data."""

from __future__ import annotations

from typing import Any

from suggest.evaluation.errors import Difference
from suggest.evaluation.report import Report
from text.alignment import Range
from text.span import Span, Suggestion


def report_json(report: Report, *, errors: bool) -> dict[str, Any]:
    """The report with its keys in order; shares are percent, ranges raw code points.

    `errors` says whether every difference is listed.
    """
    scores = [*report.labels, *report.groups]
    plain: dict[str, Any] = {
        "articles": report.articles,
        "strict": {score.name: score.strict for score in scores},
        "overlap": {score.name: score.overlap for score in scores},
        "precision": {score.name: score.precision for score in scores},
        "recall": {score.name: score.recall for score in scores},
        "gold": {score.name: score.gold for score in scores},
        "suggested": {score.name: score.suggested for score in scores},
        "attributes": {accuracy.name: accuracy.percent for accuracy in report.attributes},
        "suggesters": {
            suggester.name: {"suggested": suggester.suggested, "exact": suggester.exact}
            for suggester in report.suggesters
        },
        "calibration": [
            {
                "low": part.low,
                "high": part.high,
                "suggested": part.suggested,
                "exact": part.exact,
                "score": part.score,
            }
            for part in report.calibration
        ],
    }
    if errors:
        plain["errors"] = [_error(error) for error in report.errors]
    return plain


def _error(error: Difference) -> dict[str, Any]:
    return {
        "kind": error.kind,
        "source": error.source,
        "context": error.context,
        "gold": _span(error.gold, error.gold_at, error.context),
        "suggested": _span(error.suggested, error.suggested_at, error.context),
        "attributes": {name: list(values) for name, values in error.attributes.items()},
    }


def _span(span: Span | None, place: Range | None, context: str) -> dict[str, Any] | None:
    if span is None or place is None:
        return None
    plain = {
        "raw_start": span.start,
        "raw_end": span.end,
        "label": span.label,
        "text": context[slice(*place)],
    }
    if isinstance(span, Suggestion):
        plain |= {"score": round(span.score, 4), "by": span.by}
    return plain

"""What an evaluation found, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from suggest.evaluation.calibration import Suggester
from suggest.evaluation.errors import Difference
from suggest.evaluation.report import Report
from suggest.evaluation.scores import Score
from text.scheme import Scheme
from tui.cli.messages import counted
from tui.cli.table import table

WORTH_A_ROW = 5
"""Suggesters that suggested less often are shown together."""

_SCORES = ("gold", "suggested", "exact", "precision", "recall", "strict F1", "overlap F1")


def report_lines(report: Report, scheme: Scheme) -> Iterator[str]:
    """Every table of the report; all shares are percent."""
    yield counted(report.articles, "article")
    yield from score_lines(report, scheme)
    yield from attribute_lines(report)
    yield from trust_lines(report)


def score_lines(report: Report, scheme: Scheme) -> Iterator[str]:
    """F1 by label and group, of those that occur."""
    names = {label.name: f"{label.name} {label.zh}" for label in scheme.labels}
    yield ""
    scores = [s for s in (*report.labels, *report.groups) if s.gold or s.suggested]
    rows = [_score(names.get(score.name, score.name), score) for score in scores]
    yield from table([("label", *_SCORES), *rows])


def attribute_lines(report: Report) -> Iterator[str]:
    """How often what is said of a figure is right."""
    if report.attributes:
        yield ""
        accuracies = [(a.name, f"{a.total:,}", f"{a.percent}") for a in report.attributes]
        yield from table([("attribute of matched figures", "stated", "right"), *accuracies])


def trust_lines(report: Report) -> Iterator[str]:
    """How often each suggester is right, and whether scores mean what they say."""
    if report.suggesters:
        yield ""
        yield from table([("suggester", "suggested", "exact"), *_suggesters(report)])
        yield ""
        yield from table([("score", "suggested", "expected", "exact"), *_calibration(report)])


def error_lines(report: Report) -> Iterator[str]:
    """A line for each difference, by article: 【what is right】, ⟨what was suggested⟩."""
    for source in dict.fromkeys(error.source for error in report.errors):
        errors = [error for error in report.errors if error.source == source]
        yield ""
        yield f"{source}: {counted(len(errors), 'difference')}"
        yield from (_error(error) for error in errors)


def _score(name: str, score: Score) -> tuple[str, ...]:
    counts = (score.gold, score.suggested, score.exact)
    shares = (score.precision, score.recall, score.strict, score.overlap)
    return name, *(f"{count:,}" for count in counts), *(f"{share}" for share in shares)


def _suggesters(report: Report) -> Iterator[tuple[str, ...]]:
    seldom = [s for s in report.suggesters if s.suggested < WORTH_A_ROW]
    rest = Suggester("others", sum(s.suggested for s in seldom), sum(s.exact for s in seldom))
    often = [s for s in report.suggesters if s.suggested >= WORTH_A_ROW]
    for suggester in [*often, rest] if seldom else often:
        exact = _percent(suggester.exact, suggester.suggested)
        yield suggester.name, f"{suggester.suggested:,}", exact


def _calibration(report: Report) -> Iterator[tuple[str, ...]]:
    for part in report.calibration:
        exact = _percent(part.exact, part.suggested)
        scores = f"{part.low:.1f}–{part.high:.1f}"
        yield scores, f"{part.suggested:,}", f"{100 * part.score:.1f}", exact


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}"


def _error(error: Difference) -> str:
    labels = dict.fromkeys(s.label for s in (error.gold, error.suggested) if s)
    words = "…" + _marked(error).replace("\n", "⏎") + "…"
    wrong = error.attributes.items()
    notes = [f"{name}: {right or '–'}, not {got or '–'}" for name, (right, got) in wrong]
    if error.suggested:
        notes.append(f"{error.suggested.by} {error.suggested.score:.2f}")
    return "  ".join([f"  {error.kind:<15}", f"{' not '.join(labels):<7}", words, *notes])


def _marked(error: Difference) -> str:
    """The context with brackets where the gold span and the suggestion begin and end."""
    marks: list[tuple[int, int, str]] = []
    if error.gold_at:
        marks += [(error.gold_at[0], 2, "【"), (error.gold_at[1], 1, "】")]
    if error.suggested_at:
        marks += [(error.suggested_at[0], 3, "⟨"), (error.suggested_at[1], 0, "⟩")]
    text = error.context
    for position, _, mark in sorted(marks, reverse=True):
        text = text[:position] + mark + text[position:]
    return text

"""Suggestions held against gold: the counts, what they leave out, and how differences are told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suggest.evaluation.errors import Difference, Kind
from suggest.evaluation.gold import Gold, GoldError
from suggest.evaluation.report import Report, evaluate
from suggest.evaluation.sample import make_sample
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Span, Suggestion

SCHEME = default_scheme()
ENTITIES = ("PER", "ORG", "LOC", "TITLE", "PROGRAM", "EVENT", "PROJECT")
FIGURES = ("TARGET", "RESULT")
TEXT = "甲乙丙丁戊己庚辛壬癸" * 4

Spans = list[tuple[int, int, str, dict[str, str]]]


def report(*articles: tuple[Spans, Spans]) -> Report:
    """The evaluation of articles given as (gold, suggested)."""
    article = load_bytes(TEXT.encode(), "a.txt")
    assert article.revision.text == article.raw == TEXT
    samples = []
    for gold, suggested in articles:
        truth = Gold("a.txt", None, TEXT, tuple(Span(*fields) for fields in gold))
        offers = [Suggestion(*fields, 0.75, "test") for fields in suggested]
        samples.append(make_sample(truth, article, offers, SCHEME))
    return evaluate(samples, SCHEME)


# The definitions once more, as plainly as can be: what the counts must come to.


def f1(right: int, suggested: int, gold: int) -> float:
    """In percent, rounded to a tenth."""
    if not right:
        return 0.0
    precision, recall = right / suggested, right / gold
    return round(200 * precision * recall / (precision + recall), 1)


def near_pairs(gold: Spans, suggested: Spans) -> list[tuple[Any, Any]]:
    """Greedy from left to right: at least half of the longer range shared, later of equals."""
    used: list[int] = []
    pairs = []
    for span in gold:
        best = (-1.0, -1)
        for index, other in enumerate(suggested):
            common = len(set(range(*span[:2])) & set(range(*other[:2])))
            share = common / max(span[1] - span[0], other[1] - other[0])
            if index not in used and (share, index) > best:
                best = (share, index)
        if best[0] >= 0.5:
            used.append(best[1])
            pairs.append((span, suggested[best[1]]))
    return pairs


def expected(articles: list[tuple[Spans, Spans]], *labels: str) -> tuple[float, float]:
    """Strict and overlap F1 over `labels`."""
    gold = suggested = exact = near = 0
    for label in labels:
        for truth, offers in articles:
            mine = [span for span in truth if span[2] == label]
            theirs = [span for span in offers if span[2] == label]
            gold, suggested = gold + len(mine), suggested + len(theirs)
            exact += len([s for s in mine if s[:2] in [o[:2] for o in theirs]])
            near += len(near_pairs(mine, theirs))
    return f1(exact, suggested, gold), f1(near, suggested, gold)


def figures(spans: Spans) -> Spans:
    return [span for span in spans if span[2] in FIGURES]


def same(name: str, one: str, other: str) -> bool:
    if name == "value" and one and other:
        return float(one.replace(",", "")) == float(other.replace(",", ""))
    return one == other


def expected_accuracy(articles: list[tuple[Spans, Spans]], name: str) -> tuple[int, int]:
    """How many of the matched figures with the attribute agree in it, and how many there are."""
    right = total = 0
    for gold, suggested in articles:
        for mine, theirs in near_pairs(figures(gold), figures(suggested)):
            wanted, got = mine[3].get(name, ""), theirs[3].get(name, "")
            if name == "kind":
                wanted, got = mine[2], theirs[2]
            total += bool(wanted or got)
            right += bool(wanted or got) and same(name, wanted, got)
    return right, total


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    """Spans in the order of a text, often touching, with few attributes."""
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 34),
                st.integers(1, 6),
                st.sampled_from(["PER", "ORG", "PROJECT", "TARGET", "RESULT", "AIM"]),
                st.dictionaries(
                    st.sampled_from(["value", "unit", "period"]),
                    st.sampled_from(["1", "1.0", "1,0", "2"]),
                ),
            ),
            max_size=8,
            unique_by=lambda span: span[:3],
        )
    )
    found = [(start, start + length, label, said) for start, length, label, said in drawn]
    return sorted(found, key=lambda span: span[:3])


@settings(deadline=None)
@given(st.lists(st.tuples(spans(), spans()), max_size=3))
def test_the_numbers_are_those_of_the_definitions(articles: list[tuple[Spans, Spans]]) -> None:
    """F1 by label and group, kind ignored, and attributes, as a plain reading has them."""
    found = report(*articles)
    scores = {score.name: (score.strict, score.overlap) for score in (*found.labels, *found.groups)}
    for label in SCHEME.labels:
        assert scores[label.name] == expected(articles, label.name)
    assert scores["entity"] == expected(articles, *ENTITIES)
    assert scores["target"] == expected(articles, *FIGURES, "AIM")
    assert scores["figures"] == expected(articles, *FIGURES)
    whole = [(figures(gold), figures(suggested)) for gold, suggested in articles]
    near = sum(len(near_pairs(*pair)) for pair in whole)
    counts = (sum(len(pair[1]) for pair in whole), sum(len(pair[0]) for pair in whole))
    assert scores["figures, kind ignored"][1] == f1(near, *counts)
    accuracy = {a.name: (a.right, a.total) for a in found.attributes}
    for name in ("kind", "value", "unit", "period"):
        assert accuracy.get(name, (0, 0)) == expected_accuracy(articles, name)


def test_every_kind_of_error_is_named_with_its_words() -> None:
    """Missed, spurious, another edge, another label, another attribute."""
    gold: Spans = [
        (0, 2, "PER", {}),
        (3, 6, "ORG", {}),
        (8, 10, "LOC", {}),
        (12, 16, "RESULT", {"value": "3", "unit": "%"}),
    ]
    suggested: Spans = [
        (3, 5, "ORG", {}),
        (8, 10, "PROJECT", {}),
        (12, 16, "RESULT", {"value": "4", "unit": "%"}),
        (20, 22, "AIM", {}),
    ]
    found = report((gold, suggested)).errors
    assert [(e.kind, words(e, e.gold_at), words(e, e.suggested_at)) for e in found] == [
        (Kind.MISSED, "甲乙", ""),
        (Kind.EDGE, "丁戊己", "丁戊"),
        (Kind.LABEL, "壬癸", "壬癸"),
        (Kind.ATTRIBUTE, "丙丁戊己", "丙丁戊己"),
        (Kind.SPURIOUS, "", "甲乙"),
    ]
    assert found[3].attributes == {"value": ("3", "4")}
    assert found[1].context == TEXT[:22]


def words(error: Difference, place: tuple[int, int] | None) -> str:
    """What stands at `place` in the context of `error`."""
    return error.context[slice(*place)] if place else ""


def test_nothing_is_wrong_with_the_gold_itself() -> None:
    """Suggesting just the gold gives 100, no error, and a share of 1 in its bin of scores."""
    gold: Spans = [(0, 2, "PER", {}), (3, 6, "TARGET", {"value": "3"}), (4, 6, "ORG", {})]
    found = report((gold, gold))
    assert {s.strict for s in (*found.labels, *found.groups) if s.gold} == {100.0}
    assert found.errors == ()
    assert [(b.low, b.suggested, b.exact, b.score) for b in found.calibration] == [
        (0.7, 3, 3, 0.75)
    ]
    assert [(s.name, s.suggested, s.exact) for s in found.suggesters] == [("test", 3, 3)]


def test_ranges_are_compared_in_the_raw_text() -> None:
    """What cleaning removed does not shift them."""
    article = load_bytes("关(guān)注甘肃科技集团。".encode(), "a.txt")
    start = article.revision.text.index("甘肃")
    raw = article.raw.index("甘肃")
    assert start != raw
    gold = Gold("a.txt", None, article.raw, (Span(raw, raw + 6, "ORG"),))
    offer = Suggestion(start, start + 6, "ORG", score=1.0)
    sample = make_sample(gold, article, [offer], SCHEME)
    assert evaluate([sample], SCHEME).overall == 100.0


def test_what_was_not_annotated_is_not_held_against_anybody() -> None:
    """Suggestions in an unscored range, or of a layer that nobody looked at, do not count."""
    article = load_bytes(TEXT.encode(), "a.txt")
    gold = Gold("a.txt", None, TEXT, (Span(0, 2, "PER"),), ((10, 20),), frozenset({"entity"}))
    offers = [
        Suggestion(0, 2, "PER"),
        Suggestion(18, 21, "ORG"),
        Suggestion(30, 33, "RESULT"),
        Suggestion(21, 23, "ORG"),
    ]
    sample = make_sample(gold, article, offers, SCHEME)
    assert [(s.start, s.label) for s in sample.suggested] == [(0, "PER"), (21, "ORG")]


@pytest.mark.parametrize("span", [Span(38, 41, "ORG"), Span(3, 3, "ORG"), Span(0, 2, "GPE")])
def test_gold_that_does_not_fit_its_article_is_refused(span: Span) -> None:
    """A range outside of the text, an empty one, a label that the scheme does not have."""
    article = load_bytes(TEXT.encode(), "a.txt")
    with pytest.raises(GoldError, match=r"a\.txt"):
        make_sample(Gold("a.txt", None, TEXT, (span,)), article, [], SCHEME)

"""The grammar on whole articles whose spans are marked in them."""

import re
from pathlib import Path

import pytest

from suggest.pipeline import Pipeline

ARTICLES = Path(__file__).parents[1] / "articles"
LABELS = {"T": "TARGET", "R": "RESULT", "A": "AIM"}
MARK = re.compile(r"⟦[TRA]|⟧")
Spans = set[tuple[int, int, str]]


def marked(source: str) -> tuple[str, Spans]:
    """The text and its spans, which ⟦T …⟧, ⟦R …⟧ and ⟦A …⟧ mark."""
    text, spans, begun, done = "", set(), (0, ""), 0
    for mark in MARK.finditer(source):
        text += source[done : mark.start()]
        done = mark.end()
        if mark.group() == "⟧":
            spans.add((begun[0], len(text), begun[1]))
        else:
            begun = (len(text), LABELS[mark.group()[1]])
    return text + source[done:], spans


def f1(found: Spans, right: Spans) -> float:
    return 200 * len(found & right) / (len(found) + len(right))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_articles_of_many_kinds(pipeline: Pipeline, path: Path) -> None:
    """At least three spans in four are right to the character, with the right label."""
    published, title, body = path.read_text(encoding="utf-8").split("\n", 2)
    text, right = marked(body)
    found = pipeline.suggest(
        text, title=title.removeprefix("title: "), published=published.removeprefix("published: ")
    )
    spans = {(s.start, s.end, s.label) for s in found if s.label in LABELS.values()}
    assert f1(spans, right) >= 75

"""Articles whose targets are marked in them: ⟦T …⟧, ⟦R …⟧ and ⟦A …⟧."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from suggest.evaluation.gold import Gold
from text.alignment import Alignment
from text.article import Article, Revision
from text.span import Span

ARTICLES = Path(__file__).parents[1] / "tests" / "suggest" / "articles"
LABELS = {"T": "TARGET", "R": "RESULT", "A": "AIM"}
_MARKED = re.compile(r"⟦([TRA])([^⟦⟧]*)⟧")


def read_marked() -> Iterator[tuple[Gold, Article]]:
    """Each article without its marks, and what they say; date and title stand above the text."""
    for path in sorted(ARTICLES.glob("*.txt")):
        published, title, body = path.read_text(encoding="utf-8").split("\n", 2)
        text = _MARKED.sub(r"\2", body)
        gold = Gold(path.name, None, text, tuple(_spans(body)), layers=frozenset({"target"}))
        revision = Revision(
            text,
            Alignment.identity(len(text)),
            "none",
            title=title.removeprefix("title: "),
            published=published.removeprefix("published: "),
        )
        yield gold, Article(path.stem, path.name, "utf-8", text, "", revision)


def _spans(body: str) -> Iterator[Span]:
    for number, mark in enumerate(_MARKED.finditer(body)):
        start = mark.start() - 3 * number  # ⟦, the letter and ⟧ of each mark before it
        yield Span(start, start + len(mark[2]), LABELS[mark[1]])

"""Stores made for a bench."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Suggestion

LABELS = ("ORG", "TITLE", "PROGRAM")


def fill(db: Path, texts: Iterable[str], spans: int) -> None:
    """Make a store at `db` with an article for each text, the first of them with so many spans.

    All others wait for their suggestions.
    """
    store = Store.open(db, "bench", default_scheme())
    for number, text in enumerate(texts):
        article = load_bytes(text.encode(), f"{number:04}.txt")
        store.add(article)
        if number == 0 and spans:
            step = len(article.revision.text) // spans
            offered = [
                Suggestion(i * step, i * step + 4, LABELS[i % len(LABELS)], {}, 0.8, "bench")
                for i in range(spans)
            ]
            store.put_suggestions(article.id, SUGGESTER, VERSION, offered)
    store.close()


def longest_seed(seeds: Path) -> str:
    """The text of the longest seed."""
    longest = max(seeds.glob("*.txt"), key=lambda path: path.stat().st_size)
    return longest.read_text(encoding="utf-8")


def text_of(seeds: Path, length: int, first_line: str) -> str:
    """So many code points of the longest seed, over and over, behind a line that tells it apart."""
    text = longest_seed(seeds)
    return (f"{first_line}\n" + text * (length // len(text) + 1))[:length]

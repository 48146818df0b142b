"""What a gold set costs in keys: reviewed from suggestions, beside labelled by hand.

A reviewer who knows the gold goes through each article by the keys of the bench, on a store of its
own: `a` and `x`, a digit to relabel, edges by characters and words, and for what was not suggested
the cursor, `v` and a digit. Every key counts. The rules and scores of the suggesters were made with
these articles in view, so the keys on new articles are more; how the suggesters do there is what
`tests/gold/README.md` tells.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.eval import GOLD, SCHEME, has_entities
from bench.figures import line
from store.mark import Mark, State
from store.store import Store
from suggest.evaluation.gold import read_gold
from suggest.evaluation.sample import make_sample
from suggest.pipeline import Pipeline
from suggest.segmenter import Segmenter
from suggest.version import SUGGESTER, VERSION
from text.article import Article
from text.span import Span, Suggestion
from tui.jobs.measure_articles import load_gold
from tui.page.words import Words, clause_end, clause_start
from tui.review.effort import EffortMeter
from tui.review.session import Session
from tui.review.verbs import VERBS

Step = tuple[str, Callable[[int], int]]
Key = tuple[int, int, str]
"""Start, end and label of a span, in code points of the clean text."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an article took: gold spans, keys, and keys where nothing is suggested."""

    spans: int
    keys: int
    by_hand: int


def main() -> None:
    """Print keys a span by folder."""
    pipeline, segmenter = Pipeline(SCHEME), Segmenter()
    paths = [p for p in sorted(GOLD.glob("*/*.json")) if has_entities(next(read_gold(p)))]
    for folder, members in groupby(paths, key=lambda path: path.parent.name):
        costs = [cost_of(path, pipeline, segmenter) for path in members]
        spans, keys = sum(c.spans for c in costs), sum(c.keys for c in costs)
        by_hand = sum(c.by_hand for c in costs)
        line(
            f"keys a gold span, {folder} ({len(costs)} articles)",
            f"{keys / spans:.2f}",
            f"by hand {by_hand / spans:.2f}",
            keys / by_hand,
        )


def cost_of(path: Path, pipeline: Pipeline, segmenter: Segmenter) -> Cost:
    """What the article of the gold file at `path` costs."""
    gold = next(read_gold(path))
    article = load_gold(gold)
    revision = article.revision
    to_clean = revision.alignment.to_clean
    spans = make_sample(gold, article, (), SCHEME).gold
    wanted = _apart((*to_clean(span.start, span.end), span.label) for span in spans)
    found = pipeline.suggest(
        revision.text, title=revision.title, published=revision.published, zones=revision.zones
    )
    words = Words(revision.text, segmenter.boundaries(revision.text))
    layers = gold.layers or {layer.name for layer in SCHEME.layers}
    found = tuple(s for s in found if SCHEME.layer_of(s.label) in layers)
    keys, by_hand = (review(article, offers, wanted, words) for offers in (found, ()))
    return Cost(len(wanted), keys, by_hand)


def review(
    article: Article, offers: Sequence[Suggestion], wanted: Iterable[Key], words: Words
) -> int:
    """The keys until the kept spans are those wanted; AssertionError if they come out as others."""
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "cost.db", "bench", SCHEME)
        store.add(article)
        store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
        reading = store.reading(article.id)
        session = Session(reading, article.revision.text, SCHEME, words, EffortMeter())
        reviewer = Reviewer(session, set(wanted))
        reviewer.judge()
        reviewer.add_missing()
        kept = {_key(mark) for mark in reading.marks if mark.state.kept}
        assert kept == reviewer.wanted, kept ^ reviewer.wanted
        store.close()
    return reviewer.keys


def _apart(keys: Iterable[Key]) -> set[Key]:
    """Without those that overlap one before them in their layer.

    A restored run is one raw range, so two spans that share it come back from it overlapping.
    """
    apart = list[Key]()
    for key in sorted(keys):
        layer = SCHEME.layer_of(key[2])
        if all(other[1] <= key[0] for other in apart if SCHEME.layer_of(other[2]) == layer):
            apart.append(key)
    return set(apart)


class Reviewer:
    """Presses keys on a session until it has the spans wanted, and counts them."""

    def __init__(self, session: Session, wanted: set[Key]) -> None:
        self.session = session
        self.wanted = wanted
        self.keys = 0

    def press(self, *names: str) -> None:
        """Press the keys of these verbs; of a label, its digit."""
        for name in names:
            self.keys += 1
            if name in VERBS:
                VERBS[name](self.session)
            else:
                self.session.label(name)

    def judge(self) -> None:
        """Judge every suggestion, in text order."""
        while (mark := self.session.current) and mark.state is State.SUGGESTED:
            right = self._meant_by(mark)
            if right is None:
                self.press("reject")
            elif right == _key(mark):
                self.press("accept")
            else:
                self._correct(mark, right)
                self.press("accept")

    def add_missing(self) -> None:
        """Add what nobody suggested, in text order."""
        kept = {_key(mark) for mark in self.session.reading.marks if mark.state.kept}
        for start, end, label in sorted(self.wanted - kept):
            self._go_to(start)
            self.press("select")
            self.press(*path_between(self.session.cursor.caret, end - 1, self._extending()), label)

    def _meant_by(self, mark: Mark) -> Key | None:
        """The gold span that correcting `mark` gives with fewer keys than adding it does."""
        span, layer = mark.span, SCHEME.layer_of(mark.span.label)
        shown = {_key(m) for m in self.session.reading.marks if m.state is not State.REJECTED}
        if _key(mark) in self.wanted:
            return _key(mark)
        near = [
            key
            for key in self.wanted - shown
            if key[0] < span.end and span.start < key[1] and SCHEME.layer_of(key[2]) == layer
        ]
        return min(near, key=lambda key: len(self._edges(mark.span, key)), default=None)

    def _correct(self, mark: Mark, right: Key) -> None:
        if mark.span.label != right[2]:
            self.press(right[2])
        self.press(*self._edges(mark.span, right))

    def _edges(self, span: Span, right: Key) -> list[str]:
        words = self.session.cursor.words
        left = path_between(span.start, right[0], _steps(words, "left_out", "left_in"))
        return left + path_between(span.end, right[1], _steps(words, "right_in", "right_out"))

    def _go_to(self, offset: int) -> None:
        cursor, text = self.session.cursor, self.session.text
        marks = [mark.span.start for mark in self.session.reading.marks]
        steps: list[Step] = [
            *_steps(cursor.words, "left", "right", ("word_back", "word_on")),
            ("clause_back", lambda at: clause_start(text, at)),
            ("clause_on", lambda at: min(clause_end(text, at), len(text) - 1)),
            ("next", lambda at: next((m for m in marks if m > at), at)),
            ("previous", lambda at: next((m for m in reversed(marks) if m < at), at)),
        ]
        self.press(*path_between(cursor.caret, offset, steps))
        # Marks that begin together make `n` and `p` take a key more than the path counts.
        while cursor.caret != offset:
            self.press("right" if cursor.caret < offset else "left")

    def _extending(self) -> list[Step]:
        words = self.session.cursor.words
        return [
            ("left", lambda at: at - 1),
            ("right", lambda at: at + 1),
            ("word_on", lambda at: _last_of_word(words, at)),
        ]


def _last_of_word(words: Words, at: int) -> int:
    last = words.after(at) - 1
    return last if last > at else words.after(at + 1) - 1


def _steps(words: Words, back: str, on: str, by_word: tuple[str, str] | None = None) -> list[Step]:
    word_back, word_on = by_word or (f"{back}_word", f"{on}_word")
    return [
        (back, lambda at: at - 1),
        (on, lambda at: at + 1),
        (word_back, words.before),
        (word_on, words.after),
    ]


def path_between(start: int, end: int, steps: Sequence[Step]) -> list[str]:
    """The fewest keys that lead from one code point to another."""
    came: Mapping[int, tuple[int, str]] = (seen := {})
    waiting = deque([start])
    while waiting and end not in came and start != end:
        here = waiting.popleft()
        for name, step in steps:
            there = step(here)
            if there >= 0 and there != start and there not in seen:
                seen[there] = here, name
                waiting.append(there)
    path = list[str]()
    while end != start:
        end, name = came[end]
        path.append(name)
    return path[::-1]


def _key(mark: Mark) -> Key:
    return mark.span.start, mark.span.end, mark.span.label
